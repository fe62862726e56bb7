/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reductor.knime.Tables.number;
import static org.reductor.knime.Tables.text;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.webui.node.dialog.defaultdialog.NodeParametersUtil;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;

class ColumnFilterTest {

    private static final List<DataColumnSpec> COLUMNS =
        List.of(text("base"), text("Ligand 1"), text("ligand 2"), number("x"));

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
        assertThat(loaded(saved()).filter(COLUMNS)).containsExactly("base", "ligand 2");
        assertThat(loaded(saved()).getMissingSelected(COLUMNS)).containsExactly("gone");
    }

    @Test
    void unknownColumnsCanBeIncluded() throws Exception {
        final NodeSettings settings = saved();
        final NodeSettings manual = settings.getNodeSettings("columns").getNodeSettings("manualFilter");
        manual.addBoolean("includeUnknownColumns", true);
        manual.addStringArray("manuallyDeselected", "x");

        assertThat(loaded(settings).filter(COLUMNS)).containsExactly("base", "Ligand 1", "ligand 2");
        assertThat(loaded(settings).getMissingSelected(COLUMNS)).isEmpty();
    }

    @Test
    void otherWaysOfChoosingAreRefused() throws Exception {
        final NodeSettings settings = saved();
        settings.getNodeSettings("columns").addString("mode", "WILDCARD");
        final ColumnFilter filter = loaded(settings);
        assertThatThrownBy(() -> filter.filter(COLUMNS)).hasMessageContaining("WILDCARD is not supported");
    }
}
