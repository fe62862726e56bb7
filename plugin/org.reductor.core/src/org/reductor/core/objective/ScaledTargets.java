/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.objective;

import org.reductor.core.data.Limits;
import org.reductor.core.data.Relation;
import org.reductor.core.data.Targets;

import java.util.Arrays;

/**
 * Targets as a network learns them: numbers in its units, positions of classes, and how much each counts.
 */
public final class ScaledTargets {

    private final Heads heads;
    private final float[] values;
    private final Relation[] relations;
    private final float[] weights;

    private ScaledTargets(final Heads heads, final float[] values, final Relation[] relations, final float[] weights) {
        this.heads = heads;
        this.values = values;
        this.relations = relations;
        this.weights = weights;
    }

    /**
     * @param targets in the user's units
     * @param heads one a task
     * @param classWeights how much rows of a rare class count
     * @param learned rows that are learned from, whose classes are counted
     * @return the same targets for a network with these heads
     * @throws IllegalArgumentException if there is not one head a task
     */
    public static ScaledTargets of(final Targets targets, final Heads heads, final ClassWeights classWeights,
        final int[] learned) {
        final int tasks = heads.size();
        if (targets.tasks().size() != tasks) {
            throw new IllegalArgumentException(
                "There are " + targets.tasks().size() + " targets, but the networks predict " + tasks + ".");
        }
        final int size = targets.rows() * tasks;
        final float[] values = new float[size];
        final Relation[] relations = targets.censored() ? new Relation[size] : null;
        float[] weights = targets.weighted() ? new float[size] : null;
        for (int task = 0; task < tasks; task++) {
            final double[] ofClass = heads.get(task).task().isNumber() ? null : classWeights.of(targets, task, learned);
            if (ofClass != null && weights == null) {
                weights = ones(size);
            }
            for (int row = 0; row < targets.rows(); row++) {
                final int at = row * tasks + task;
                // NaN, for no value, stays NaN.
                values[at] = (float)heads.get(task).scale().apply(targets.value(row, task));
                if (relations != null) {
                    relations[at] = targets.relation(row, task);
                }
                if (weights != null) {
                    final boolean classed = ofClass != null && targets.present(row, task);
                    weights[at] =
                        (float)(targets.weight(row) * (classed ? ofClass[(int)targets.value(row, task)] : 1));
                }
            }
        }
        return new ScaledTargets(heads, values, relations, weights);
    }

    /**
     * One exact number a row, as it is.
     *
     * @param heads one head for numbers
     * @param values in the network's units; not copied
     * @return the targets
     */
    public static ScaledTargets of(final Heads heads, final float[] values) {
        return new ScaledTargets(heads, values, null, null);
    }

    /**
     * Checks targets for networks with these heads. Networks see numbers as floats, and those to start from may come
     * with any scale.
     *
     * @param targets in the user's units
     * @param heads one a task
     * @param rows the rows to learn from
     * @throws IllegalArgumentException if a scale or a scaled number is too large, or the networks would see all values
     *             of a task as one, naming it and the remedy
     */
    public static void requireUsable(final Targets targets, final Heads heads, final int[] rows) {
        for (int task = 0; task < heads.size(); task++) {
            final AffineScale scale = heads.get(task).scale();
            final String units = scale.center() + " for 0 and " + scale.scale() + " for 1";
            if (!Targets.usable(scale.center()) || !Targets.usable(scale.scale())) {
                throw new IllegalArgumentException("The networks take a target of " + units + ", and at most "
                    + Limits.LARGEST_TARGET + " can be computed with. Start from other networks, or new ones.");
            }
            float first = Float.NaN;
            boolean constant = true;
            for (final int row : targets.rowsWith(task, rows)) {
                final float value = (float)scale.apply(targets.value(row, task));
                if (!Targets.usable(value)) {
                    throw new IllegalArgumentException("The target of row " + row + " is " + targets.value(row, task)
                        + ", which is too large in the units that the networks see: they take " + units
                        + ". Start from other networks, or new ones.");
                }
                first = Float.isNaN(first) ? value : first;
                constant &= value == first;
            }
            if (constant) {
                throw new IllegalArgumentException("The networks cannot tell the targets apart: in the units and with "
                    + "the precision that they see, all of '" + heads.get(task).task().name() + "' in the rows to "
                    + "learn from are " + first + ". Standardise the target, give it in other units, or choose another.");
            }
        }
    }

    private static float[] ones(final int size) {
        final float[] ones = new float[size];
        Arrays.fill(ones, 1f);
        return ones;
    }

    /** @return the tasks */
    public Heads heads() {
        return heads;
    }

    /**
     * @param newHeads heads for the same tasks
     * @return the same targets with them
     */
    public ScaledTargets with(final Heads newHeads) {
        return new ScaledTargets(newHeads, values, relations, weights);
    }

    /**
     * @param row the row
     * @param task the task
     * @return the number in the network's units, or the position of the class; NaN if there is none
     */
    public float value(final int row, final int task) {
        return values[row * heads.size() + task];
    }

    /**
     * @param row the row
     * @param task the task
     * @return how the value bounds the true one
     */
    public Relation relation(final int row, final int task) {
        return relations == null ? Relation.EQUAL : relations[row * heads.size() + task];
    }

    /** @return whether all values count the same and none is missing or a bound */
    public boolean plain() {
        if (relations != null || weights != null) {
            return false;
        }
        for (final float value : values) {
            if (Float.isNaN(value)) {
                return false;
            }
        }
        return true;
    }

    float weight(final int row, final int task) {
        return weights == null ? 1f : weights[row * heads.size() + task];
    }
}
