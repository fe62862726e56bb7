/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.train;

import org.reductor.core.compute.SteppedRows;
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
    private final float[] kept;

    DenseEpochs(final Network start, final CsrMatrix features, final Mask mask, final TrainingSettings settings,
        final TrainingTask task, final BooleanSupplier cancelled) {
        super(start, features, mask, settings, task, Helpers.NONE, cancelled);
        kernel = first.weights();
        gradient = new float[kernel.length][start.size(1)];
        firstMoments = new float[kernel.length][start.size(1)];
        secondMoments = new float[kernel.length][start.size(1)];
        kept = new float[start.size(1)];
    }

    @Override
    SteppedRows stepped(final float[][] rows, final float[][] flags) {
        return SteppedRows.whole(rows, flags);
    }

    @Override
    int atMost(final int members) {
        return 1;
    }

    @Override
    void begin(final int[] order, final int batchSize, final int firstStep) {
        // nothing to prepare
    }

    @Override
    void catchUp(final int member, final Crew crew) {
        // nothing has been put off
    }

    @Override
    void updateFirstKernel(final int[] order, final int from, final int count, final int thisStep, final int member,
        final Crew crew) {
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
            decay.shrink(0, feature, 1);
            rule.step(kernel[feature], firstMoments[feature], secondMoments[feature],
                first.gradient(feature, gradient[feature], kept), rule.stepSize(thisStep));
            Arrays.fill(gradient[feature], 0f);
        }
    }
}
