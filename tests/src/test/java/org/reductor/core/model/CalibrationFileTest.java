/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.reductor.core.data.FeatureBlock;
import org.reductor.core.data.FeatureRecipe;
import org.reductor.core.data.Task;
import org.reductor.core.network.Activation;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Network;
import org.reductor.core.network.NetworkEnsemble;
import org.reductor.core.objective.AffineScale;
import org.reductor.core.objective.Head;
import org.reductor.core.objective.Heads;
import org.reductor.core.objective.Objectives;
import org.reductor.core.uncertainty.Calibration;
import org.reductor.core.uncertainty.IntervalScores;
import org.reductor.core.uncertainty.KnownRows;
import org.reductor.core.uncertainty.ProbabilityMap;

class CalibrationFileTest {

    private static final int WIDTH = 100_000;

    private static final Calibration CALIBRATION = new Calibration(List.of(new int[]{0}, new int[]{1}),
        List.of(new IntervalScores(List.of(new float[]{0.25f, 1.5f}, new float[]{3}), 0.75),
            new ProbabilityMap(2, 0.5, -0.25)),
        Optional.of(new KnownRows(WIDTH, 2,
            List.of(new int[]{0, 1, 300, 99_999}, new int[]{5}, new int[]{16_383, 16_384}), new int[]{0, 1, -1},
            0.3)));

    private static NetworkModel model(final Optional<Calibration> calibration) {
        final Heads heads = new Heads(List.of(new Head(Task.number("y"), Objectives.RMSE, AffineScale.IDENTITY),
            new Head(Task.classes("c", List.of("a", "b")), Objectives.CROSS_ENTROPY, AffineScale.IDENTITY)));
        final int[] sizes = {WIDTH, 1, 2};
        final Network network = new Network(sizes, Activation.RELU,
            new float[][]{new float[WIDTH], new float[]{1, 2}}, new float[][]{{1}, {1, 2}});
        return new NetworkModel(new NetworkEnsemble(Mask.full(sizes), List.of(network, network), heads),
            new FeatureRecipe(List.of(FeatureBlock.of("smiles", "morgan", WIDTH, Map.of()))), List.of(),
            List.of(), Provenance.imported(WIDTH, Map.of(), Map.of()), calibration);
    }

    private static byte[] bytes(final Optional<Calibration> calibration) throws IOException {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        model(calibration).write(out);
        return out.toByteArray();
    }

    private static NetworkModel read(final byte[] bytes) throws IOException {
        return NetworkModel.read(new ByteArrayInputStream(bytes));
    }

    private static MeanFile mean() throws IOException {
        return new MeanFile(bytes(Optional.of(CALIBRATION)));
    }

    private static ObjectNode calibration(final ObjectNode json) {
        return (ObjectNode)json.path("calibration");
    }

    private static void assertRefused(final MeanFile file, final String... parts) {
        assertThatThrownBy(() -> read(file.stored())).isInstanceOf(ModelFormatException.class)
            .satisfies(e -> assertThat(e.getMessage()).contains(parts));
    }

    @Test
    void aCalibrationComesBackAsItWas() throws IOException {
        final Calibration read = read(bytes(Optional.of(CALIBRATION))).calibration().orElseThrow();

        assertThat(read.groups()).usingElementComparator((a, b) -> Arrays.compare(a, b))
            .containsExactly(new int[]{0}, new int[]{1});
        final IntervalScores scores = (IntervalScores)read.tasks().get(0);
        assertThat(scores.slope()).isEqualTo(0.75);
        assertThat(scores.ofGroup().get(0)).containsExactly(0.25f, 1.5f);
        assertThat(scores.ofGroup().get(1)).containsExactly(3);
        assertThat(read.tasks().get(1)).isEqualTo(new ProbabilityMap(2, 0.5, -0.25));
        final KnownRows known = read.known().orElseThrow();
        assertThat(known.threshold()).isEqualTo(0.3);
        assertThat(known.judged()).containsExactly(0, 1, -1);
        assertThat(known.rows().get(0)).containsExactly(0, 1, 300, 99_999);
        assertThat(known.rows().get(1)).containsExactly(5);
        assertThat(known.rows().get(2)).containsExactly(16_383, 16_384);
    }

    @Test
    void aModelWithoutOneIsAsBefore() throws IOException {
        assertThat(read(bytes(Optional.empty())).calibration()).isEmpty();
        assertThat(model(Optional.empty()).fingerprint()).isEqualTo(model(Optional.of(CALIBRATION)).fingerprint());
        assertThat(read(bytes(Optional.of(CALIBRATION))).member(1).calibration()).isEmpty();
    }

    @Test
    void damagedPartsAreRefused() throws IOException {
        assertRefused(mean().array("calibration/bits", new byte[11]), "calibration/bits");
        final byte[] bits = mean().array("calibration/bits");
        bits[0] = 120;
        assertRefused(mean().array("calibration/bits", bits), "calibration/bits", "does not hold");
        final byte[] endless = mean().array("calibration/bits");
        Arrays.fill(endless, (byte)0xff);
        assertRefused(mean().array("calibration/bits", endless), "does not hold");
        assertRefused(mean().array("calibration/judged", LittleEndian.bytes(new int[]{0, 2, 0})), "group 2 of 2");
        assertRefused(mean().array("calibration/scores/0", LittleEndian.bytes(new float[]{2, 1, 3})), "ascend");
        assertRefused(mean().array("calibration/scores/0", LittleEndian.bytes(new float[]{1, Float.NaN, 3})), "NaN");
        assertRefused(mean().without("calibration/judged"), "calibration/judged");
    }

    @Test
    void partsThatDoNotFitAreRefused() throws IOException {
        assertRefused(mean().json(json -> ((ObjectNode)calibration(json).path("known")).put("rows", 2_000_000_000)),
            "2000000000 rows");
        assertRefused(mean().json(json -> ((ObjectNode)calibration(json).path("known")).put("bytes", -1)), "-1");
        assertRefused(mean().json(json -> ((ObjectNode)calibration(json).path("known")).put("threshold", 7)), "7.0");
        assertRefused(mean().json(json -> ((ObjectNode)calibration(json).path("tasks").get(0)).putArray("scores")
            .add(2_000_000_000).add(2_000_000_000)), "announces");
        assertRefused(mean().json(json -> ((ObjectNode)calibration(json).path("tasks").get(0)).put("slope", -2)), "-2");
        assertRefused(mean().json(json -> ((ObjectNode)calibration(json).path("tasks").get(1)).put("slope", -2)), "-2");
        assertRefused(mean().json(json -> ((ObjectNode)calibration(json).path("tasks").get(1)).put("classes", 3)
            .put("offset", 0)), "other networks");
        assertRefused(mean().json(json -> ((ArrayNode)calibration(json).path("groups")).addArray().add(7)), "groups");
        assertRefused(mean().json(json -> ((ArrayNode)calibration(json).path("groups").get(0)).set(0, 7)),
            "other networks");
        assertRefused(mean().json(json -> json.put("calibration", "none")), "calibration");
    }
}
