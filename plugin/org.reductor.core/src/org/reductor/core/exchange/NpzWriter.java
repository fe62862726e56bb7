/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.exchange;

import org.reductor.core.model.NetworkModel;
import org.reductor.core.model.ReproducibleZip;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Network;
import org.reductor.core.objective.AffineScale;
import org.reductor.core.objective.Heads;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes networks as a NumPy archive ({@code numpy.load}) with sparse kernels:
 *
 * <pre>
 * a = numpy.load("networks.npz")
 * kernel = scipy.sparse.csr_matrix((a["network0_layer0_data"], a["layer0_indices"], a["layer0_indptr"]),
 *                                  a["layer0_shape"])
 * units = numpy.maximum(features[:, a["inputs"]] @ kernel + a["network0_layer0_bias"], 0)
 * </pre>
 *
 * {@code network.json} in the archive describes the networks and every array.
 */
public final class NpzWriter {

    private static final Map<String, String> CONTENTS = new LinkedHashMap<>();

    static {
        CONTENTS.put("inputs", "int32: indices of the features that the networks read, in the order of layer 0's rows");
        CONTENTS.put("layerL_units", "int32: indices that the units of layer L had before pruning, in the order of its"
            + " columns");
        CONTENTS.put("layerL_shape", "int32: rows (units below) and columns (units) of layer L's kernel");
        CONTENTS.put("layerL_indptr", "int32: the kept weights of row i of layer L's kernel are those from indptr[i] to"
            + " indptr[i + 1] - 1; the same for all networks");
        CONTENTS.put("layerL_indices", "int32: the column of each kept weight of layer L; the same for all networks");
        CONTENTS.put("networkN_layerL_data", "float32: the kept weights of network N's layer L");
        CONTENTS.put("networkN_layerL_bias", "float32: one bias a unit");
        CONTENTS.put("target_center, target_scale", "float64, one an output: a number is predicted as the output of the"
            + " last layer, which is linear, times scale plus center. Two classes have one output, the log odds of the"
            + " second; more have one output each, of which the softmax gives probabilities. The ensemble's prediction"
            + " is the mean over the networks");
    }

    private NpzWriter() {
    }

    /**
     * Writes a model. Equal models give equal bytes but for what their provenance records.
     *
     * @param model what to write
     * @param out where to; not closed
     * @throws IOException if writing fails
     */
    public static void write(final NetworkModel model, final OutputStream out) throws IOException {
        final ReproducibleZip zip = new ReproducibleZip(out);
        NetworkJson.put(zip, model, CONTENTS);
        final Mask mask = model.networks().mask();
        final Heads heads = model.networks().heads();
        put(zip, "target_center", NpyArray.of(heads.scales().mapToDouble(AffineScale::center).toArray()));
        put(zip, "target_scale", NpyArray.of(heads.scales().mapToDouble(AffineScale::scale).toArray()));
        put(zip, "inputs", NpyArray.of(mask.units(0)));
        for (int l = 0; l < mask.layers(); l++) {
            structure(zip, mask, l);
        }
        final List<Network> members = model.networks().members();
        for (int n = 0; n < members.size(); n++) {
            for (int l = 0; l < mask.layers(); l++) {
                final String name = "network" + n + "_layer" + l;
                put(zip, name + "_data", NpyArray.of(mask.keptValues(l, members.get(n).kernel(l))));
                put(zip, name + "_bias", NpyArray.of(members.get(n).bias(l)));
            }
        }
        zip.finish();
    }

    private static void structure(final ReproducibleZip zip, final Mask mask, final int layer) throws IOException {
        final int rows = mask.units(layer).length;
        final int columns = mask.units(layer + 1).length;
        final boolean[] kept = mask.kept(layer);
        final int[] starts = new int[rows + 1];
        final int[] indices = new int[mask.keptWeights(layer)];
        int next = 0;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                if (kept[row * columns + column]) {
                    indices[next++] = column;
                }
            }
            starts[row + 1] = next;
        }
        final String name = "layer" + layer;
        put(zip, name + "_units", NpyArray.of(mask.units(layer + 1)));
        put(zip, name + "_shape", NpyArray.of(new int[]{rows, columns}));
        put(zip, name + "_indptr", NpyArray.of(starts));
        put(zip, name + "_indices", NpyArray.of(indices));
    }

    private static void put(final ReproducibleZip zip, final String name, final byte[] array) throws IOException {
        zip.put(name + ".npy", array);
    }
}
