/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reductor.knime.Tables.number;

import java.util.List;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.vector.bitvector.DenseBitVectorCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeSettings;
import org.reductor.core.model.NetworkModel;
import org.reductor.core.prune.ControlKind;
import org.reductor.core.prune.ControlRecord;
import org.reductor.knime.NodeRunner;
import org.reductor.knime.Tables;
import org.reductor.knime.column.BitCells;
import org.reductor.knime.history.HistoryTable;
import org.reductor.knime.history.HistoryViewData;
import org.reductor.knime.port.NetworksPortObject;

/** Controls beside the result of the Reductive Pruning Learner. */
class ControlsNodeTest {

    private static final DataColumnSpec BITS = new DataColumnSpecCreator("bits", DenseBitVectorCell.TYPE).createSpec();

    private static final BufferedDataTable TABLE = table();

    private static BufferedDataTable table() {
        final Object[][] cells = new Object[60][];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = new Object[]{BitCells.cell(new int[]{i % 7, 10 + i % 5}, 32), 1.0 * (i % 7)};
        }
        return Tables.of(List.of(BITS, number("y")), cells);
    }

    private static NodeRunner run(final Consumer<NodeSettings> more) throws Exception {
        return new NodeRunner(new ReductivePruningLearnerNodeFactory()).guess(TABLE).set(settings -> {
            settings.addString("hiddenLayers", "8");
            settings.addInt("folds", 3);
            settings.addInt("rounds", 2);
            settings.addInt("batchSize", 4);
            settings.addInt("maxEpochs", 4);
            settings.addInt("threads", 1);
            settings.addString("acceptance", "TOLERANCE");
            settings.addDouble("tolerance", 10);
            settings.addDouble("dropRate", 0.3);
            more.accept(settings);
        }).run(TABLE);
    }

    private static NetworkModel model(final NodeRunner node, final int port) {
        return ((NetworksPortObject)node.out(port)).model();
    }

    @Test
    void areNotTrainedUnlessAskedForAndChangeNothingOfTheResult() throws Exception {
        final NodeRunner without = run(settings -> { });
        final NodeRunner with = run(settings -> settings.addString("controls", "ALL"));
        assertThat(model(without, 0).controls()).isEmpty();
        assertThat(Tables.column(without.table(2), HistoryTable.ROUND)).extracting(DataCell::isMissing)
            .containsExactly(false, false, false);
        assertThat(HistoryViewData.of(model(without, 0)).controls()).isEmpty();
        assertThat(model(with, 0).fingerprint()).isEqualTo(model(without, 0).fingerprint());
        assertThat(model(with, 1).controls()).isEmpty();
    }

    @Test
    void standBelowTheRoundsInTheHistoryAndInTheViewAndTheModel() throws Exception {
        final NodeRunner node = run(settings -> settings.addString("controls", "ALL"));
        final List<ControlRecord> controls = model(node, 0).controls();
        assertThat(controls).extracting(ControlRecord::kind).containsExactly(ControlKind.values());
        final BufferedDataTable history = node.table(2);
        assertThat(history.size()).isEqualTo(3 + controls.size());
        assertThat(Tables.column(history, HistoryTable.NOTE).subList(3, 7)).extracting(DataCell::toString)
            .isEqualTo(controls.stream().map(ControlRecord::sentence).toList());
        final HistoryViewData view = HistoryViewData.of(model(node, 0));
        assertThat(view.rounds()).hasSize(3);
        assertThat(view.plot()).isNotNull();
        assertThat(view.controls()).hasSize(5).startsWith(controls.get(0).sentence()).endsWith(ControlRecord.CAVEAT);
    }

    @Test
    void degreesOfFreedomStandBesideTheWeights() throws Exception {
        final NodeRunner node = run(settings -> settings.addInt("rounds", 1));
        final List<DataCell> freedom = Tables.column(node.table(2), HistoryTable.DEGREES_OF_FREEDOM);
        // The last round needs no perturbed networks.
        assertThat(freedom).extracting(DataCell::isMissing).containsExactly(false, true);
    }
}
