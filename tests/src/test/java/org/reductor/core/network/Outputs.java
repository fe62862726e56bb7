/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.network;

import java.util.stream.IntStream;

import org.reductor.core.compute.ForwardPass;
import org.reductor.core.compute.RowKernel;
import org.reductor.core.data.CsrMatrix;

/** The outputs of single networks, before any link. */
public final class Outputs {

    private Outputs() {
    }

    /** The outputs for a row of a matrix whose columns are the network's inputs. */
    public static float[] of(final Network network, final CsrMatrix features, final int row) {
        return of(network, features.columnIndices(), features.values(), features.rowStart(row), features.rowEnd(row));
    }

    /** The outputs of a network that has no inputs left. */
    static float[] withoutInputs(final Network network) {
        return of(network, new int[0], null, 0, 0);
    }

    private static float[] of(final Network network, final int[] inputs, final float[] values, final int from,
        final int to) {
        final ForwardPass pass =
            new ForwardPass(network.hidden(), RowKernel.of(network.sizes(), network::kernel),
                IntStream.range(0, network.layers()).mapToObj(network::bias).toArray(float[][]::new));
        pass.gather(inputs, values, from, to);
        pass.hiddenLayers(null);
        ForwardPass.outputLayer(new ForwardPass[]{pass}, 1);
        return pass.outputs();
    }
}
