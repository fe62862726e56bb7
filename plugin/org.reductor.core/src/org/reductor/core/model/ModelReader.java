/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.model;

import org.reductor.core.data.FeatureRecipe;
import org.reductor.core.data.Limits;
import org.reductor.core.data.RowDigests;
import org.reductor.core.network.Activation;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Network;
import org.reductor.core.network.NetworkEnsemble;
import org.reductor.core.objective.Heads;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/** Reads a model file, its arrays in the order in which {@link ModelWriter} writes them. */
final class ModelReader {

    private final ArrayFileReader file;

    private ModelReader(final ArrayFileReader file) {
        this.file = file;
    }

    static NetworkModel read(final InputStream in) throws IOException {
        return ArrayFileReader.read(FileKind.MODEL, in, (file, root) -> new ModelReader(file).model(root));
    }

    private NetworkModel model(final Fields root) throws IOException {
        final NetworkEnsemble networks =
            networks(root.object("architecture"), HeadsJson.read(root.list("targets")));
        final Fields provenance = root.object("provenance");
        return new NetworkModel(networks, FeatureRecipe.fromTree(root.list("recipe")),
            HistoryJson.read(root.list("history"), provenance.numbers("roundSeconds")),
            provenance(provenance, learned(provenance)));
    }

    private NetworkEnsemble networks(final Fields architecture, final Heads heads) throws IOException {
        final int[] sizes = architecture.integers("sizes");
        final int members = architecture.integer("members");
        final int[] originalSizes = architecture.integers("originalSizes");
        file.requireReadable(() -> Limits.requireNetwork(originalSizes));
        file.requireReadable(() -> Limits.requireFile(sizes, members));
        final Mask mask = mask(originalSizes, sizes);
        final Activation hidden = architecture.constant(Activation.class, "hidden");
        final List<Network> networks = new ArrayList<>();
        for (int n = 0; n < members; n++) {
            final float[][] kernels = new float[mask.layers()][];
            final float[][] biases = new float[mask.layers()][];
            for (int l = 0; l < mask.layers(); l++) {
                final String name = ModelArrays.member(n);
                kernels[l] = ModelArrays.toKernel(
                    file.array(ModelArrays.kernel(name, l), 4L * mask.keptWeights(l)), mask.kept(l));
                biases[l] = LittleEndian.toFloats(file.array(ModelArrays.bias(name, l), 4L * sizes[l + 1]));
            }
            networks.add(new Network(sizes, hidden, kernels, biases));
        }
        return new NetworkEnsemble(mask, networks, heads);
    }

    private Mask mask(final int[] originalSizes, final int[] sizes) throws IOException {
        final int[][] units = new int[sizes.length][];
        for (int level = 0; level < sizes.length; level++) {
            units[level] = LittleEndian.toInts(file.array(ModelArrays.units(level), 4L * sizes[level]));
        }
        final boolean[][] kept = new boolean[sizes.length - 1][];
        for (int l = 0; l < kept.length; l++) {
            final int weights = sizes[l] * sizes[l + 1];
            kept[l] = ModelArrays.toFlags(file.array(ModelArrays.mask(l), (weights + 7L) / 8), weights);
        }
        return new Mask(originalSizes, units, kept);
    }

    /** The digests are the last array; networks of unknown rows, such as imported ones, have none. */
    private RowDigests learned(final Fields provenance) throws IOException {
        final int rows = provenance.has("learnedRows") ? provenance.integer("learnedRows") : 0;
        file.requireReadable(() -> Limits.requireRows(rows));
        return rows == 0 ? RowDigests.NONE
            : RowDigests.ofValues(LittleEndian.toLongs(file.array(ModelArrays.LEARNED, (long)Long.BYTES * rows)));
    }

    private static Provenance provenance(final Fields fields, final RowDigests learned) throws ModelFormatException {
        try {
            return new Provenance(fields.text("dataSha256"), fields.integer("rows"), fields.integer("features"),
                fields.texts("settings"), fields.texts("versions"), Instant.parse(fields.text("started")),
                fields.number("seconds"), learned);
        } catch (final DateTimeParseException e) {
            throw new ModelFormatException("The model file is damaged: its start time '" + fields.text("started")
                + "' is not a time.", e);
        }
    }
}
