/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reductor.knime.Tables.number;
import static org.reductor.knime.Tables.text;

import java.util.List;
import java.util.function.IntFunction;

import org.junit.jupiter.api.Test;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.vector.bitvector.DenseBitVectorCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.reductor.core.model.NetworkModel;
import org.reductor.core.model.Provenance;
import org.reductor.knime.NodeRunner;
import org.reductor.knime.Tables;
import org.reductor.knime.column.BitCells;
import org.reductor.knime.history.HistoryTable;
import org.reductor.knime.port.NetworksPortObject;

/** The learner's third input. */
class SelectionTableTest {

    private static final DataColumnSpec BITS =
        new DataColumnSpecCreator("bits", DenseBitVectorCell.TYPE).createSpec();

    private final BufferedDataTable training = table(40, 32, i -> 1.0 * (i % 7));

    /** Bits that tell the target, which runs from 0 to 6 in the training table. */
    private static BufferedDataTable table(final int rows, final int width, final IntFunction<Double> target) {
        final Object[][] cells = new Object[rows][];
        for (int i = 0; i < rows; i++) {
            cells[i] = new Object[]{BitCells.cell(new int[]{i % 7, 10 + i % 5}, width), target.apply(i)};
        }
        return Tables.of(List.of(BITS, number("y")), cells);
    }

    private static NodeRunner learner(final BufferedDataTable input) throws Exception {
        return new NodeRunner(new ReductivePruningLearnerNodeFactory()).guess(input).set(settings -> {
            settings.addString("hiddenLayers", "8");
            settings.addString("judges", "HOLD_OUT");
            settings.addInt("folds", 2);
            settings.addInt("rounds", 2);
            settings.addInt("batchSize", 4);
            settings.addInt("maxEpochs", 4);
            settings.addInt("threads", 1);
        });
    }

    private static NetworkModel model(final NodeRunner node) {
        return ((NetworksPortObject)node.out(0)).model();
    }

    private NodeRunner judgedBy(final BufferedDataTable selection) throws Exception {
        return learner(training).run(training, null, selection);
    }

    @Test
    void judgesInPlaceOfTheHoldOut() throws Exception {
        final NodeRunner right = judgedBy(table(14, 32, i -> 1.0 * (i % 7)));
        final NodeRunner wrong = judgedBy(table(14, 32, i -> 100.0 + i % 7));

        // The same networks, since neither table is learned from; only the verdict differs.
        assertThat(Tables.column(right.table(2), HistoryTable.KEPT_EFFECTIVE).get(0))
            .isEqualTo(Tables.column(wrong.table(2), HistoryTable.KEPT_EFFECTIVE).get(0));
        assertThat(Tables.column(right.table(2), "Validation RMSE"))
            .isEqualTo(Tables.column(wrong.table(2), "Validation RMSE"));
        assertThat(model(right).history()).allMatch(round -> round.score() < 20);
        assertThat(model(wrong).history()).allMatch(round -> round.score() > 80);
        assertThat(right.warnings()).isEmpty();
    }

    @Test
    void hasNoHoldOutShareToSplitOff() throws Exception {
        final BufferedDataTable selection = table(14, 32, i -> 1.0 * (i % 7));
        final NodeRunner tenth = judgedBy(selection);
        final NodeRunner half =
            learner(training).set(s -> s.addDouble("holdOutShare", 0.5)).run(training, null, selection);

        assertThat(model(half).fingerprint()).isEqualTo(model(tenth).fingerprint())
            .isNotEqualTo(model(learner(training).run(training)).fingerprint());
    }

    @Test
    void isRecordedInTheModel() throws Exception {
        final Provenance plain = model(learner(training).run(training)).provenance();
        final Provenance judged = model(judgedBy(table(14, 32, i -> 1.0 * (i % 7)))).provenance();

        assertThat(plain.settings()).containsEntry("selection", "hold-out").doesNotContainKey("selectionSha256");
        assertThat(judged.settings()).containsEntry("selection", "table").containsEntry("selectionRows", "14");
        assertThat(judged.settings().get("selectionSha256")).hasSize(64).isNotEqualTo(judged.dataSha256());
        assertThat(judged.dataSha256()).isEqualTo(plain.dataSha256());
    }

