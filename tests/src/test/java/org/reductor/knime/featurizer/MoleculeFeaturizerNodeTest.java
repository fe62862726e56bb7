/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.featurizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reductor.knime.Tables.number;
import static org.reductor.knime.Tables.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ForkJoinPool;

import org.junit.jupiter.api.Test;
import org.knime.core.data.vector.bitvector.BitVectorValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.EmbeddedProgress;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.reductor.chem.Featurizer;
import org.reductor.chem.FingerprintKind;
import org.reductor.knime.NodeRunner;
import org.reductor.knime.Tables;
import org.reductor.knime.column.BitCells;
import org.reductor.knime.column.RdkitProperty;
import org.reductor.knime.column.RecipeProperty;

class MoleculeFeaturizerNodeTest {

    private static final BufferedDataTable MIXED = Tables.of(List.of(text("name"), text("smiles"), number("x")),
        new Object[]{"ethanol", "CCO", 1.0}, new Object[]{"broken", "C(", 2.0}, new Object[]{"missing", null, 3.0},
        new Object[]{"benzene", "c1ccccc1", null}, new Object[]{"empty", "", 5.0});

    private static NodeRunner untouched() {
        return new NodeRunner(new MoleculeFeaturizerNodeFactory());
    }

    /** Morgan bits and nothing else. */
    private static NodeRunner node() throws Exception {
        return untouched().set(s -> {
            s.addString("moleculeColumn", "smiles");
            s.addString("secondFingerprint", "NONE");
            s.addString("thirdFingerprint", "NONE");
            s.addString("descriptorSet", "NONE");
        });
    }

    @Test
    void readableRowsGoOnAndTheOthersAsideWithTheReason() throws Exception {
        final NodeRunner node = node().run(MIXED);

        assertThat(Tables.rowIds(node.table(0))).containsExactly("Row0", "Row3");
        assertThat(node.table(0).getDataTableSpec().getColumnNames()).containsExactly("name", "smiles", "x",
            "Features");
        assertThat(BitCells.setBits((BitVectorValue)Tables.column(node.table(0), "Features").get(0)))
            .containsExactly(80, 222, 294, 807, 1057, 1410);
        assertThat(Tables.rowIds(node.table(1))).containsExactly("Row1", "Row2", "Row4");
        assertThat(Tables.column(node.table(1), "Reason")).extracting(Object::toString).containsExactly(
            "The SMILES 'C(' cannot be read: a branch '(' is never closed.", "The molecule is missing.",
            "The molecule is empty.");
        assertThat(node.warnings()).containsExactly("3 of 5 molecules could not be read and went to the second output. "
            + "The first is Row1: The SMILES 'C(' cannot be read: a branch '(' is never closed.");
    }

    @Test
    void fingerprintColumnCarriesItsRecipe() throws Exception {
        final NodeRunner node = node().run(MIXED);

        assertThat(RecipeProperty.of(node.table(0).getDataTableSpec().getColumnSpec("Features")))
            .contains(Featurizer.recipe("smiles", FingerprintKind.MORGAN, 2048, 2));
        // Which RDKit has made them is known only afterwards.
        assertThat(Tables.structure(node.table(0).getDataTableSpec()))
            .isEqualTo(Tables.structure(node.configure(MIXED)[0]));
        assertThat(RdkitProperty.of(node.table(0).getDataTableSpec().getColumnSpec("Features")))
            .contains(Featurizer.rdkitVersion());
    }

    @Test
    void settingsReachTheFingerprint() throws Exception {
        final NodeRunner node = node().guess(MIXED).set(s -> {
            s.addString("fingerprint", "MACCS");
            s.addString("outputColumn", "keys");
        }).run(MIXED);

        assertThat(((BitVectorValue)Tables.column(node.table(0), "keys").get(0)).length()).isEqualTo(167);
    }

