/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reductor.core.data.FeatureBlock;
import org.reductor.core.data.FeatureRecipe;
import org.reductor.core.data.Task;
import org.reductor.core.model.NetworkModel;
import org.reductor.core.model.Provenance;
import org.reductor.core.network.Activation;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Network;
import org.reductor.core.network.NetworkEnsemble;
import org.reductor.core.objective.AffineScale;
import org.reductor.core.objective.Head;
import org.reductor.core.objective.Heads;
import org.reductor.core.objective.Objectives;
import org.reductor.core.prune.ControlKind;
import org.reductor.core.prune.ControlRecord;
import org.reductor.core.prune.RoundRecord;
import org.reductor.core.prune.RoundRecord.Status;
import org.reductor.runner.workflow.RunResult;

class RunReportTest {

    @TempDir
    Path folder;

    private Path data;

    private RunReport report;

    private List<ControlRecord> controls = List.of();

    @BeforeEach
    void createDataArea() throws IOException {
        data = Files.createDirectories(folder.resolve("data"));
        Files.writeString(data.resolve("input.csv"), "x\n1\n");
        report = new RunReport(folder);
    }

    private String summary() {
        return String.join("\n", report.lines(new RunResult(List.of(), 75), folder, "target/runs/x/data"));
    }

    private void writeModel(final String name) throws IOException {
        writeModel(name, Heads.number("y", AffineScale.IDENTITY));
    }

    private void writeModel(final String name, final Heads heads) throws IOException {
        final int[] sizes = {40, 2, heads.outputs()};
        final NetworkEnsemble networks = new NetworkEnsemble(Mask.full(sizes),
            List.of(Network.glorotUniform(sizes, Activation.RELU, 1)), heads);
        final FeatureRecipe recipe =
            new FeatureRecipe(List.of(FeatureBlock.of("smiles", "morgan", 40, Map.of("radius", "2"))));
        final List<RoundRecord> history = List.of(round(0, 1000, 1000, Status.PASSED),
            round(1, 500, 4, Status.WINNER), round(2, 250, 2, Status.PASSED));
        final Provenance provenance =
            new Provenance("0".repeat(64), 80, 40, new TreeMap<>(), new TreeMap<>(), Instant.EPOCH, 1);
        try (OutputStream out = Files.newOutputStream(data.resolve(name))) {
            new NetworkModel(networks, recipe, history, controls, provenance, Optional.empty()).write(out);
        }
    }

