/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.objective;

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
                    weights[at] = (float)(targets.weight(row)
                        * (ofClass == null || !targets.present(row, task) ? 1 : ofClass[(int)targets.value(row, task)]));
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

    Relation relation(final int row, final int task) {
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
