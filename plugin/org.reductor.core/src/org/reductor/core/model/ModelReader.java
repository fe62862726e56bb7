/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.model;

import org.reductor.core.data.FeatureRecipe;
import org.reductor.core.data.Limits;
import org.reductor.core.data.RowRoles;
import org.reductor.core.data.RowRoles.Role;
import org.reductor.core.network.Activation;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Member;
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
        final NetworkEnsemble networks = networks(root);
        final Fields provenance = root.object("provenance");
        return new NetworkModel(networks, FeatureRecipe.fromTree(root.list("recipe")),
            HistoryJson.read(root.list("history"), provenance.numbers("roundSeconds")),
            provenance(provenance, roles(provenance)));
    }

    private NetworkEnsemble networks(final Fields root) throws IOException {
        final Fields architecture = root.object("architecture");
        final int[] originalSizes = architecture.integers("originalSizes");
        file.requireReadable(() -> Limits.requireNetwork(originalSizes));
        final List<int[]> sizes = architecture.integerLists("sizes");
        final int[] maskOf = architecture.integers("masks");
        for (final int[] ofMask : sizes) {
            file.requireReadable(() -> Limits.requireFile(ofMask, maskOf.length));
        }
        final List<Mask> masks = new ArrayList<>();
        for (int m = 0; m < sizes.size(); m++) {
            masks.add(mask(m, originalSizes, sizes.get(m)));
        }
        final List<Heads> heads = HeadsJson.read(root.list("targets"), maskOf.length);
        final Activation hidden = architecture.constant(Activation.class, "hidden");
        final List<Member> members = new ArrayList<>();
        for (int n = 0; n < maskOf.length; n++) {
            if (maskOf[n] < 0 || maskOf[n] >= masks.size()) {
                throw new ModelFormatException(file.damaged() + "network " + n + " has mask " + maskOf[n] + " of "
                    + masks.size() + ".");
            }
            final Mask mask = masks.get(maskOf[n]);
            members.add(new Member(mask, network(n, mask, hidden), heads.get(n)));
        }
        return new NetworkEnsemble(members);
    }

    private Network network(final int member, final Mask mask, final Activation hidden) throws IOException {
        final String name = ModelArrays.member(member);
        final int[] sizes = mask.sizes();
        final float[][] kernels = new float[mask.layers()][];
        final float[][] biases = new float[mask.layers()][];
        for (int l = 0; l < mask.layers(); l++) {
            kernels[l] = ModelArrays.toKernel(
                file.array(ModelArrays.kernel(name, l), (long)Float.BYTES * mask.keptWeights(l)), mask.kept(l));
            biases[l] =
                LittleEndian.toFloats(file.array(ModelArrays.bias(name, l), (long)Float.BYTES * sizes[l + 1]));
        }
        return new Network(sizes, hidden, kernels, biases);
    }

    private Mask mask(final int index, final int[] originalSizes, final int[] sizes) throws IOException {
        final int[][] units = new int[sizes.length][];
        for (int level = 0; level < sizes.length; level++) {
            units[level] = LittleEndian
                .toInts(file.array(ModelArrays.units(index, level), (long)Integer.BYTES * sizes[level]));
        }
        final boolean[][] kept = new boolean[sizes.length - 1][];
        for (int l = 0; l < kept.length; l++) {
            final int weights = sizes[l] * sizes[l + 1];
            kept[l] = ModelArrays.toFlags(file.array(ModelArrays.kept(index, l), (weights + 7L) / 8), weights);
        }
        return new Mask(originalSizes, units, kept);
    }

    /** The roles of rows are the last arrays; networks of unknown rows, such as imported ones, have none. */
    private RowRoles roles(final Fields provenance) throws IOException {
        if (!provenance.has("knownRows")) {
            return RowRoles.NONE;
        }
        final Fields known = provenance.object("knownRows");
        final int rows = known.integer("rows");
        final int patterns = known.integer("patterns");
        final int networks = known.integer("networks");
        file.requireReadable(() -> Limits.requireRows(rows));
        file.requireReadable(() -> Limits.requireRows((long)patterns * networks));
        final long[] digests = LittleEndian.toLongs(file.array(ModelArrays.DIGESTS, (long)Long.BYTES * rows));
        final int[] patternOf = LittleEndian.toInts(file.array(ModelArrays.PATTERNS, (long)Integer.BYTES * rows));
        final byte[] roles = file.array(ModelArrays.ROLES, (long)patterns * networks);
        final Role[] all = Role.values();
        final List<List<Role>> read = new ArrayList<>();
        for (int p = 0; p < patterns; p++) {
            final List<Role> pattern = new ArrayList<>();
            for (int n = 0; n < networks; n++) {
                final byte role = roles[p * networks + n];
                if (role < 0 || role >= all.length) {
                    throw new ModelFormatException(file.damaged() + "there is no role " + role + " of a row.");
                }
                pattern.add(all[role]);
            }
            read.add(pattern);
        }
        return RowRoles.of(digests, patternOf, read);
    }

    private static Provenance provenance(final Fields fields, final RowRoles roles) throws ModelFormatException {
        try {
            return new Provenance(fields.text("dataSha256"), fields.integer("rows"), fields.integer("features"),
                fields.texts("settings"), fields.texts("versions"), Instant.parse(fields.text("started")),
                fields.number("seconds"), roles);
        } catch (final DateTimeParseException e) {
            throw new ModelFormatException("The model file is damaged: its start time '" + fields.text("started")
                + "' is not a time.", e);
        }
    }
}
