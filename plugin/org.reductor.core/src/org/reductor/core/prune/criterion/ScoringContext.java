/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune.criterion;

import org.reductor.core.network.Network;

import java.util.List;

/**
 * What a criterion may look at: the networks that share a mask, one a fold, and what their training rows say. All
 * networks are of one size. Of what the criterion does not {@linkplain ImportanceCriterion#needs() need} the lists and
 * arrays are empty.
 *
 * @param starts for each control network that from which its training and that of its perturbed networks started
 * @param controls the control networks
 * @param perturbed for each control network its perturbed ones
 * @param inputs what the training rows are like at each input
 * @param activations for each control network, hidden layer and unit the root mean square of what the unit gives in the
 *            training rows
 * @param residualToNoise for each control network the ratio of its own error to the noise of its perturbed networks'
 *            targets: root mean square of its errors in the rows on which it was stopped, over that of what the
 *            perturbations changed in the training rows. Differences between control and perturbed weights, times this,
 *            are those that noise as large as the errors would make
 * @param seed seed of whatever is random
 */
public record ScoringContext(List<Network> starts, List<Network> controls, List<List<Network>> perturbed,
    InputStatistics inputs, List<float[][]> activations, double[] residualToNoise, long seed) {

    /**
     * @param control index of a control network
     * @param level 0 for the inputs, 1 for the first hidden layer, ...
     * @return root mean square of what each input or hidden unit of that level gives in the training rows
     */
    public float[] rms(final int control, final int level) {
        return level == 0 ? inputs.rms() : activations.get(control)[level - 1];
    }

    /** @return for each kernel an array with a place for the score of each weight */
    double[][] emptyScores() {
        final Network first = controls.get(0);
        final double[][] scores = new double[first.layers()][];
        for (int l = 0; l < scores.length; l++) {
            scores[l] = new double[first.kernel(l).length];
        }
        return scores;
    }
}
