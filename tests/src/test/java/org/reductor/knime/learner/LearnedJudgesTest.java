/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reductor.knime.Tables.number;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.vector.bitvector.DenseBitVectorCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;
import org.reductor.core.model.NetworkModel;
import org.reductor.core.model.Provenance;
import org.reductor.core.prune.criterion.Criteria;
import org.reductor.knime.NodeRunner;
import org.reductor.knime.Tables;
import org.reductor.knime.column.BitCells;
import org.reductor.knime.port.NetworksPortObject;
import org.reductor.knime.pruner.NetworkPrunerNodeFactory;
import org.reductor.knime.scorer.DeviationScorerNodeFactory;

/** Networks to start from that know rows which are to judge them. */
class LearnedJudgesTest {

    private static final DataColumnSpec BITS =
        new DataColumnSpecCreator("bits", DenseBitVectorCell.TYPE).createSpec();

    private final BufferedDataTable table = table(0, 60);

    /** Rows of a long table, whose features are all different. */
    private static BufferedDataTable table(final int from, final int to) {
        final Object[][] cells = new Object[to - from][];
        for (int i = from; i < to; i++) {
            cells[i - from] = new Object[]{BitCells.cell(new int[]{i % 7, 10 + i % 5, 15 + i / 35}, 32), 0.01 * i};
        }
        return Tables.of(List.of(BITS, number("y")), cells);
    }

    private static NodeRunner node(final NodeFactory<?> factory, final BufferedDataTable input, final long seed)
        throws Exception {
        return new NodeRunner(factory).guess(input).set(s -> {
            quick(s);
            s.addLong("seed", seed);
        });
    }

    private static void quick(final NodeSettings s) {
        s.addString("hiddenLayers", "8");
        s.addInt("folds", 2);
        s.addInt("batchSize", 8);
        s.addInt("maxEpochs", 2);
        s.addDouble("holdOutShare", 0.2);
        if (s.containsKey("rounds")) {
            s.addInt("rounds", 1);
        }
    }

    private static NodeRunner automatic(final BufferedDataTable input, final long seed) throws Exception {
        return node(new ReductivePruningLearnerNodeFactory(), input, seed);
    }

    private static NodeRunner step(final BufferedDataTable input, final long seed) throws Exception {
        return node(new NetworkLearnerNodeFactory(), input, seed);
    }

    private static Provenance provenance(final PortObject networks) {
        return ((NetworksPortObject)networks).model().provenance();
    }

    /** Networks as they come out of a file. */
    private static NetworksPortObject saved(final PortObject networks) throws Exception {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        ((NetworksPortObject)networks).model().write(out);
        return new NetworksPortObject(NetworkModel.read(new ByteArrayInputStream(out.toByteArray())));
    }

    @Test
    void areCountedInAWarningWithTheRemedy() throws Exception {
        final PortObject first = automatic(table, 1).run(table).out(0);
        final NodeRunner again = automatic(table, 2).run(table, saved(first));

        assertThat(again.warnings()).singleElement().asString().matches("(9|10|11|12) of the 12 hold-out rows were "
            + "learned by the networks to start from\\. What networks know by heart makes their error before pruning "
            + "too small, so these rows judge pruning too harshly\\. Connect a selection table with rows that are new "
            + "to the networks, or hold the same rows out as their training did: give the same table, seed and "
            + "hold-out share\\.");
    }

    @Test
    void isNotSaidWhereTheSameRowsAreHeldOutOrTheRowsAreNew() throws Exception {
        final NodeRunner first = automatic(table, 1).run(table);
        assertThat(first.warnings()).isEmpty();
        assertThat(automatic(table, 1).run(table, saved(first.out(0))).warnings()).isEmpty();
        final BufferedDataTable others = table(60, 120);
        assertThat(automatic(others, 2).run(others, first.out(1)).warnings()).isEmpty();
        assertThat(automatic(table, 2).run(table, first.out(0), others).warnings()).isEmpty();
    }

    @Test
    void rowsOfASelectionTableAreCountedToo() throws Exception {
        final PortObject first = automatic(table, 1).run(table).out(0);
        final NodeRunner judged = automatic(table, 2).run(table, first, table(0, 80));

        assertThat(judged.warnings()).containsExactly("48 of the 80 rows of the selection table were learned by the "
            + "networks to start from. What networks know by heart makes their error before pruning too small, so "
            + "these rows judge pruning too harshly. Leave them out of the selection table.");
    }

    @Test
    void networksTrainedFurtherKeepWhatTheyLearnedBefore() throws Exception {
        final PortObject first = step(table, 1).run(table, null).out(0);
        assertThat(provenance(first).roles().known()).isEqualTo(48);
        final BufferedDataTable others = table(60, 120);
        final NodeRunner second = step(others, 3).run(others, saved(first));
        assertThat(second.warnings()).isEmpty();
        assertThat(provenance(second.out(0)).roles().known()).isEqualTo(96);
        final PortObject third = automatic(others, 3).run(others, second.out(0)).out(0);
        assertThat(provenance(third).roles()).isEqualTo(provenance(second.out(0)).roles());
        assertThat(automatic(table, 2).run(table, third).warnings()).singleElement().asString()
            .contains("of the 12 hold-out rows were learned");
    }

    /** In the steps of a round the warning comes once as well: where the run begins. */
    @Test
    void stepNodesSayTheSameOnce() throws Exception {
        final PortObject start = saved(automatic(table, 1).run(table).out(0));
        final String all = automatic(table, 2).run(table, start).warnings().get(0);
        final NodeRunner first = step(table, 2).run(table, start);
        assertThat(first.warnings()).singleElement().asString()
            .startsWith(all.substring(0, all.indexOf("Connect"))).endsWith("too harshly. Hold the same rows out as "
                + "their training did: give the same table, seed and hold-out share.");

        final NodeRunner scored = new NodeRunner(new DeviationScorerNodeFactory())
            .set(s -> s.addString("criterion", Criteria.MAGNITUDE.id())).run(first.out(0), null);
        final PortObject pruned =
            new NodeRunner(new NetworkPrunerNodeFactory()).run(first.out(0), scored.out(0)).out(0);
        assertThat(provenance(pruned).roles()).isEqualTo(provenance(first.out(0)).roles());
        final NodeRunner second = step(table, 2).run(table, pruned);
        assertThat(second.warnings()).isEmpty();
        assertThat(provenance(second.out(0)).roles()).isEqualTo(provenance(first.out(0)).roles());
    }

    @Test
    void importedNetworksOfUnknownRowsAreNoReasonToWarn() throws Exception {
        final NetworkModel model = ((NetworksPortObject)step(table, 1).run(table, null).out(0)).model();
        final NetworksPortObject foreign = new NetworksPortObject(new NetworkModel(model.networks(), model.recipe(),
            List.of(), Provenance.imported(32, Map.of("source", "Keras"), Map.of())));
        assertThat(automatic(table, 2).run(table, foreign).warnings()).isEmpty();
    }
}
