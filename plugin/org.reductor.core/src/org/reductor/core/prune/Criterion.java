/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import org.reductor.core.network.Network;
import org.reductor.core.train.Seeds;

import java.util.List;

/** Which weights go first: those with the highest score. */
public enum Criterion {

    /** Deviation relative to the perturbed weight, |w_pert - w_ctrl| / |w_pert|, as in the published code. */
    PUBLISHED(true, Deviation.RELATIVE_TO_PERTURBED),

    /** Deviation relative to the control weight, |w_pert - w_ctrl| / |w_ctrl|, as in the paper's abstract. */
    RELATIVE_TO_CONTROL(true, Deviation.RELATIVE_TO_CONTROL),

    /** Smallest mean absolute weight first; needs no perturbed networks. */
    MAGNITUDE(false, new Magnitude()),

    /**
     * Smallest mean absolute weight times the root mean square of its input first, see {@link ScaledMagnitude}; needs no
     * perturbed networks.
     */
    SCALED_MAGNITUDE(false, new ScaledMagnitude()),

    /** Any weight, by chance: the control that every other criterion must beat. */
    RANDOM(false, new RandomOrder());

    private final boolean needsPerturbedNetworks;
    private final WeightScore score;

    Criterion(final boolean needsPerturbedNetworks, final WeightScore score) {
        this.needsPerturbedNetworks = needsPerturbedNetworks;
        this.score = score;
    }

    /** @return whether perturbed networks must be trained for the scores */
    public boolean needsPerturbedNetworks() {
        return needsPerturbedNetworks;
    }

    /**
     * Scores the weights of a round.
     *
     * @param round the round with its control networks
     * @param perturbed for each fold its perturbed networks; empty if the criterion needs none
     * @param seed seed of the run
     * @return as {@link WeightScore#score}
     */
    public double[][] score(final TrainedRound round, final List<List<Network>> perturbed, final long seed) {
        return score.score(round.controls(), perturbed, round.inputs(),
            Seeds.derive(seed, Purpose.CRITERION, round.start().round()));
    }
}
