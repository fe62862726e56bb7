/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reductor.knime.Tables.number;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.vector.bitvector.DenseBitVectorCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.EmbeddedProgress;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.reductor.knime.NodeRunner;
import org.reductor.knime.Tables;
import org.reductor.knime.column.BitCells;
import org.reductor.knime.port.NetworksPortObject;

/** A learner that keeps what it has trained. */
class RunFolderNodeTest {

    @TempDir
    private Path temporary;

    private static BufferedDataTable table(final double last) {
        final Object[][] rows = new Object[40][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new Object[]{BitCells.cell(new int[]{i % 7, 10 + i % 5}, 32), i == 39 ? last : 1.0 * (i % 7)};
        }
        return Tables.of(List.of(new DataColumnSpecCreator("bits", DenseBitVectorCell.TYPE).createSpec(), number("y")),
            rows);
    }

    private static NodeRunner node(final String folder, final long seed) throws Exception {
        return new NodeRunner(new ReductivePruningLearnerNodeFactory()).guess(table(4)).set(s -> {
            s.addString("hiddenLayers", "8");
            s.addString("runFolder", folder);
            s.addLong("seed", seed);
            s.addInt("folds", 4);
            s.addInt("rounds", 3);
            s.addInt("batchSize", 4);
            s.addInt("maxEpochs", 3);
        });
    }

    private static String networks(final NodeRunner node) {
        return ((NetworksPortObject)node.out(0)).model().fingerprint();
    }

    private static int kept(final Path folder) {
        final String[] names = new File(folder.toString()).list((dir, name) -> name.endsWith(".network"));
        return names == null ? 0 : names.length;
    }

    @Test
    void aCancelledRunGoesOnWhenItIsStartedAgain() throws Exception {
        final Path folder = temporary.resolve("run");
        final var cancelled = new ExecutionContext(new EmbeddedProgress() {
            @Override
            public void progress(final double fraction, final String message) {
                // nobody looks
            }

            @Override
            public boolean isCanceled() {
                return kept(folder) >= 5;
            }
        });
        final NodeRunner node = node(folder.toString(), 1);
        assertThatThrownBy(() -> node.run(cancelled, table(4))).isInstanceOf(CanceledExecutionException.class);
        assertThat(kept(folder)).isBetween(5, 12);
        assertThat(networks(node.run(table(4)))).isEqualTo(networks(node("", 1).run(table(4))));
        assertThat(node.warnings()).isEmpty();
    }

    @Test
    void theFolderOfAnotherRunIsRefused() throws Exception {
        final String folder = temporary.resolve("run").toString();
        node(folder, 1).run(table(4));
        assertThatThrownBy(() -> node(folder, 2).run(table(4))).isInstanceOf(KNIMEException.class)
            .hasMessageContainingAll(folder, "the setting 'seed' is 1 there and 2 here");
        assertThatThrownBy(() -> node(folder, 1).run(table(5))).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("the training data are others");
        final NodeRunner first = node("", 1).run(table(4));
        assertThatThrownBy(() -> node(folder, 1).run(table(4), first.out(0))).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("the setting 'startNetworks' is missing there");
    }

    @Test
    void damagedFilesAreAWarning() throws Exception {
        final Path folder = temporary.resolve("run");
        node(folder.toString(), 1).run(table(4));
        Files.writeString(folder.resolve("round-0-fold-1.network"), "PK");
        assertThat(node(folder.toString(), 1).run(table(4)).warnings()).singleElement().asString()
            .contains("'round-0-fold-1.network'", "trained again");
    }

    @Test
    void aFolderThatMightBeAnywhereIsRefusedBeforeTheRun() throws Exception {
        assertThatThrownBy(() -> node("runs/mine", 1).configure(table(4), null, null))
            .isInstanceOf(InvalidSettingsException.class)
            .hasMessageContainingAll("'runs/mine' is not a whole path", "for example");
    }
}
