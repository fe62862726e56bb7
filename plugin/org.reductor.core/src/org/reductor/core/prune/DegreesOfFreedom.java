/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import org.reductor.core.data.CsrMatrix;
import org.reductor.core.network.Network;
import org.reductor.core.network.NetworkPass;
import org.reductor.core.objective.Perturbation;
import org.reductor.core.objective.ScaledTargets;

import java.util.OptionalDouble;

/**
 * Generalised degrees of freedom of a training: how far its predictions follow noise in the targets that it learns
 * from, summed over the rows (Ye 1998, "On measuring and correcting the effects of data mining and model selection").
 * Least squares with p free weights has p of them, a network that learns every target by heart as many as there are
 * targets, and one that only sees what is there few, however many weights it has.
 *
 * <p>Estimated from networks that were trained on noisy targets: the sum over the rows of (prediction of the perturbed
 * network - prediction of the control) * (perturbed target - target), divided by the mean square of the noise. What the
 * weights that both started from owe to the targets is not in it.
 */
final class DegreesOfFreedom {

    private final ScaledTargets targets;
    private final CsrMatrix features;
    private final int[] rows;

    /**
     * @param targets what the control learns, numbers only
     * @param features one column for each input of the networks
     * @param rows rows that they learn from
     */
    DegreesOfFreedom(final ScaledTargets targets, final CsrMatrix features, final int[] rows) {
        this.targets = targets;
        this.features = features;
        this.rows = rows;
    }

    /** @return whether the noise of a perturbation tells the degrees of freedom of networks that learn these targets */
    static boolean estimable(final Perturbation perturbation, final ScaledTargets targets) {
        return perturbation != null && perturbation.kind() == Perturbation.Kind.NOISE
            && targets.heads().stream().allMatch(head -> head.task().isNumber());
    }

    /**
     * @param network a trained network
     * @return what it gives for the rows, task by task in each, in its own units
     */
    float[] fitted(final Network network) {
        final NetworkPass pass = new NetworkPass(network);
        final int tasks = targets.heads().size();
        final float[] fitted = new float[rows.length * tasks];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(pass.run(features, rows[i]), 0, fitted, i * tasks, tasks);
        }
        return fitted;
    }

    /**
     * @param noisy the targets that the perturbed network has learned
     * @param control {@link #fitted} of the control
     * @param perturbed the same of the perturbed network
     * @return the estimate, the sum over the tasks; empty if nothing was changed
     */
    OptionalDouble estimate(final ScaledTargets noisy, final float[] control, final float[] perturbed) {
        final int tasks = targets.heads().size();
        double sum = 0;
        boolean changed = false;
        for (int task = 0; task < tasks; task++) {
            double followed = 0;
            double squares = 0;
            long count = 0;
            for (int i = 0; i < rows.length; i++) {
                final double noise = (double)noisy.value(rows[i], task) - targets.value(rows[i], task);
                if (!Double.isNaN(noise)) {
                    final int at = i * tasks + task;
                    followed += ((double)perturbed[at] - control[at]) * noise;
                    squares += noise * noise;
                    count++;
                }
            }
            if (squares > 0) {
                sum += followed / squares * count;
                changed = true;
            }
        }
        return changed ? OptionalDouble.of(sum) : OptionalDouble.empty();
    }
}
