/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.network;

import org.reductor.core.data.CsrMatrix;

/** How strongly the hidden units of a network speak. */
public final class Activations {

    private Activations() {
    }

    /**
     * @param network a network
     * @param features one column for each of its inputs
     * @param rows rows to count; not empty
     * @return for each hidden layer and unit the root mean square of what the unit gives in these rows
     */
    public static float[][] rootMeanSquares(final Network network, final CsrMatrix features, final int[] rows) {
        final double[][] squares = new double[network.layers() - 1][];
        for (int l = 0; l < squares.length; l++) {
            squares[l] = new double[network.size(l + 1)];
        }
        final NetworkPass pass = new NetworkPass(network);
        for (final int row : rows) {
            pass.run(features, row);
            for (int l = 0; l < squares.length; l++) {
                final float[] outputs = pass.hidden(l);
                for (int unit = 0; unit < outputs.length; unit++) {
                    squares[l][unit] += (double)outputs[unit] * outputs[unit];
                }
            }
        }
        final float[][] roots = new float[squares.length][];
        for (int l = 0; l < squares.length; l++) {
            roots[l] = new float[squares[l].length];
            for (int unit = 0; unit < roots[l].length; unit++) {
                roots[l][unit] = (float)Math.sqrt(squares[l][unit] / rows.length);
            }
        }
        return roots;
    }
}