    @Test
    void unusableRowsOfBothTablesAreCountedInOneWarning() throws Exception {
        final BufferedDataTable gaps = table(40, 32, i -> i == 3 ? null : 1.0 * (i % 7));
        final BufferedDataTable selection = Tables.of(List.of(BITS, number("y")),
            new Object[]{BitCells.cell(new int[]{1}, 32), 1.0}, new Object[]{BitCells.cell(new int[0], 32), 1.0},
            new Object[]{BitCells.cell(new int[]{2}, 32), 2.0}, new Object[]{null, 2.0});

        assertThat(learner(gaps).run(gaps, null, selection).warnings()).containsExactly(
            "1 of 40 rows was skipped. The first is Row3: The target is missing. "
                + "2 of 4 rows of the selection table were skipped. The first is Row1: All features "
                + "are 0.");
        assertThatThrownBy(() -> learner(training).set(s -> s.addString("missingValues", "FAIL")).run(training, null,
            selection)).isInstanceOf(KNIMEException.class)
                .hasMessageStartingWith("2 of 4 rows of the selection table cannot be used.");
    }

    @Test
    void rowsWithoutSetBitAreNotLearnedFrom() throws Exception {
        final Object[][] rows = new Object[30][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new Object[]{BitCells.cell(i == 4 || i == 9 ? new int[0] : new int[]{i % 7}, 32), 1.0 * i};
        }
        final BufferedDataTable bare = Tables.of(List.of(BITS, number("y")), rows);
        final NodeRunner node = learner(bare).run(bare);

        assertThat(node.warnings()).singleElement().asString()
            .startsWith("2 of 30 rows were skipped. The first is Row4: All features are 0.");
        assertThat(model(node).provenance().rows()).isEqualTo(28);
        assertThatThrownBy(() -> learner(bare).set(s -> s.addString("missingValues", "FAIL")).run(bare))
            .isInstanceOf(KNIMEException.class).hasMessageContaining("All features are 0");
    }

    @Test
    void missingColumnsAreNamed() {
        final BufferedDataTable noTarget = Tables.of(List.of(BITS, text("z")));
        assertThatThrownBy(() -> judgedBy(noTarget)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageStartingWith("The target column 'y' is not in the selection table.").hasMessageContaining("'z'");
        final BufferedDataTable noBits = Tables.of(List.of(number("y")));
        assertThatThrownBy(() -> judgedBy(noBits)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageStartingWith("The features column 'bits' is not in the selection table.");
        final BufferedDataTable words = Tables.of(List.of(BITS, text("y")));
        assertThatThrownBy(() -> judgedBy(words)).isInstanceOf(KNIMEException.class)
            .hasMessageStartingWith("The target column 'y' of the selection table must hold numbers");
    }

    @Test
    void otherFingerprintsAreRefused() {
        assertThatThrownBy(() -> judgedBy(table(14, 64, i -> 1.0 * i))).isInstanceOf(KNIMEException.class)
            .hasMessage("The features of the selection table are 64, those of the training table 32. Make "
                + "both with the same settings.");

        final BufferedDataTable known = Tables.of(
            List.of(Tables.foreignBits("bits", "bits", 32), number("y")));
        final BufferedDataTable other = Tables.of(
            List.of(Tables.foreignBits("bits", "others", 32), number("y")));
        assertThatThrownBy(() -> learner(known).configure(known, null, other))
            .isInstanceOf(InvalidSettingsException.class)
            .hasMessage("The features of the selection table are made in another way than those of the training table. "
                + "The first difference is in block 1: column 'others' in the selection table, column 'bits' in the "
                + "training table. Make both in the same way.");
    }

    @Test
    void tooFewRowsToJudgeByAreRefused() {
        assertThatThrownBy(() -> judgedBy(table(0, 32, i -> 1.0))).isInstanceOf(KNIMEException.class)
            .hasMessage("The selection table has no rows. No round can be judged by it.");
        assertThatThrownBy(() -> judgedBy(table(1, 32, i -> 1.0))).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("only 1 usable row");
        assertThatThrownBy(() -> judgedBy(table(3, 32, i -> null))).isInstanceOf(KNIMEException.class)
            .hasMessageStartingWith("3 of 3 rows of the selection table have no usable target or features.");
        assertThatThrownBy(() -> judgedBy(table(5, 32, i -> 2.0))).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("'y' of the selection table is constant: all 5 usable rows have the value 2.0");
    }
}
