/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune.criterion;

import org.reductor.core.data.CsrMatrix;

/**
 * What the training rows are like at each input of a network. An input that never varies cannot matter: its weights are
 * dropped and what it contributes moves into the biases.
 *
 * @param varies for each input, whether it has two different values in the training rows
 * @param constants for each input that does not vary, its value; of no meaning for the others
 * @param rms for each input, the root mean square of its values; of a bit, the root of the share of rows that have it
 */
public record InputStatistics(boolean[] varies, float[] constants, float[] rms) {

    /** Checks that there is one of each an input. */
    public InputStatistics {
        if (varies.length != constants.length || varies.length != rms.length) {
            throw new IllegalArgumentException("There are " + varies.length + " flags, " + constants.length
                + " constants and " + rms.length + " mean squares; each input needs one of each.");
        }
    }

    /**
     * @param features the features of the networks' inputs
     * @param rows the rows that networks learn from; not empty
     * @return what they are like
     */
    public static InputStatistics of(final CsrMatrix features, final int[] rows) {
        return new InputStatistics(features.varyingColumns(rows), features.denseRow(rows[0]),
            features.rootMeanSquares(rows));
    }
}
