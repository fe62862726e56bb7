/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import org.reductor.core.network.Network;

import java.util.List;

/**
 * The deviation of a weight: the mean over folds of the mean over perturbed networks of |w_pert - w_ctrl| / |d|. A
 * quotient 0/0 counts as 0 and x/0 as infinitely large. (The published code turns the mean of a weight with any 0/0
 * into 0, which hides the deviation of the other networks.)
 */
final class Deviation implements WeightScore {

    /** The denominator is the perturbed weight, as in the published code. */
    static final Deviation RELATIVE_TO_PERTURBED = new Deviation(false);

    /** The denominator is the control weight, as in the paper's abstract. */
    static final Deviation RELATIVE_TO_CONTROL = new Deviation(true);

    private final boolean relativeToControl;

    private Deviation(final boolean relativeToControl) {
        this.relativeToControl = relativeToControl;
    }

    @Override
    public double[][] score(final List<Network> controls, final List<List<Network>> perturbed,
        final InputStatistics inputs, final long seed) {
        final double[][] mean = new double[controls.get(0).layers()][];
        for (int l = 0; l < mean.length; l++) {
            mean[l] = new double[controls.get(0).kernel(l).length];
            for (int fold = 0; fold < controls.size(); fold++) {
                for (final Network network : perturbed.get(fold)) {
                    final double share = 1.0 / ((double)controls.size() * perturbed.get(fold).size());
                    add(mean[l], share, controls.get(fold).kernel(l), network.kernel(l));
                }
            }
        }
        return mean;
    }

    private void add(final double[] sum, final double share, final float[] control, final float[] perturbed) {
        for (int i = 0; i < sum.length; i++) {
            final double difference = Math.abs((double)perturbed[i] - control[i]);
            if (difference != 0) {
                sum[i] += share * (difference / Math.abs(relativeToControl ? control[i] : perturbed[i]));
            }
        }
    }
}
