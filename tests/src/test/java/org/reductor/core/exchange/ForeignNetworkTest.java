/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.reductor.core.data.FeatureBlock;
import org.reductor.core.data.FeatureRecipe;
import org.reductor.core.model.NetworkModel;
import org.reductor.core.network.Activation;
import org.reductor.core.network.Network;
import org.reductor.core.network.Predictor;
import org.reductor.core.objective.AffineScale;
import org.reductor.core.objective.Heads;

class ForeignNetworkTest {

    /** Unit 1 reads nothing, so that it is a constant; unit 2 is read by nobody; feature 3 is read by unit 2 only. */
    private static ForeignNetwork network() {
        final float[] first = {1, 0, 2, 0, 0, 3, -1, 0, 0, 0, 0, 4};
        final float[][] kernels = {first, {2, -3, 0}};
        return new ForeignNetwork(new Network(new int[]{4, 3, 1}, Activation.SIGMOID, kernels,
            new float[][]{{.5f, 2, 1}, {1}}), Heads.number("target", new AffineScale(6, 2)), null, false,
            new TreeMap<>(Map.of("source", "Somewhere")));
    }

    private static FeatureRecipe recipe(final int width) {
        return new FeatureRecipe(List.of(FeatureBlock.of("bits", FeatureBlock.BIT_VECTOR, width, Map.of())));
    }

    private static double sigmoid(final double x) {
        return 1 / (1 + Math.exp(-x));
    }

    @Test
    void zerosCountAsPrunedAndWhatTheyLeaveDeadIsRemoved() {
        final NetworkModel model = network().model(recipe(4), "pKi", Map.of("reductor", "0"));
        assertThat(model.networks().originalWeights()).isEqualTo(15);
        assertThat(model.networks().keptWeights()).isEqualTo(3);
        assertThat(model.networks().masks().get(0).units(0)).containsExactly(0, 2);
        assertThat(model.networks().masks().get(0).units(1)).containsExactly(0);
    }

    @Test
    void predictionsAreThoseOfAllWeights() {
        final Predictor predictor = new Predictor(network().model(recipe(4), "pKi", Map.of()).networks());
        final double[] prediction = new double[1];
        predictor.predict(new int[]{0, 3}, null, prediction);
        assertThat(prediction[0])
            .isCloseTo(6 + 2 * (2 * sigmoid(1 + .5) - 3 * sigmoid(2) + 1), within(1e-5));
        predictor.predict(new int[]{2}, new float[]{1.5f}, prediction);
        assertThat(prediction[0])
            .isCloseTo(6 + 2 * (2 * sigmoid(-1.5 + .5) - 3 * sigmoid(2) + 1), within(1e-5));
    }

    @Test
    void modelSaysWhereItComesFrom() {
        final NetworkModel model = network().model(recipe(4), "pKi", Map.of("reductor", "0"));
        assertThat(model.target()).isEqualTo("pKi");
        assertThat(model.recipe()).isEqualTo(recipe(4));
        assertThat(model.provenance().settings()).containsEntry("source", "Somewhere");
        assertThat(model.provenance().versions()).containsEntry("reductor", "0").containsKey("java");
        assertThat(model.provenance().features()).isEqualTo(4);
        assertThat(model.history()).isEmpty();
    }

    /** Nothing is left of it but its constant output, and even that must be written and read. */
    @Test
    void aNetworkOfZerosCanBeWrittenAndRead() throws IOException {
        final NetworkModel model = new ForeignNetwork(new Network(new int[]{4, 3, 1}, Activation.RELU,
            new float[][]{new float[12], new float[3]}, new float[][]{new float[3], {5}}),
            Heads.number("target", AffineScale.IDENTITY), null, false, new TreeMap<>())
                .model(recipe(4), "pKi", Map.of());
        assertThat(model.networks().masks().get(0).sizes()).containsExactly(0, 0, 1);
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        model.write(out);
        final NetworkModel back = NetworkModel.read(new ByteArrayInputStream(out.toByteArray()));
        final double[] prediction = new double[1];
        new Predictor(back.networks()).predict(new int[]{1, 2}, null, prediction);
        assertThat(prediction).containsExactly(5);
    }

    @Test
    void otherWidthIsRefusedWithBothNumbers() {
        assertThatThrownBy(() -> network().model(recipe(5), "pKi", Map.of()))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("reads 4 features, but 5 are given");
    }
}
