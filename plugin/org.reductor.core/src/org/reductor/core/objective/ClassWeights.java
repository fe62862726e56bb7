/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.objective;

import org.reductor.core.data.Targets;

/** How much rows of a rare class count in training. */
public enum ClassWeights {

    /** As much as all others. */
    NONE {
        @Override
        double[] of(final Targets targets, final int task, final int[] rows) {
            return null;
        }
    },

    /** So much that all classes of a task count the same: rows / (classes x rows of the class). */
    BALANCED {
        @Override
        double[] of(final Targets targets, final int task, final int[] rows) {
            final int[] counts = targets.classCounts(task, rows);
            double present = 0;
            for (final int count : counts) {
                present += count;
            }
            final double[] weights = new double[counts.length];
            for (int c = 0; c < counts.length; c++) {
                weights[c] = counts[c] == 0 ? 1 : present / ((double)counts.length * counts[c]);
            }
            return weights;
        }
    };

    /**
     * @param targets the targets
     * @param task a task whose values are classes
     * @param rows rows that are learned from
     * @return a weight a class; null if all are 1
     */
    abstract double[] of(Targets targets, int task, int[] rows);
}
