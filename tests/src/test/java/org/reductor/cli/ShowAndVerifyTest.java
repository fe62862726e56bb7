/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.BufferedDataTable;
import org.reductor.core.model.NetworkModel;
import org.reductor.knime.NodeRunner;
import org.reductor.knime.featurizer.MoleculeFeaturizerNodeFactory;
import org.reductor.knime.learner.ReductivePruningLearnerNodeFactory;
import org.reductor.knime.port.NetworksPortObject;
import org.reductor.runner.nodes.csv.CsvTables;

/** {@code reductor show} and {@code reductor verify}. */
class ShowAndVerifyTest {

    private static final int ROWS = 40;

    @TempDir
    private static Path shared;

    private static NetworkModel pruned;

    private static NetworkModel unpruned;

    @TempDir
    private Path folder;

    private RunFixture fixture;

    private static List<String> lines() {
        final Random random = new Random(5);
        final List<String> lines = new ArrayList<>(List.of("smiles,activity"));
        for (int i = 0; i < ROWS; i++) {
            final int carbons = 1 + i % 8;
            lines.add("C".repeat(carbons) + (i % 3 == 0 ? "O" : i % 3 == 1 ? "N" : "Cl") + "C".repeat(i / 16) + ","
                + (carbons + i % 3 + 0.1 * random.nextGaussian()));
        }
        return lines;
    }

    private static BufferedDataTable table(final Path file) throws Exception {
        return CsvTables.read(file, NodeRunner.context());
    }

    /** Learns from all but the last rows, which are those of a test. */
    @BeforeAll
    static void learn() throws Exception {
        final List<String> all = lines();
        final Path training = Files.write(shared.resolve("training.csv"), all.subList(0, ROWS - 5));
        final BufferedDataTable table = table(training);
        final NodeRunner featurizer = new NodeRunner(new MoleculeFeaturizerNodeFactory()).guess(table).run(table);
        final BufferedDataTable features = featurizer.table(0);
        final NodeRunner learner = new NodeRunner(new ReductivePruningLearnerNodeFactory()).guess(features).set(s -> {
            s.addString("targetColumn", "activity");
            s.addString("hiddenLayers", "8");
            s.addInt("folds", 4);
            s.addInt("rounds", 3);
            s.addInt("batchSize", 8);
            s.addInt("maxEpochs", 4);
        }).run(features);
        pruned = ((NetworksPortObject)learner.out(0)).model();
        unpruned = ((NetworksPortObject)learner.out(1)).model();
    }

    @BeforeEach
    void open() throws Exception {
        fixture = new RunFixture(Files.createDirectory(folder.resolve("fixture")));
    }

    private int verify(final NetworkModel model, final List<String> table, final String... more) throws IOException {
        final Path file = folder.resolve("model.reductor");
        try (OutputStream out = Files.newOutputStream(file)) {
            model.write(out);
        }
        final Path data = Files.write(folder.resolve("table.csv"), table);
        return fixture.run(Stream.concat(Stream.of("verify", file.toString(), "--data", data.toString()),
            Stream.of(more)).toArray(String[]::new));
    }

    @Test
    void aModelReproducesFromTheWholeTable() throws IOException {
        assertThat(verify(pruned, lines())).as(fixture.err()).isZero();
        assertThat(fixture.out().strip()).isEqualTo("The model reproduces bit for bit.");
    }

    @Test
    void theUnprunedNetworksReproduceOnOneThread() throws IOException {
        assertThat(verify(unpruned, lines(), "--threads", "1")).as(fixture.err()).isZero();
        assertThat(fixture.out()).contains("bit for bit");
    }

    @Test
    void oneChangedValueIsNoticed() throws IOException {
        final List<String> changed = lines();
        changed.set(3, changed.get(3).replaceFirst(",.*", ",3.25"));
        assertThat(verify(pruned, changed)).isEqualTo(ExitCode.EXECUTION_FAILED);
        assertThat(fixture.err()).contains("has not the training data of the model: of the 34 rows",
            "33 are among the 40 usable rows", pruned.provenance().dataSha256());
    }

    @Test
    void anotherOrderOfTheRowsIsNoticed() throws IOException {
        final List<String> swapped = lines();
        final String first = swapped.set(1, swapped.get(2));
        swapped.set(2, first);
        assertThat(verify(pruned, swapped)).isEqualTo(ExitCode.EXECUTION_FAILED);
        assertThat(fixture.err()).contains("in another order");
    }

    @Test
    void aModelThatSaysItWasMadeInAnotherWayDiffers() throws IOException {
        final NetworkModel other = new NetworkModel(pruned.networks(), pruned.recipe(), pruned.history(),
            pruned.provenance().with(Map.of("seed", "2")));
        assertThat(verify(other, lines())).isEqualTo(ExitCode.EXECUTION_FAILED);
        assertThat(fixture.out()).contains("The model does not reproduce.", "The first round that differs is round 0");
    }

    @Test
    void whatATableAloneDoesNotTellIsSaid() throws IOException {
        final NetworkModel later = new NetworkModel(pruned.networks(), pruned.recipe(), pruned.history(),
            pruned.provenance().with(Map.of("startNetworks", "abc")));
        assertThat(verify(later, lines())).isEqualTo(ExitCode.EXECUTION_FAILED);
        assertThat(fixture.err()).contains("its run started from other networks, those with the checksum abc");
        assertThat(verify(pruned.member(1), lines())).isEqualTo(ExitCode.EXECUTION_FAILED);
        assertThat(fixture.err()).contains("it is network 1 of a model");
        assertThat(verify(pruned, lines(), "--selection", folder.resolve("table.csv").toString()))
            .isEqualTo(ExitCode.EXECUTION_FAILED);
        assertThat(fixture.err()).contains("No selection table has judged");
    }

    @Test
    void aTableThatIsNotThereIsNamed() throws IOException {
        assertThat(verify(pruned, lines(), "--selection", "nowhere.csv")).isEqualTo(ExitCode.LOAD_FAILED);
        assertThat(fixture.err()).contains("nowhere.csv", "does not exist");
    }

    @Test
    void showTellsOnOnePageWhatAModelIs() throws IOException {
        final Path file = folder.resolve("model.reductor");
        try (OutputStream out = Files.newOutputStream(file)) {
            pruned.write(out);
        }
        assertThat(fixture.run("show", file.toString())).isZero();
        assertThat(fixture.out()).contains("Networks for activity", "Training rows", "34", "rdkit ", "reductor ",
            "seed 1", pruned.provenance().dataSha256(), "winner");
        assertThat(fixture.out().lines()).allMatch(line -> line.length() <= 120).hasSizeLessThan(60);
        assertThat(fixture.run("show", shared.resolve("training.csv").toString())).isEqualTo(ExitCode.LOAD_FAILED);
        assertThat(fixture.err()).contains("training.csv", "cannot be used");
    }
}
