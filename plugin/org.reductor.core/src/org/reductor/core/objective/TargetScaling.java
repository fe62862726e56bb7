/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.objective;

import org.reductor.core.data.Targets;

/** In which units networks see a number. Predictions and errors are always in the user's units. */
public enum TargetScaling {

    /** As it is, as in the published method. */
    NONE {
        @Override
        AffineScale fit(final Targets targets, final int task, final int[] rows) {
            return AffineScale.IDENTITY;
        }
    },

    /** With mean 0 and standard deviation 1 over the rows of the folds. */
    STANDARDIZE {
        @Override
        AffineScale fit(final Targets targets, final int task, final int[] rows) {
            final double[] moments = targets.moments(task, rows);
            return new AffineScale(moments[0], moments[1] > 0 ? moments[1] : 1);
        }
    };

    /**
     * @param targets the targets
     * @param task a task whose values are numbers, at least one of them in the rows
     * @param rows the rows that may be looked at
     * @return the line between the user's units and the networks'
     */
    abstract AffineScale fit(Targets targets, int task, int[] rows);
}
