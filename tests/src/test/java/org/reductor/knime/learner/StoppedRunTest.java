/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reductor.knime.Tables.number;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.vector.bitvector.DenseBitVectorCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.KNIMEException;
import org.reductor.knime.NodeRunner;
import org.reductor.knime.Tables;
import org.reductor.knime.column.BitCells;

/** A run that ends before its time, because a later round diverges. */
class StoppedRunTest {

    private static BufferedDataTable table() {
        final Object[][] rows = new Object[40][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new Object[]{BitCells.cell(new int[]{i % 7, 10 + i % 5}, 32), i == 39 ? null : 1.0 * (i % 7)};
        }
        return Tables.of(List.of(new DataColumnSpecCreator("bits", DenseBitVectorCell.TYPE).createSpec(), number("y")),
            rows);
    }

    /** Learns with steps so large that some round may diverge; nothing if round 0 does. */
    private static Optional<NodeRunner> learn(final BufferedDataTable table, final long seed,
        final double learningRate) throws Exception {
        final NodeRunner node = new NodeRunner(new ReductivePruningLearnerNodeFactory()).guess(table).set(s -> {
            s.addString("hiddenLayers", "8");
            s.addLong("seed", seed);
            s.addString("judges", "HOLD_OUT");
            s.addInt("folds", 2);
            s.addInt("rounds", 12);
            s.addDouble("dropRate", 0.05);
            s.addInt("batchSize", 4);
            s.addInt("maxEpochs", 1);
            s.addString("loss", "MSE");
            s.addString("optimizer", "SGD");
            s.addDouble("momentum", 0);
            s.addDouble("learningRate", learningRate);
            s.addString("roundStart", "INITIAL_WEIGHTS");
        });
        try {
            return Optional.of(node.run(table));
        } catch (KNIMEException e) {
            assertThat(e).hasMessageContaining("diverged");
            return Optional.empty();
        }
    }

    @Test
    void isAWarningBesideThatOfSkippedRows() throws Exception {
        final BufferedDataTable table = table();
        final String skipped = "1 of 40 rows was skipped. The first is Row39: The target is missing.";
        // At which seed and rate a later round diverges, and not round 0, hangs on the last bits: look for one.
        NodeRunner stopped = null;
        for (long seed = 1; seed <= 20 && stopped == null; seed++) {
            for (double rate = 0.5; rate < 5 && stopped == null; rate *= 1.05) {
                stopped =
                    learn(table, seed, rate).filter(node -> !node.warnings().equals(List.of(skipped))).orElse(null);
            }
        }

        assertThat(stopped).isNotNull();
        assertThat(stopped.warnings()).singleElement().asString().startsWith(skipped + " Round ")
            .contains("was given up, and the result is that of the rounds before it.", "Choose a learning rate below");
        assertThat(stopped.table(2).size()).isBetween(1L, 12L);
    }
}
