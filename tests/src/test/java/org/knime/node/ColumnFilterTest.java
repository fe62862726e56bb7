/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reductor.knime.Tables.number;
import static org.reductor.knime.Tables.text;

import org.junit.jupiter.api.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.webui.node.dialog.defaultdialog.NodeParametersUtil;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;

class ColumnFilterTest {

    private static final DataTableSpec SPEC =
        new DataTableSpec(text("base"), text("Ligand 1"), text("ligand 2"), number("x"));

    static final class Holder implements NodeParameters {
        ColumnFilter m_columns = new ColumnFilter(new String[]{"ligand 2", "base", "gone"});
    }

    private static NodeSettings saved() {
        final var settings = new NodeSettings("model");
        NodeParametersUtil.saveSettings(Holder.class, new Holder(), settings);
        return settings;
    }

    private static ColumnFilter loaded(final NodeSettings settings) throws InvalidSettingsException {
        return NodeParametersUtil.loadSettings(settings, Holder.class).m_columns;
    }

    private static NodeSettings pattern(final String mode, final String pattern, final boolean inverted)
        throws InvalidSettingsException {
        final NodeSettings settings = saved();
        final NodeSettings columns = settings.getNodeSettings("columns");
        columns.addString("mode", mode);
        columns.getNodeSettings("patternFilter").addString("pattern", pattern);
        columns.getNodeSettings("patternFilter").addBoolean("isInverted", inverted);
        return settings;
    }

    @Test
    void isStoredAsOnThePlatform() throws Exception {
        final NodeSettings columns = saved().getNodeSettings("columns");

        assertThat(columns.keySet()).containsExactly("mode", "patternFilter", "manualFilter", "typeFilter");
        assertThat(columns.getString("mode")).isEqualTo("MANUAL");
        assertThat(columns.getNodeSettings("patternFilter").keySet()).containsExactly("pattern", "isCaseSensitive",
            "isInverted");
        assertThat(columns.getNodeSettings("manualFilter").keySet()).containsExactly("manuallySelected",
            "manuallyDeselected", "includeUnknownColumns");
        assertThat(columns.getNodeSettings("manualFilter").getStringArray("manuallySelected"))
            .containsExactly("ligand 2", "base", "gone");
        assertThat(columns.getNodeSettings("typeFilter").getStringArray("selectedTypes")).isEmpty();
    }

    @Test
    void manualChoiceComesInTheOrderOfTheTableAndTellsWhatIsGone() throws Exception {
        assertThat(loaded(saved()).filterFromFullSpec(SPEC)).containsExactly("base", "ligand 2");
        assertThat(loaded(saved()).getMissingSelectedFromFullSpec(SPEC)).containsExactly("gone");
    }

    @Test
    void unknownColumnsCanBeIncluded() throws Exception {
        final NodeSettings settings = saved();
        final NodeSettings manual = settings.getNodeSettings("columns").getNodeSettings("manualFilter");
        manual.addBoolean("includeUnknownColumns", true);
        manual.addStringArray("manuallyDeselected", "x");

        assertThat(loaded(settings).filterFromFullSpec(SPEC)).containsExactly("base", "Ligand 1", "ligand 2");
        assertThat(loaded(settings).getMissingSelectedFromFullSpec(SPEC)).isEmpty();
    }

    @Test
    void patternsAndTypesChoose() throws Exception {
        assertThat(loaded(pattern("WILDCARD", "ligand ?", false)).filterFromFullSpec(SPEC))
            .containsExactly("Ligand 1", "ligand 2");
        assertThat(loaded(pattern("REGEX", "[bx].*", false)).filterFromFullSpec(SPEC)).containsExactly("base", "x");
        assertThat(loaded(pattern("REGEX", "[bx].*", true)).filterFromFullSpec(SPEC))
            .containsExactly("Ligand 1", "ligand 2");
        final NodeSettings types = pattern("TYPE", "", false);
        types.getNodeSettings("columns").getNodeSettings("typeFilter").addStringArray("selectedTypes",
            "org.knime.core.data.DoubleValue");
        assertThat(loaded(types).filterFromFullSpec(SPEC)).containsExactly("x");
    }
}
