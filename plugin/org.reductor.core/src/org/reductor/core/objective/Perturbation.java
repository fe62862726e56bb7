/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.objective;

import org.reductor.core.data.Seeds;
import org.reductor.core.data.Targets;
import org.reductor.core.data.Task;
import org.reductor.core.settings.StoredAs;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * How the targets of the perturbed networks differ from the control's. Networks are numbered from 0.
 *
 * @param kind what is done to the targets
 * @param amplitude how strongly: a share of a number for {@link Kind#SCALE}, standard deviations of it for
 *            {@link Kind#SHIFT} and {@link Kind#NOISE}; a share of the labels of classes; above 0, and
 *            at most {@value #LARGEST_AMPLITUDE}
 * @param networks number of perturbed networks a fold, at least 1
 */
public record Perturbation(@StoredAs("perturbation") Kind kind,
    @StoredAs("perturbationAmplitude") double amplitude, @StoredAs("perturbedNetworks") int networks) {

    /** Beyond it, hardly anything of the target is left, and in the end no finite number. */
    public static final double LARGEST_AMPLITUDE = 1000;

    /** What is done to the targets. */
    public enum Kind {
        /** Numbers multiplied by {@code linspace(1 - amplitude, 1 + amplitude, networks)}, as published. */
        SCALE(true, false),
        /** Numbers moved by {@code linspace(-amplitude, amplitude, networks)} standard deviations. */
        SHIFT(true, false),
        /**
         * Gaussian noise of {@code amplitude} standard deviations added to each number; of classes a share
         * {@code amplitude} of the labels replaced by that of another class.
         */
        NOISE(true, true),
        /**
         * Labels of classes softened: all classes share {@code linspace(0, amplitude, networks + 1)} of each, without
         * the 0.
         */
        SOFTEN(false, true);

        private final boolean forNumbers;
        private final boolean forClasses;

        Kind(final boolean forNumbers, final boolean forClasses) {
            this.forNumbers = forNumbers;
            this.forClasses = forClasses;
        }

        /**
         * @param task a task
         * @return whether its targets can be perturbed so
         */
        public boolean fits(final Task task) {
            return task.isNumber() ? forNumbers : forClasses;
        }
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
     * @param tasks what is to be learned
     * @throws IllegalArgumentException if the targets of a task cannot be perturbed so, naming it and the remedy
     */
    public void requireFit(final List<Task> tasks) {
        for (final Task task : tasks) {
            if (!kind.fits(task)) {
                throw new IllegalArgumentException("The perturbation " + kind + " is for "
                    + (task.isNumber() ? "classes" : "numbers") + ", but the target '" + task.name() + "' holds "
                    + (task.isNumber() ? "numbers" : "classes") + ". Choose " + Kind.NOISE + ", which fits both.");
            }
            if (!task.isNumber() && amplitude >= 1) {
                throw new IllegalArgumentException("The perturbation amplitude is " + amplitude
                    + "; for the classes of '" + task.name() + "' it is a share of the labels and must be below 1.");
            }
        }
    }

    /**
     * Makes the targets of one perturbed network.
     *
     * @param targets in the user's units
     * @param rows the rows whose standard deviations are the units of the amplitude
     * @param network number of the perturbed network
     * @param seed seed of what is random
     * @return new targets, in the user's units
     */
    public Targets apply(final Targets targets, final int[] rows, final int network, final long seed) {
        final double position = networks == 1 ? 1 : 2.0 * network / (networks - 1) - 1;
        final Random random = new Random(Seeds.derive(seed, network));
        final double[] deviations =
            IntStream.range(0, targets.tasks().size()).mapToDouble(task -> targets.moments(task, rows)[1]).toArray();
        return targets.map((row, task, value) -> switch (kind) {
            case SCALE -> value * (1 + amplitude * position);
            case SHIFT -> value + amplitude * position * deviations[task];
            case NOISE -> targets.tasks().get(task).isNumber()
                ? value + amplitude * deviations[task] * random.nextGaussian()
                : relabelled(value, targets.tasks().get(task).classes().size(), random);
            case SOFTEN -> value;
        });
    }

    /** Another class for a share of the labels, any of the others alike. */
    private double relabelled(final double value, final int classes, final Random random) {
        return random.nextDouble() < amplitude ? (value + 1 + random.nextInt(classes - 1)) % classes : value;
    }

    /**
     * The heads that one perturbed network is trained with, which differ where labels are softened.
     *
     * @param heads heads of the control
     * @param network number of the perturbed network
     * @return those of the perturbed network
     */
    public Heads apply(final Heads heads, final int network) {
        if (kind != Kind.SOFTEN) {
            return heads;
        }
        return new Heads(
            heads.stream().map(head -> head.with(head.objective().softened(softening(network)))).toList());
    }

    /**
     * @param network number of the perturbed network
     * @return which share of each label all classes share; 0 if labels are not softened
     */
    public double softening(final int network) {
        return kind == Kind.SOFTEN ? amplitude * (network + 1) / networks : 0;
    }
}
