/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.featurizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reductor.knime.ColumnChoices.select;
import static org.reductor.knime.Tables.number;
import static org.reductor.knime.Tables.text;
import static org.reductor.knime.featurizer.FeaturizerRuns.REACTIONS;
import static org.reductor.knime.featurizer.FeaturizerRuns.node;
import static org.reductor.knime.featurizer.FeaturizerRuns.recipe;

import java.util.List;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeSettings;
import org.reductor.knime.NodeRunner;
import org.reductor.knime.Tables;

/** Tables and settings that cannot be featurised, and what is said of them. */
class FeaturizerRefusalsTest {

    @Test
    void moreFeaturesThanNetworksCanReadAreRefusedWhenTheNodeIsConfigured() throws Exception {
        final NodeRunner node = node(s -> {
            s.addInt("length", 1 << 20);
            select(s, "moleculeColumns", "am\u00edne > \"1\"", "acid");
        });
        assertThatThrownBy(() -> node.configure(REACTIONS)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("2,097,152 features").hasMessageContaining("at most 2,000,000");
    }

    @Test
    void emptyTableOneRowAndNothingUsableAreTold() throws Exception {
        final Consumer<NodeSettings> all = s -> {
            select(s, "moleculeColumns", "acid");
            select(s, "categoricalColumns", "base");
            select(s, "numericColumns", "\u00b0C");
        };
        final var columns = List.of(text("acid"), text("base"), number("\u00b0C"));

        final NodeRunner empty = node(all).run(Tables.of(columns));
        assertThat(empty.table(0).size()).isZero();
        assertThat(empty.table(0).getDataTableSpec().getColumnNames()).endsWith("Features");
        assertThat(empty.warnings()).containsExactly("The input table has no rows.");
        final NodeRunner one = node(all).run(Tables.of(columns, new Object[]{"C", "b", 5.0}));
        assertThat(recipe(one).width()).isEqualTo(66);
        assertThatThrownBy(() -> node(all).run(Tables.of(columns, new Object[]{"C", null, 5.0},
            new Object[]{"C(", "b", 1.0}))).isInstanceOf(KNIMEException.class)
                .hasMessageStartingWith("2 of 2 rows could not be used, so nothing is left. The first is Row0: The "
                    + "category in column 'base' is missing.");
    }

    /** Which value makes a column text only the rows tell, so the node has to be run to hear of it. */
    @Test
    void aColumnThatIsTextWhereNumbersAreNeededNamesTheValueAndItsRow() throws Exception {
        final BufferedDataTable table = Tables.of(List.of(text("smiles"), text("\u00b0C")), new Object[]{"CCO", "20"},
            new Object[]{"CCN", "rt"}, new Object[]{"CCC", "60"});
        final NodeRunner node = node(s -> {
            select(s, "moleculeColumns", "smiles");
            select(s, "numericColumns", "\u00b0C");
        });

        node.configure(table);
        assertThat(node.warnings()).singleElement().asString()
            .startsWith("The numeric column '\u00b0C' of the input table holds text (String), and numbers are needed.");
        assertThatThrownBy(() -> node.run(table)).isInstanceOf(KNIMEException.class).hasMessageStartingWith(
            "The numeric column '\u00b0C' of the input table must hold numbers, but 1 of its 3 values is none: 'rt' in "
                + "Row1.");
    }

    /** A file in windows-1252 that was read as UTF-8. */
    @Test
    void charactersThatWereLostInReadingAreWarnedOfWithTheirRow() throws Exception {
        final BufferedDataTable table =
            Tables.of(List.of(text("smiles"), text("batch")), new Object[]{"CCC", "Jena"},
                new Object[]{"CCO", "M\ufffdnchen"}, new Object[]{"CCN", "K\ufffdln"},
                new Object[]{"C\ufffd(", "Jena"});
        final NodeRunner node = node(s -> {
            select(s, "moleculeColumns", "smiles");
            select(s, "categoricalColumns", "batch");
        }).run(table);

        assertThat(node.warnings()).singleElement().asString()
            .startsWith("1 of 4 rows could not be used and went to the second output.")
            .endsWith("3 of 4 rows have characters that were lost when the table was read (U+FFFD). The first is Row1: "
                + "'M\ufffdnchen' in the column 'batch'. Read the file again with the encoding that it was written in, "
                + "often windows-1252.");
    }

    @Test
    void impossibleChoicesAreRefusedBeforeTheRun() throws Exception {
        assertThatThrownBy(() -> node(s -> select(s, "moleculeColumns", "acid", "gone")).configure(REACTIONS))
            .isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("The molecule column 'gone' is not in the input table");
        assertThatThrownBy(() -> node(s -> select(s, "numericColumns", "gone")).configure(REACTIONS))
            .hasMessageContaining("The numeric column 'gone' is not in the input table");
        assertThatThrownBy(() -> node(s -> {
            select(s, "moleculeColumns", "acid");
            s.addBoolean("categories", true);
        }).configure(REACTIONS)).isInstanceOf(InvalidSettingsException.class)
            .hasMessage("'Categories' is on, but no categorical column is chosen: choose one, or switch it off.");
        assertThatThrownBy(() -> node(s -> {
            select(s, "reactionColumns", "rxn");
            s.addBoolean("reactants", false);
            s.addBoolean("agents", false);
            s.addBoolean("products", false);
        }).configure(REACTIONS)).hasMessageContaining("no role");
        assertThatThrownBy(() -> node(s -> {
            select(s, "moleculeColumns", "acid");
            s.addString("fingerprint", "NONE");
        }).configure(REACTIONS)).hasMessageContaining("Nothing is to be made of the molecules in 'acid'");
    }
}
