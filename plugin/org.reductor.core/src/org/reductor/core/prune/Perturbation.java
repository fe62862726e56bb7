/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import org.reductor.core.train.Seeds;

import java.util.Random;

/**
 * How the targets of the perturbed networks differ from the control's. Networks are numbered from 0.
 *
 * @param kind what is done to the targets
 * @param amplitude how strongly: a share of the target for {@link Kind#SCALE}, standard deviations of the target for
 *            the others; above 0, and at most {@value #LARGEST_AMPLITUDE}
 * @param networks number of perturbed networks a fold, at least 1
 */
public record Perturbation(Kind kind, double amplitude, int networks) {

    /** Beyond it, hardly anything of the target is left, and in the end no finite number. */
    public static final double LARGEST_AMPLITUDE = 1000;

    /** What is done to the targets. */
    public enum Kind {
        /** Multiplied by {@code linspace(1 - amplitude, 1 + amplitude, networks)}, as published. */
        SCALE,
        /** Moved by {@code linspace(-amplitude, amplitude, networks)} standard deviations. */
        SHIFT,
        /** Gaussian noise of {@code amplitude} standard deviations added to each. */
        NOISE
    }

    /** Checks the ranges. */
    public Perturbation {
        if (!(amplitude > 0 && amplitude <= LARGEST_AMPLITUDE)) {
            throw new IllegalArgumentException("The perturbation amplitude is " + amplitude
                + "; it must be above 0 and at most " + LARGEST_AMPLITUDE + ".");
        }
        if (networks < 1) {
            throw new IllegalArgumentException(
                "The number of perturbed networks is " + networks + "; it must be at least 1.");
        }
    }

    /** @return noise of a tenth of the target's standard deviation, two networks a fold, the default */
    public static Perturbation noise() {
        return new Perturbation(Kind.NOISE, 0.1, 2);
    }

    /** @return targets times .9 and 1.1, as published */
    public static Perturbation published() {
        return new Perturbation(Kind.SCALE, 0.1, 2);
    }

    /**
     * Makes the targets of one perturbed network.
     *
     * @param targets one a row, in the user's units
     * @param standardDeviation of the targets
     * @param network number of the perturbed network
     * @param seed seed of the noise
     * @return new targets, in the user's units
     */
    public double[] apply(final double[] targets, final double standardDeviation, final int network,
        final long seed) {
        final double position = networks == 1 ? 1 : 2.0 * network / (networks - 1) - 1;
        final Random random = new Random(Seeds.derive(seed, network));
        final double[] perturbed = new double[targets.length];
        for (int i = 0; i < targets.length; i++) {
            perturbed[i] = switch (kind) {
                case SCALE -> targets[i] * (1 + amplitude * position);
                case SHIFT -> targets[i] + amplitude * position * standardDeviation;
                case NOISE -> targets[i] + amplitude * standardDeviation * random.nextGaussian();
            };
        }
        return perturbed;
    }
}
