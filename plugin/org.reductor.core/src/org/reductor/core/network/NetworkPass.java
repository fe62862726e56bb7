/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.network;

import org.reductor.core.compute.ForwardPass;
import org.reductor.core.compute.RowKernel;
import org.reductor.core.data.CsrMatrix;

import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Evaluates one network row by row, hidden units and all. Has scratch space, so that it belongs to one thread. */
public final class NetworkPass {

    private final ForwardPass pass;

    /** @param network the network; later changes of it may or may not be seen */
    public NetworkPass(final Network network) {
        pass = sharing(network).get();
    }

    /** Makes passes over one copy of a network's weights. */
    static Supplier<ForwardPass> sharing(final Network network) {
        final RowKernel[] kernels = RowKernel.of(network.sizes(), network::kernel);
        final float[][] biases =
            IntStream.range(0, kernels.length).mapToObj(l -> network.bias(l).clone()).toArray(float[][]::new);
        return () -> new ForwardPass(network.hidden(), kernels, biases);
    }

    /**
     * @param features a matrix whose columns are the network's inputs
     * @param row one of its rows
     * @return the network's outputs, before any link (not a copy)
     */
    public float[] run(final CsrMatrix features, final int row) {
        pass.gather(features.columnIndices(), features.values(), features.rowStart(row), features.rowEnd(row));
        pass.hiddenLayers(null);
        ForwardPass.outputLayer(new ForwardPass[]{pass}, 0, 1);
        return pass.outputs();
    }

    /**
     * @param layer 0 for the first hidden layer
     * @return what its units gave in the last run, after their activation (not a copy)
     */
    public float[] hidden(final int layer) {
        return pass.output(layer);
    }
}
