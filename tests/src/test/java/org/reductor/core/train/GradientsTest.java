/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.reductor.core.data.CsrMatrix;
import org.reductor.core.network.Activation;
import org.reductor.core.network.ForwardPass;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Network;

/** Back-propagation against central finite differences of the loss. */
class GradientsTest {

    private static final int[] SIZES = {6, 5, 4, 1};
    private static final float STEP = 1e-2f;
    private static final CsrMatrix ROWS = CsrMatrix.builder(6).addRow(new int[]{0, 2, 5}, new float[]{1, -.5f, 2})
        .addRow(new int[]{1, 2}, new float[]{.3f, 1}).addRow(new int[]{3}, new float[]{1.5f}).build();
    private static final float[] TARGETS = {1, -1, 3};

    private final Network network = Network.glorotUniform(SIZES, Activation.RELU, 11);

    @Test
    void everyDerivativeMatchesTheFiniteDifference() {
        for (int l = 0; l < 3; l++) {
            for (int i = 0; i < network.bias(l).length; i++) {
                network.bias(l)[i] = 0.3f + 0.1f * i;
            }
        }
        for (final Loss loss : Loss.values()) {
            final Gradients gradients = gradients(loss);
            for (int l = 0; l < 3; l++) {
                compare(loss, network.kernel(l), gradients.kernel(l));
                compare(loss, network.bias(l), gradients.bias(l));
            }
        }
    }

    private Gradients gradients(final Loss loss) {
        final ForwardPass pass = new ForwardPass(network);
        final Gradients gradients = new Gradients(network, Mask.full(SIZES));
        final float[] errors = errors();
        final float factor = loss.derivativeFactor(loss.value(errors, 3), 3);
        for (int row = 0; row < 3; row++) {
            pass.run(ROWS, row);
            gradients.add(pass, ROWS, row, factor * errors[row]);
        }
        return gradients;
    }

    private void compare(final Loss loss, final float[] weights, final float[] derivatives) {
        for (int i = 0; i < weights.length; i++) {
            final float weight = weights[i];
            weights[i] = weight + STEP;
            final double above = loss.value(errors(), 3);
            weights[i] = weight - STEP;
            final double below = loss.value(errors(), 3);
            weights[i] = weight;
            assertThat((double)derivatives[i]).isCloseTo((above - below) / (2 * STEP), within(2e-3));
        }
    }

    private float[] errors() {
        final ForwardPass pass = new ForwardPass(network);
        final float[] errors = new float[3];
        for (int row = 0; row < 3; row++) {
            errors[row] = pass.run(ROWS, row) - TARGETS[row];
        }
        return errors;
    }
}
