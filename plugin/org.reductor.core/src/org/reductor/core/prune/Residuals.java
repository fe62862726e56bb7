/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import org.reductor.core.data.CsrMatrix;
import org.reductor.core.data.Relation;
import org.reductor.core.data.Task;
import org.reductor.core.network.Network;
import org.reductor.core.network.NetworkPass;
import org.reductor.core.objective.Heads;
import org.reductor.core.objective.ScaledTargets;

/**
 * How far targets are from predictions, and perturbed targets from true ones: root mean squares over all rows and
 * tasks, in units that both share, of which a criterion takes the ratio. Numbers count in the units in which networks
 * see them, and classes as probabilities: two classes as that of the second, more by all of theirs. A bound that is
 * kept counts as no distance.
 */
final class Residuals {

    private double sum;
    private long count;

    private void add(final double square) {
        sum += square;
        count++;
    }

    private double root() {
        return count == 0 ? 0 : Math.sqrt(sum / count);
    }

    /**
     * @param network a trained network
     * @param features one column for each of its inputs
     * @param targets what it has learned
     * @param rows rows that it has not learned from
     * @return root mean square of its errors there; 0 if there is no target
     */
    static double of(final Network network, final CsrMatrix features, final ScaledTargets targets, final int[] rows) {
        final Heads heads = targets.heads().inUserUnits();
        final NetworkPass pass = new NetworkPass(network);
        final double[] predictions = new double[heads.outputs()];
        final Residuals residuals = new Residuals();
        for (final int row : rows) {
            heads.predict(pass.run(features, row), predictions, 0);
            for (int task = 0; task < heads.size(); task++) {
                final float value = targets.value(row, task);
                if (!Float.isNaN(value)) {
                    residuals.add(square(predictions, heads.start(task), heads.get(task).task(), value,
                        targets.relation(row, task)));
                }
            }
        }
        return residuals.root();
    }

    private static double square(final double[] predictions, final int from, final Task task, final float value,
        final Relation relation) {
        if (task.classes().size() <= 2) {
            final double error = predictions[from] - value;
            final boolean kept =
                relation == Relation.BELOW && error <= 0 || relation == Relation.ABOVE && error >= 0;
            return kept ? 0 : error * error;
        }
        double square = 0;
        for (int c = 0; c < task.classes().size(); c++) {
            final double error = predictions[from + c] - (c == (int)value ? 1 : 0);
            square += error * error;
        }
        return square;
    }

    /** What perturbations of the targets of one fold did, all of them together. */
    static final class Noise {

        private final Residuals residuals = new Residuals();

        /**
         * @param targets true targets
         * @param perturbed those of a perturbed network
         * @param softening which share of each label was given to all classes alike
         * @param rows rows that the network learns from
         */
        void add(final ScaledTargets targets, final ScaledTargets perturbed, final double softening,
            final int[] rows) {
            for (final int row : rows) {
                for (int task = 0; task < targets.heads().size(); task++) {
                    final float value = targets.value(row, task);
                    if (!Float.isNaN(value)) {
                        residuals.add(square(targets.heads().get(task).task(), value, perturbed.value(row, task),
                            softening));
                    }
                }
            }
        }

        private static double square(final Task task, final double value, final double other, final double softening) {
            final int classes = task.classes().size();
            if (task.isNumber()) {
                return (value - other) * (value - other);
            }
            // A label moves by its share: from 1 to 1 - s + s / K for its own class, from 0 to s / K for others.
            final double moved = value == other ? softening * softening * (1 - 1.0 / classes) : 2;
            return classes == 2 ? moved / 2 : moved;
        }

        /** @return root mean square of the changes */
        double root() {
            return residuals.root();
        }
    }
}
