/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.exchange;

import org.reductor.core.model.NetworkModel;
import org.reductor.core.model.ReproducibleZip;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Member;
import org.reductor.core.objective.AffineScale;
import org.reductor.core.objective.Heads;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes networks as a NumPy archive ({@code numpy.load}) with sparse kernels:
 *
 * <pre>
 * a = numpy.load("networks.npz")
 * kernel = scipy.sparse.csr_matrix((a["network0_layer0_data"], a["network0_layer0_indices"],
 *                                   a["network0_layer0_indptr"]), a["network0_layer0_shape"])
 * units = numpy.maximum(features[:, a["network0_inputs"]] @ kernel + a["network0_layer0_bias"], 0)
 * </pre>
 *
 * {@code network.json} in the archive describes the networks and every array.
 */
public final class NpzWriter {

    private static final Map<String, String> CONTENTS = new LinkedHashMap<>();

    static {
        CONTENTS.put("networkN_inputs", "int32: indices of the features that network N reads, in the order of layer 0's"
            + " rows");
        CONTENTS.put("networkN_layerL_units", "int32: indices that the units of layer L of network N had before"
            + " pruning, in the order of its columns");
        CONTENTS.put("networkN_layerL_shape", "int32: rows (units below) and columns (units) of the kernel");
        CONTENTS.put("networkN_layerL_indptr", "int32: the kept weights of row i of the kernel are those from indptr[i]"
            + " to indptr[i + 1] - 1");
        CONTENTS.put("networkN_layerL_indices", "int32: the column of each kept weight");
        CONTENTS.put("networkN_layerL_data", "float32: the kept weights");
        CONTENTS.put("networkN_layerL_bias", "float32: one bias a unit");
        CONTENTS.put("networkN_target_center, networkN_target_scale", "float64, one an output: a number is predicted as"
            + " the output of the last layer, which is linear, times scale plus center. Two classes have one output,"
            + " the log odds of the second; more have one output each, of which the softmax gives probabilities. The"
            + " ensemble's prediction is the mean over the networks");
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
        for (int n = 0; n < model.networks().size(); n++) {
            put(zip, "network" + n, model.networks().members().get(n));
        }
        zip.finish();
    }

    private static void put(final ReproducibleZip zip, final String network, final Member member)
        throws IOException {
        final Heads heads = member.heads();
        put(zip, network + "_target_center",
            NpyArray.of(heads.scales().mapToDouble(AffineScale::center).toArray()));
        put(zip, network + "_target_scale", NpyArray.of(heads.scales().mapToDouble(AffineScale::scale).toArray()));
        put(zip, network + "_inputs", NpyArray.of(member.mask().units(0)));
        for (int l = 0; l < member.mask().layers(); l++) {
            final String name = network + "_layer" + l;
            structure(zip, name, member.mask(), l);
            put(zip, name + "_data", NpyArray.of(member.mask().keptValues(l, member.network().kernel(l))));
            put(zip, name + "_bias", NpyArray.of(member.network().bias(l)));
        }
    }

    private static void structure(final ReproducibleZip zip, final String name, final Mask mask, final int layer)
        throws IOException {
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
        put(zip, name + "_units", NpyArray.of(mask.units(layer + 1)));
        put(zip, name + "_shape", NpyArray.of(new int[]{rows, columns}));
        put(zip, name + "_indptr", NpyArray.of(starts));
        put(zip, name + "_indices", NpyArray.of(indices));
    }

    private static void put(final ReproducibleZip zip, final String name, final byte[] array) throws IOException {
        zip.put(name + ".npy", array);
    }
}
