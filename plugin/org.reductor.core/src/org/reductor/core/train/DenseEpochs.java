/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.train;

import org.reductor.core.data.CsrMatrix;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Network;

import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * The plain reference: scatters the gradient of the batch into an array as large as the kernel, and updates every row
 * of the kernel at every step. Rows that never had a gradient are left out, because their update is exactly zero.
 */
final class DenseEpochs extends Epochs {

    private final float[] gradient;
    private final float[] first;
    private final float[] second;
    private final boolean[] touched;

    DenseEpochs(final Network network, final CsrMatrix features, final Mask mask, final TrainingSettings settings,
        final BatchPlan plan, final int[] validation, final float[] targets,
        final BooleanSupplier cancelled) {
        super(network, features, mask, settings, plan, validation, targets, cancelled);
        gradient = new float[network.kernel(0).length];
        first = new float[gradient.length];
        second = new float[gradient.length];
        touched = new boolean[features.columns()];
    }

    @Override
    void begin(final int[] order, final int batchSize, final int firstStep) {
        // nothing to prepare
    }

    @Override
    void addInputs(final int[] rows, final int from, final int count, final boolean validating) {
        for (int i = 0; i < count; i++) {
            final float[] sums = firstSums[i];
            for (int p = features.rowStart(rows[from + i]); p < features.rowEnd(rows[from + i]); p++) {
                final int offset = features.columnIndices()[p] * sums.length;
                final float value = features.binary() ? 1f : features.values()[p];
                for (int u = 0; u < sums.length; u++) {
                    sums[u] += value * network.kernel(0)[offset + u];
                }
            }
        }
    }

    @Override
    void updateFirstKernel(final int[] order, final int from, final int count, final int thisStep) {
        final int width = network.size(1);
        for (int i = 0; i < count; i++) {
            final int row = order[from + i];
            for (int p = features.rowStart(row); p < features.rowEnd(row); p++) {
                final int feature = features.columnIndices()[p];
                final float value = features.binary() ? 1f : features.values()[p];
                touched[feature] = true;
                for (int u = 0; u < width; u++) {
                    gradient[feature * width + u] += value * firstDeltas[i][u];
                }
            }
        }
        if (factors != null) {
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] *= factors[i];
            }
        }
        final float stepSize = adam.stepSize(thisStep);
        for (int feature = 0; feature < touched.length; feature++) {
            if (touched[feature]) {
                adam.update(network.kernel(0), first, second, gradient, feature * width, (feature + 1) * width,
                    stepSize);
            }
        }
        Arrays.fill(gradient, 0f);
    }
}
