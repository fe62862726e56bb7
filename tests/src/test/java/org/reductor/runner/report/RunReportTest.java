/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reductor.core.data.FeatureBlock;
import org.reductor.core.data.FeatureRecipe;
import org.reductor.core.model.NetworkModel;
import org.reductor.core.model.Provenance;
import org.reductor.core.network.Activation;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Network;
import org.reductor.core.network.NetworkEnsemble;
import org.reductor.core.objective.AffineScale;
import org.reductor.core.objective.Heads;
import org.reductor.core.prune.RoundRecord;
import org.reductor.core.prune.RoundRecord.Status;
import org.reductor.runner.workflow.RunResult;

class RunReportTest {

    private static final int[] SIZES = {40, 2, 1};

    @TempDir
    Path folder;

    private Path data;

    private RunReport report;

    @BeforeEach
    void createDataArea() throws IOException {
        data = Files.createDirectories(folder.resolve("data"));
        Files.writeString(data.resolve("input.csv"), "x\n1\n");
        report = new RunReport(folder);
    }

    private String summary() {
        return String.join("\n", report.lines(new RunResult(List.of(), 75), "target/runs/x"));
    }

    private void writeModel(final String name) throws IOException {
        final NetworkEnsemble networks = new NetworkEnsemble(Mask.full(SIZES),
            List.of(Network.glorotUniform(SIZES, Activation.RELU, 1)), Heads.number("y", AffineScale.IDENTITY));
        final FeatureRecipe recipe =
            new FeatureRecipe(List.of(FeatureBlock.of("smiles", "morgan", 40, Map.of("radius", "2"))));
        final List<RoundRecord> history = List.of(round(0, 1000, 1000, Status.PASSED),
            round(1, 500, 4, Status.WINNER), round(2, 250, 2, Status.PASSED));
        final Provenance provenance =
            new Provenance("0".repeat(64), 80, 40, new TreeMap<>(), new TreeMap<>(), Instant.EPOCH, 1);
        try (OutputStream out = Files.newOutputStream(data.resolve(name))) {
            new NetworkModel(networks, recipe, history, provenance).write(out);
        }
    }

    private static RoundRecord round(final int number, final long nominal, final long effective, final Status status) {
        return new RoundRecord(number, 1000, nominal, effective, 0.5, 0.1, 0.6, new TreeMap<>(), 0.5, 7, 30, 10, 1.5, status);
    }

    @Test
    void roundsAndWeightsComeFromTheModel() throws IOException {
        writeModel("model.reductor");
        assertThat(summary()).contains("2 after the unpruned round 0; round 1 was chosen",
            "1,000 in each network before pruning", "4 left (99.60 % gone) that can still change a prediction",
            "500 left (50.0 % gone) counting only what the criterion chose",
            "7 hidden units and 30 features are left");
    }

    @Test
    void testErrorsComeFromThePredictions() throws IOException {
        writeModel("model.reductor");
        Files.writeString(data.resolve("predictions.csv"), """
            y,Prediction (y),Prediction (y) #1,Prediction (y) #2,Prediction (y) unpruned
            1,1.5,1,2,1
            2,2,2,2,3
            3,2.5,2,3,3
            4,4,4,4,4
            """);
        assertThat(summary()).contains("4 molecules")
            .containsPattern("unpruned ensemble +0\\.5000 +0\\.8000")
            .containsPattern("  pruned ensemble +0\\.3536 +0\\.9000")
            .containsPattern("pruned single, mean of 2 +0\\.5000 +0\\.8000")
            .containsPattern("pruned minus unpruned ensemble: RMSE -0\\.1464, standard error 0\\.\\d{4}")
            .doesNotContain("unpruned single");
    }

    @Test
    void missingColumnsLeaveTheirLinesOut() throws IOException {
        writeModel("model.reductor");
        Files.writeString(data.resolve("predictions.csv"), "y,Prediction (y)\n1,1.5\n2,2\n");
        assertThat(summary()).contains("pruned ensemble").doesNotContain("unpruned ensemble");
        Files.writeString(data.resolve("predictions.csv"), "z,Prediction (z)\n1,1.5\n2,2\n");
        assertThat(summary()).doesNotContain("ensemble");
        Files.writeString(data.resolve("predictions.csv"), "y,Prediction (y)\n1,1.5\n2,\n");
        assertThat(summary()).doesNotContain("ensemble");
    }

    @Test
    void fileSizesAndNewFilesAreListed() throws IOException {
        writeModel("model.reductor");
        writeModel("model-unpruned.reductor");
        assertThat(summary()).containsPattern("Model file +\\d+\\.\\d kB unpruned, \\d+\\.\\d kB pruned")
            .containsPattern("Time +1 min 15 s").contains("target/runs/x/data", "model-unpruned.reductor")
            .doesNotContain("input.csv");
    }

    @Test
    void damagedModelOrNoResultsGiveAPlainSummary() throws IOException {
        Files.writeString(data.resolve("model.reductor"), "no model");
        assertThat(summary()).contains("Result", "Time", "model.reductor").doesNotContain("Weights");
    }
}
