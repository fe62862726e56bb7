/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import org.reductor.core.data.CsrMatrix;

/**
 * What the training rows are like at each input of a network. An input that never varies cannot matter: its weights are
 * dropped and what it contributes moves into the biases.
 *
 * @param varies for each input, whether it has two different values in the training rows
 * @param constants for each input that does not vary, its value; of no meaning for the others
 */
public record InputRange(boolean[] varies, float[] constants) {

    /** Checks that there is one value an input. */
    public InputRange {
        if (varies.length != constants.length) {
            throw new IllegalArgumentException("There are " + varies.length + " flags but " + constants.length
                + " values; each input needs one of both.");
        }
    }

    /**
     * @param features the features of the networks' inputs
     * @param rows the rows that networks learn from; not empty
     * @return what they are like
     */
    static InputRange of(final CsrMatrix features, final int[] rows) {
        return new InputRange(features.varyingColumns(rows), features.denseRow(rows[0]));
    }
}