    private static RoundRecord round(final int number, final long nominal, final long effective, final Status status) {
        return new RoundRecord(number, 1000, nominal, effective, 0.5, 0.1, 0.6, new TreeMap<>(), 0.5, 7, 30,
            OptionalDouble.empty(), 10, 1.5, status);
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
    void controlsAreToldWithWhatLimitsThem() throws IOException {
        writeModel("model.reductor");
        assertThat(summary()).doesNotContain("Controls");
        controls = List.of(new ControlRecord(ControlKind.RANDOM,
            Optional.of(new ControlRecord.Comparison(0.7, -0.05, 0.02)), 4, 5, 40, 1.5));
        writeModel("model.reductor");
        assertThat(summary()).contains("Controls        " + controls.get(0).sentence(), ControlRecord.CAVEAT);
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
    void eachTargetHasTheScoresOfItsKind() throws IOException {
        writeModel("model.reductor", new Heads(List.of(
            new Head(Task.classes("active", List.of("no", "yes")), Objectives.CROSS_ENTROPY, AffineScale.IDENTITY),
            new Head(Task.number("pIC50"), Objectives.RMSE, AffineScale.IDENTITY))));
        Files.writeString(data.resolve("predictions.csv"), """
            active,pIC50,Prediction (active),P (active = yes),P (active = yes) #1,Prediction (pIC50)
            yes,<5,yes,0.8,0.6,4
            no,,no,0.4,0.6,6
            no,7,no,0.2,0.2,8
            yes,6,yes,0.5,0.6,6
            maybe,5,no,0.1,0.1,4
            """);
        final double logLoss = -(2 * Math.log(0.8) + Math.log(0.6) + Math.log(0.5)) / 4;
        assertThat(summary()).contains("4 of 5 molecules that no training step has seen (classes of active)",
            "1 row has no class that the networks know in 'active' and is left out: row 5",
            "4 of 5 molecules that no training step has seen (errors in units of pIC50)",
            "1 row has no finite number in 'pIC50' and is left out: row 2", "1 of them has a bound only")
            .containsPattern("Log loss +ROC AUC +MCC")
            .containsPattern(String.format(Locale.ENGLISH, "  pruned ensemble +%.4f +1\\.0000 +\\d", logLoss))
            .containsPattern("pruned single, mean of 1 +\\d\\.\\d{4} +0\\.7500")
            .containsPattern("RMSE +R2\n +pruned ensemble +0\\.7071 +0\\.0000");
    }

    @Test
    void aClassWithoutPredictionsIsSaidSo() throws IOException {
        writeModel("model.reductor", new Heads(List.of(new Head(Task.classes("c", List.of("a", "b", "d")),
            Objectives.CROSS_ENTROPY, AffineScale.IDENTITY))));
        Files.writeString(data.resolve("predictions.csv"), "c,P (c = a),P (c = b)\na,0.5,0.3\n");
        assertThat(summary()).contains("no column 'P (c = a)', 'P (c = b)', 'P (c = d)'; it has [c, P");
        Files.writeString(data.resolve("predictions.csv"), "c,P (c = a),P (c = b),P (c = d)\nx,0.5,0.3,0.2\n");
        assertThat(summary()).contains("no row of predictions.csv has both a measured and a predicted class of 'c'");
    }

    private void writePredictions(final String text) throws IOException {
        writeModel("model.reductor");
        Files.writeString(data.resolve("predictions.csv"), text);
    }

    @Test
    void missingColumnsLeaveTheirLinesOut() throws IOException {
        writePredictions("y,Prediction (y)\n1,1.5\n2,2\n");
        assertThat(summary()).contains("pruned ensemble").doesNotContain("unpruned ensemble");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NaN", "Infinity", "-Infinity", "n/a"})
    void rowWithoutAMeasuredNumberIsCountedAndLeftOut(final String value) throws IOException {
        writePredictions("""
            y,Prediction (y),Prediction (y) unpruned
            1,1.5,1
            %s,2,2
            2,2,3
            """.formatted(value));
        assertThat(summary()).contains("Test            2 of 3 molecules that no training step has seen",
            "1 row has no finite number in 'y' and is left out: row 2 of predictions.csv")
            .containsPattern("unpruned ensemble +0\\.7071 +-1\\.0000")
            .containsPattern("  pruned ensemble +0\\.3536 +0\\.5000")
            .containsPattern("RMSE -0\\.3536, standard error 0\\.\\d{4}").doesNotContain("NaN");
    }

    @Test
    void rowWithoutAPredictionIsLeftOutOfTheScoresOfBothKinds() throws IOException {
        writePredictions("""
            y,Prediction (y),Prediction (y) #1,Prediction (y) unpruned
            1,1.5,1,1
            2,,2,2
            3,3,NaN,3
            ,3,3,3
            2,2,2,
            2,2,2,3
            """);
        assertThat(summary()).contains("Test            2 of 6 molecules",
            "1 row has no finite number in 'y' and is left out: row 4 of predictions.csv",
            "3 rows have no prediction and are left out; the first is row 2 of predictions.csv")
            .containsPattern("unpruned ensemble +0\\.7071").containsPattern("  pruned ensemble +0\\.3536");
    }

    @Test
    void scoresWithoutAValueAreNotShownAsNumbers() throws IOException {
        writePredictions("y,Prediction (y),Prediction (y) unpruned\n2,1.5,1\n");
        assertThat(summary()).containsPattern("unpruned ensemble +1\\.0000 +-\n")
            .doesNotContain("Infinity", "NaN", "standard error");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"'' | predictions.csv cannot be read: the file is empty",
        "y,Prediction (y)\\n | predictions.csv has no rows",
        "z,Prediction (y)\\n1,1\\n | no column 'y' with measured values; it has [z, Prediction (y)]",
        "y,Prediction (z)\\n1,1\\n | no column 'Prediction (y)'; it has [y, Prediction (z)]",
        "y,Prediction (y)\\n,1\\nNaN,2\\n | no row of predictions.csv has both a measured and a predicted number"})
    void withoutScoresTheSectionSaysWhy(final String text, final String reason) throws IOException {
        writePredictions(text.replace("\\n", "\n"));
        assertThat(summary()).containsPattern("\n  Test +no scores: ").contains(reason).doesNotContain("ensemble");
    }

    @Test
    void whyAllRowsAreLeftOutIsTold() throws IOException {
        writePredictions("y,Prediction (y)\n,1\nNaN,2\n3,\n");
        assertThat(summary()).contains("2 rows have no finite number in 'y' and are left out; the first is row 1",
            "1 row has no prediction and is left out: row 3");
    }

    @Test
    void whatTheRunDidNotWriteIsNotItsResult() throws IOException {
        writePredictions("y,Prediction (y)\n1,1\n2,3\n");
        report = new RunReport(folder);
        assertThat(summary()).doesNotContain("Weights", "Test", "Model file", "predictions.csv");
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
    void damagedModelGivesAPlainSummaryWithTheReason() throws IOException {
        Files.writeString(data.resolve("model.reductor"), "no model");
        assertThat(summary()).contains("Result", "Time", "model.reductor")
            .containsPattern("Model +model.reductor cannot be read, so there is nothing on weights and test rows: \\w")
            .doesNotContain("Weights");
    }
}
