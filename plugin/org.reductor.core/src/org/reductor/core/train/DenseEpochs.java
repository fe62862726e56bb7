/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.train;

import org.reductor.core.compute.RowKernel;
import org.reductor.core.compute.RowSums;
import org.reductor.core.data.CsrMatrix;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Network;

import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * The plain reference: scatters the gradient of the batch into an array as large as the kernel, and steps every row of
 * the kernel at every step.
 */
final class DenseEpochs extends Epochs {

    private final float[][] kernel;
    private final float[][] gradient;
    private final float[][] firstMoments;
    private final float[][] secondMoments;

    DenseEpochs(final Network start, final CsrMatrix features, final Mask mask, final TrainingSettings settings,
        final TrainingTask task, final BooleanSupplier cancelled) {
        super(start, RowKernel.of(start.sizes(), start::kernel), features, mask, settings, task, cancelled);
        kernel = first.rows();
        gradient = new float[kernel.length][start.size(1)];
        firstMoments = new float[kernel.length][start.size(1)];
        secondMoments = new float[kernel.length][start.size(1)];
    }

    @Override
    void begin(final int[] order, final int batchSize, final int firstStep) {
        // nothing to prepare
    }

    @Override
    void updateFirstKernel(final int[] order, final int from, final int count, final int thisStep) {
        for (int i = 0; i < count; i++) {
            final int row = order[from + i];
            for (int p = features.rowStart(row); p < features.rowEnd(row); p++) {
                final float[] sum = gradient[features.columnIndices()[p]];
                final float value = features.binary() ? 1f : features.values()[p];
                for (int u = 0; u < sum.length; u++) {
                    sum[u] += value * firstDeltas[i][u];
                }
            }
        }
        for (int feature = 0; feature < kernel.length; feature++) {
            if (factors != null) {
                RowSums.multiply(gradient[feature], factors[feature]);
            }
            decay.shrink(0, feature, 1);
            rule.step(kernel[feature], firstMoments[feature], secondMoments[feature], gradient[feature],
                rule.stepSize(thisStep));
            Arrays.fill(gradient[feature], 0f);
        }
    }
}
