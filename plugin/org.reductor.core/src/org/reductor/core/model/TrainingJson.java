/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.reductor.core.data.Limits;
import org.reductor.core.model.RoundState.Training;
import org.reductor.core.network.Activation;
import org.reductor.core.network.Network;
import org.reductor.core.prune.GroupStatistics;
import org.reductor.core.prune.criterion.InputStatistics;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** What the training of a round left, in a saved round: networks to start from, and for each mask what its rows say. */
final class TrainingJson {

    private TrainingJson() {
    }

    static void write(final Training training, final ObjectNode json, final Map<String, Supplier<byte[]>> arrays) {
        final List<Network> starts = training.starts();
        json.put("hidden", starts.get(0).hidden().name());
        final ArrayNode sizes = json.putArray("sizes");
        starts.forEach(start -> ModelArrays.numbers(sizes.addArray(), start.sizes()));
        json.put("validationLoss", training.validationLoss());
        final ArrayNode residuals = json.putArray("residuals");
        Arrays.stream(training.residuals()).forEach(residuals::add);
        // The networks of round 0 all start from the same one, which is stored once.
        final boolean same = starts.stream().allMatch(start -> start == starts.get(0));
        json.put("starts", same ? 1 : starts.size());
        for (int i = 0; i < (same ? 1 : starts.size()); i++) {
            ModelArrays.put(arrays, startName(i), starts.get(i));
        }
        final ArrayNode groups = json.putArray("groups");
        for (final GroupStatistics group : training.groups()) {
            final String name = groupName(groups.size());
            final ObjectNode node = groups.addObject();
            ModelArrays.numbers(node.putArray("folds"), group.folds());
            node.put("activations", !group.activations().isEmpty());
            final InputStatistics inputs = group.inputs();
            arrays.put(name + "/varies", () -> ModelArrays.bits(inputs.varies()));
            arrays.put(name + "/constants", () -> LittleEndian.bytes(inputs.constants()));
            arrays.put(name + "/rms", () -> LittleEndian.bytes(inputs.rms()));
            for (int n = 0; n < group.activations().size(); n++) {
                final float[][] ofNetwork = group.activations().get(n);
                for (int l = 0; l < ofNetwork.length; l++) {
                    final float[] ofLayer = ofNetwork[l];
                    arrays.put(activationName(name, n, l), () -> LittleEndian.bytes(ofLayer));
                }
            }
        }
    }

    static Training read(final ArrayFileReader file, final Fields json) throws IOException {
        final List<int[]> sizes = json.integerLists("sizes");
        final int folds = sizes.size();
        for (final int[] ofNetwork : sizes) {
            file.requireReadable(() -> Limits.requireFile(ofNetwork, folds));
        }
        final int stored = json.integer("starts");
        if (stored != folds && (stored != 1 || folds == 0)) {
            throw new ModelFormatException(file.damaged() + stored + " starts do not fit " + folds + " folds.");
        }
        final Activation hidden = json.constant(Activation.class, "hidden");
        final List<Network> starts = new ArrayList<>();
        for (int i = 0; i < stored; i++) {
            starts.add(file.network(startName(i), sizes.get(i), hidden));
        }
        return new Training(stored == 1 ? Collections.nCopies(folds, starts.get(0)) : starts,
            groups(file, json, sizes), json.numbers("residuals"), json.number("validationLoss"));
    }

    private static List<GroupStatistics> groups(final ArrayFileReader file, final Fields json,
        final List<int[]> sizes) throws IOException {
        final List<GroupStatistics> groups = new ArrayList<>();
        final List<Fields> nodes = json.objects("groups");
        final List<int[]> foldsOf = new ArrayList<>();
        for (final Fields node : nodes) {
            foldsOf.add(node.integers("folds"));
        }
        final int[] all = foldsOf.stream().flatMapToInt(Arrays::stream).sorted().toArray();
        if (foldsOf.stream().anyMatch(folds -> folds.length == 0)
            || !Arrays.equals(all, IntStream.range(0, sizes.size()).toArray())) {
            throw new ModelFormatException(file.damaged() + "the folds " + Arrays.toString(all) + " of its groups do "
                + "not fit " + sizes.size() + " networks.");
        }
        for (final Fields node : nodes) {
            final String name = groupName(groups.size());
            final int[] folds = foldsOf.get(groups.size());
            final int[] units = sizes.get(folds[0]);
            final boolean[] varies = ModelArrays.toFlags(file.array(name + "/varies", (units[0] + 7L) / 8), units[0]);
            final float[] constants = floats(file, name + "/constants", units[0]);
            final float[] rms = floats(file, name + "/rms", units[0]);
            final List<float[][]> activations = new ArrayList<>();
            for (int n = 0; node.flag("activations") && n < folds.length; n++) {
                final float[][] ofNetwork = new float[units.length - 2][];
                for (int l = 0; l < ofNetwork.length; l++) {
                    ofNetwork[l] = floats(file, activationName(name, n, l), units[l + 1]);
                }
                activations.add(ofNetwork);
            }
            groups.add(new GroupStatistics(folds, new InputStatistics(varies, constants, rms), activations));
        }
        return groups;
    }

    private static float[] floats(final ArrayFileReader file, final String name, final int count)
        throws IOException {
        return LittleEndian.toFloats(file.array(name, (long)Float.BYTES * count));
    }

    private static String startName(final int index) {
        return "start/" + index;
    }

    private static String groupName(final int index) {
        return "group/" + index;
    }

    private static String activationName(final String group, final int network, final int layer) {
        return group + "/activations/" + network + "/" + layer;
    }
}