    @Test
    void takenNamesAreMadeUnique() throws Exception {
        final var table = Tables.of(List.of(text("smiles"), text("Features"), text("Reason")),
            new Object[]{"CCO", "a", "b"}, new Object[]{"C(", "a", "b"});

        final NodeRunner node = node().run(table);
        assertThat(node.table(0).getDataTableSpec().getColumnNames()).hasSize(4).doesNotHaveDuplicates();
        assertThat(node.table(1).getDataTableSpec().getColumnNames()).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void emptyTableGivesEmptyTables() throws Exception {
        final NodeRunner node = node().run(Tables.molecules(0));

        assertThat(node.table(0).size()).isZero();
        assertThat(node.table(1).size()).isZero();
        assertThat(node.warnings()).containsExactly("The input table has no rows.");
    }

    @Test
    void manyChunksKeepTheirOrder() throws Exception {
        final NodeRunner node = node().run(Tables.molecules(5_000));

        assertThat(Tables.rowIds(node.table(0))).isEqualTo(Tables.rowIds(Tables.molecules(5_000)));
        assertThat(node.warnings()).isEmpty();
    }

    @Test
    void failsWhenNothingCanBeRead() {
        final var table =
            Tables.of(List.of(text("name")), new Object[]{"acetic acid"}, new Object[]{"xyz"}, new Object[]{null});

        assertThatThrownBy(() -> untouched().run(table)).isInstanceOf(KNIMEException.class)
            .hasMessageStartingWith("3 of 3 molecules in the column 'name' could not be read, so nothing is left. "
                + "The first is Row0: The SMILES 'acetic' cannot be read")
            .hasMessageEndingWith("Check that the column holds SMILES or molblocks.");
    }

    @Test
    void failsAtBadMoleculesWhenAsked() {
        assertThatThrownBy(() -> node().guess(MIXED).set(s -> s.addString("badMolecules", "FAIL")).run(MIXED))
            .isInstanceOf(KNIMEException.class).hasMessageContaining("3 of 5 molecules could not be read. The first")
            .hasMessageContaining("second output");
    }

    @Test
    void missingColumnIsNamed() {
        assertThatThrownBy(() -> untouched().set(s -> s.addString("moleculeColumn", "SMILES")).run(MIXED))
            .isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("'SMILES' is not in the input table").hasMessageContaining("'smiles'");
        assertThatThrownBy(() -> untouched().run(Tables.of(List.of(number("x")), new Object[]{1.0})))
            .hasMessageContaining("No molecule column is chosen. The table has no column with text");
        assertThatThrownBy(() -> untouched().run(Tables.of(List.of()))).hasMessageContaining("no columns at all");
    }

    @Test
    void impossibleSettingsAreRefused() {
        assertThatThrownBy(() -> node().set(s -> s.addInt("radius", 11))).hasMessageContaining("The radius is 11");
        assertThatThrownBy(() -> node().set(s -> s.addInt("length", 8))).hasMessageContaining("number of bits is 8");
        assertThatThrownBy(() -> node().set(s -> s.addString("outputColumn", " ")))
            .hasMessageContaining("needs a name");
    }

    /** Shared with those who report it: canonical tautomers of one molecule end the process in RDKit 2020.09.1. */
    @Test
    void moleculeThatCrashesRdkitGoesAsideWithTheReason() throws Exception {
        final var table = Tables.of(List.of(text("id"), text("smiles")), new Object[]{"p", "[Si]S(O)(O)(O)C"},
            new Object[]{"ok", "CCO"});

        final NodeRunner node = node().guess(table).set(s -> s.addBoolean("canonicalTautomer", true)).run(table);

        assertThat(Tables.rowIds(node.table(0))).containsExactly("Row1");
        assertThat(BitCells.setBits((BitVectorValue)Tables.column(node.table(0), "Features").get(0)))
            .containsExactly(80, 222, 294, 807, 1057, 1410);
        assertThat(Tables.column(node.table(1), "Reason")).singleElement().asString()
            .startsWith("RDKit crashed on '[Si]S(O)(O)(O)C'");
    }

    /** A context that remembers what it was told and cancels when a number of rows is done. */
    private static final class Watcher implements EmbeddedProgress {

        private final int rows;

        private final List<String> messages = Collections.synchronizedList(new ArrayList<>());

        Watcher(final int rows) {
            this.rows = rows;
        }

        @Override
        public void progress(final double fraction, final String message) {
            messages.add(message);
        }

        @Override
        public boolean isCanceled() {
            return messages.size() >= rows;
        }
    }

    @Test
    void everyRowTellsThatItIsDone() throws Exception {
        final var watcher = new Watcher(Integer.MAX_VALUE);
        node().run(new ExecutionContext(watcher), MIXED);

        assertThat(watcher.messages).containsExactly("Row 1 of 5", "Row 2 of 5", "Row 3 of 5", "Row 4 of 5",
            "Row 5 of 5");
    }

    @Test
    void canBeCancelledAtEveryRow() {
        for (final int rows : new int[]{0, 1, 700}) {
            final var watcher = new Watcher(rows);

            assertThatThrownBy(() -> node().run(new ExecutionContext(watcher), Tables.molecules(5_000)))
                .isInstanceOf(CanceledExecutionException.class);
            assertThat(watcher.messages).hasSizeBetween(rows, rows + ForkJoinPool.getCommonPoolParallelism() + 1);
        }
    }
}
