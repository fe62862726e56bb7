/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.network;

import org.reductor.core.data.CsrMatrix;

/** The outputs of single networks, before any link. */
public final class Outputs {

    private Outputs() {
    }

    /** The outputs for a row of a matrix whose columns are the network's inputs. */
    public static float[] of(final Network network, final CsrMatrix features, final int row) {
        return new NetworkPass(network).run(features, row);
    }

    /** The outputs of a network that has no inputs left. */
    static float[] withoutInputs(final Network network) {
        return of(network, CsrMatrix.builder(Math.max(1, network.size(0))).addBinaryRow(new int[0]).build(), 0);
    }
}
