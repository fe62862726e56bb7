/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.junit.jupiter.api.Test;

class PredictorTest {

    /** Output = 2 relu(a - b + 0.5) - 3 relu(b) + 1, scaled by 10 around 100. */
    private static final NetworkEnsemble ENSEMBLE = new NetworkEnsemble(Mask.full(2, 2, 1),
        List.of(new Network(new int[]{2, 2, 1}, Activation.RELU, new float[][]{{1, 0, -1, 1}, {2, -3}},
            new float[][]{{.5f, 0}, {1}})),
        new AffineScale(100, 10));

    private static double predict(final int[] features, final float[] values) {
        final double[] prediction = new double[1];
        new Predictor(ENSEMBLE).predict(features, values, prediction);
        return prediction[0];
    }

    @Test
    void predictionsMatchTheFormulaByHand() {
        assertThat(predict(new int[]{}, null)).isEqualTo(100 + 10 * (2 * .5 + 1));
        assertThat(predict(new int[]{0}, null)).isEqualTo(100 + 10 * (2 * 1.5 + 1));
        assertThat(predict(new int[]{1}, null)).isEqualTo(100 + 10 * (-3 + 1));
        assertThat(predict(new int[]{0, 1}, new float[]{2, .5f})).isEqualTo(100 + 10 * (2 * 2.0 - 1.5 + 1));
    }

    @Test
    void aFeatureOutOfRangeIsRefused() {
        assertThatThrownBy(() -> predict(new int[]{2}, null)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("feature 2");
    }

    @Test
    void featuresThatNoWeightReadsAreSkipped() {
        final Mask mask = new Mask(new int[]{4, 2, 1}, new int[][]{{1, 3}, {0, 1}, {0}},
            new boolean[][]{{true, true, true, true}, {true, true}});
        final Predictor predictor =
            new Predictor(new NetworkEnsemble(mask, ENSEMBLE.members(), ENSEMBLE.targetScale()));
        final double[] prediction = new double[1];
        predictor.predict(new int[]{0, 1, 2}, null, prediction);
        assertThat(prediction[0]).isEqualTo(predict(new int[]{0}, null));
    }

    @Test
    void spreadIsTheSampleStandardDeviation() {
        assertThat(Predictor.mean(new double[]{1, 2, 6})).isEqualTo(3);
        assertThat(Predictor.spread(new double[]{1, 2, 6})).isCloseTo(Math.sqrt(7), within(1e-12));
        assertThat(Predictor.spread(new double[]{4})).isZero();
    }
}
