/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.explainer;

import static org.reductor.knime.Tables.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeSettings;
import org.reductor.knime.NodeRunner;
import org.reductor.knime.Tables;
import org.reductor.knime.featurizer.MoleculeFeaturizerNodeFactory;
import org.reductor.knime.learner.ReductivePruningLearnerNodeFactory;
import org.reductor.knime.port.NetworksPortObject;

/** Small tables and networks for both explainers: chains with a group at the end that decides the target. */
final class Explained {

    private static final List<String> ENDS = List.of("O", "N", "c1ccccc1", "C(=O)O", "Cl");

    private Explained() {
    }

    /** @return molecules with targets of any number and kind, by the number of the row; its end is that modulo 5 */
    static BufferedDataTable table(final int rows, final List<DataColumnSpec> targets,
        final IntFunction<Object[]> values) {
        final List<DataColumnSpec> columns = new ArrayList<>(List.of(text("smiles")));
        columns.addAll(targets);
        final Object[][] cells = new Object[rows][];
        for (int i = 0; i < rows; i++) {
            final List<Object> row = new ArrayList<>(List.of("C".repeat(1 + i % 7) + ENDS.get(i % 5)));
            row.addAll(List.of(values.apply(i)));
            cells[i] = row.toArray();
        }
        return Tables.of(columns, cells);
    }

    /** @return molecules of which alcohols and acids have a larger activity */
    static BufferedDataTable activity(final int rows) {
        return table(rows, List.of(Tables.number("activity")), i -> new Object[]{(i % 5 == 0 ? 8.0 : i % 5 == 3 ? 7.0
            : 5.0) + 0.001 * i});
    }

    /** @return a column of true and false */
    static DataColumnSpec truth(final String name) {
        return new DataColumnSpecCreator(name, BooleanCell.TYPE).createSpec();
    }

    /** @return the table with a fingerprint, and descriptors if asked for */
    static BufferedDataTable featurized(final BufferedDataTable table, final String fingerprint,
        final String descriptors) throws Exception {
        return new NodeRunner(new MoleculeFeaturizerNodeFactory()).set(s -> {
            s.addString("moleculeColumn", "smiles");
            s.addString("fingerprint", fingerprint);
            s.addString("secondFingerprint", "NONE");
            s.addString("thirdFingerprint", "NONE");
            s.addString("descriptorSet", descriptors);
            s.addInt("length", 256);
        }).run(table).table(0);
    }

    /** @return pruned networks */
    static NetworksPortObject learn(final BufferedDataTable table, final Consumer<NodeSettings> more)
        throws Exception {
        final var learner = new NodeRunner(new ReductivePruningLearnerNodeFactory()).guess(table, null).set(s -> {
            s.addString("hiddenLayers", "8");
            s.addInt("folds", 4);
            s.addInt("rounds", 2);
            s.addInt("batchSize", 8);
            s.addInt("maxEpochs", 30);
            s.addDouble("learningRate", .02);
            s.addInt("threads", 1);
            more.accept(s);
        });
        return (NetworksPortObject)learner.run(table, null).out(0);
    }
}
