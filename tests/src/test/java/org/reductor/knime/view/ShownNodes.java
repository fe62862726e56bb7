/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.view;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeSettings;
import org.knime.node.EmbeddedView;
import org.reductor.knime.NodeRunner;
import org.reductor.knime.Tables;
import org.reductor.knime.featurizer.MoleculeFeaturizerNodeFactory;
import org.reductor.knime.learner.ReductivePruningLearnerNodeFactory;
import org.reductor.knime.predictor.NetworkPredictorNodeFactory;

/** Executed nodes on small tables of real molecules, and their pages as files. */
public final class ShownNodes {

    private static final List<String> ENDS = List.of("O", "N", "c1ccccc1", "C(=O)O", "Cl", "C#N");

    private ShownNodes() {
    }

    /** @return molecules with a target of numbers, whose alcohols are larger, and with noise */
    public static BufferedDataTable numbers(final int rows) {
        final Random noise = new Random(7);
        return table(rows, Tables.number("pIC50"), i -> (i % 6 == 0 ? 8.0 : i % 6 == 3 ? 7.0 : 5.0)
            + 0.4 * noise.nextGaussian());
    }

    /** @return molecules with a target of so many classes */
    public static BufferedDataTable classes(final int rows, final String... names) {
        final Random noise = new Random(3);
        return table(rows, Tables.text("class"), i -> names[noise.nextInt(8) == 0 ? noise.nextInt(names.length)
            : i % 6 % names.length]);
    }

    private static BufferedDataTable table(final int rows, final DataColumnSpec target,
        final java.util.function.IntFunction<Object> value) {
        final Object[][] cells = new Object[rows][];
        for (int i = 0; i < rows; i++) {
            cells[i] = new Object[]{"C".repeat(1 + i % 7) + ENDS.get(i % 6), value.apply(i)};
        }
        return Tables.of(List.of(Tables.text("smiles"), target), cells);
    }

    /** @return the table with a small fingerprint */
    public static BufferedDataTable featurized(final BufferedDataTable table) throws Exception {
        return new NodeRunner(new MoleculeFeaturizerNodeFactory()).set(s -> {
            s.addString("moleculeColumn", "smiles");
            s.addString("secondFingerprint", "NONE");
            s.addString("descriptorSet", "NONE");
            s.addInt("length", 256);
        }).run(table).table(0);
    }

    /** Settings with which small tables are learned in a moment. */
    public static void quick(final NodeSettings s) {
        s.addString("hiddenLayers", "8");
        s.addInt("folds", 4);
        s.addInt("batchSize", 8);
        s.addInt("maxEpochs", 30);
        s.addDouble("learningRate", .02);
    }

    /** @return the executed learner */
    public static NodeRunner learner(final BufferedDataTable table, final Consumer<NodeSettings> more)
        throws Exception {
        final BufferedDataTable features = featurized(table);
        return new NodeRunner(new ReductivePruningLearnerNodeFactory()).guess(features, null).set(s -> {
            quick(s);
            s.addInt("rounds", 3);
            s.addInt("threads", 1);
            more.accept(s);
        }).run(features, null);
    }

    /** @return the executed predictor of pruned networks */
    public static NodeRunner predictor(final NodeRunner learner, final BufferedDataTable table) throws Exception {
        return new NodeRunner(new NetworkPredictorNodeFactory()).run(learner.out(0), table);
    }

    /** @return the view of an executed node */
    public static EmbeddedView view(final NodeRunner node) {
        return node.node().view().orElseThrow();
    }

    /** @return what it shows */
    public static JsonNode data(final NodeRunner node) throws IOException {
        return new ObjectMapper().readTree(view(node).initialDataJson()).path("result");
    }

    /**
     * Writes the files of a page.
     *
     * @param view whose page
     * @param folder where to
     * @param json what it is handed, or null if the page is to ask for it
     * @return the page itself
     */
    public static Path page(final EmbeddedView view, final Path folder, final String json) throws IOException {
        for (final String file : view.files()) {
            final Path copy = folder.resolve(file);
            Files.createDirectories(copy.getParent());
            try (InputStream in = view.open(file)) {
                Files.write(copy, in.readAllBytes());
            }
        }
        final Path page = folder.resolve(view.files().get(0));
        if (json != null) {
            Files.writeString(folder.resolve("data.js"), "window.reductorInitialData = " + json + ";");
            Files.writeString(page, Files.readString(page, StandardCharsets.UTF_8)
                .replace("</head>", "<script src=\"data.js\"></script></head>"));
        }
        return page;
    }
}
