/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.model;

import com.fasterxml.jackson.databind.node.ArrayNode;

import org.reductor.core.data.Sha256;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Network;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The raw arrays of a model file, little-endian, in the order of the file:
 * <ul>
 * <li>{@code units/L}: int32, original indices of the units of level L that remain</li>
 * <li>{@code mask/L}: one bit a weight of kernel L between remaining units, row by row, lowest bit first</li>
 * <li>{@code member/N/kernel/L}: float32, the kept weights of network N's kernel L in the order of the mask's bits</li>
 * <li>{@code member/N/bias/L}: float32</li>
 * <li>{@code learned}: int64, digests of the rows that the networks have learned from, ascending; absent if nobody
 * knows them, and no part of the fingerprint</li>
 * </ul>
 * Each array is made when it is asked for, so that writing networks takes no more memory than for one of them.
 */
final class ModelArrays {

    static final String LEARNED = "learned";

    private ModelArrays() {
    }

    static String units(final int level) {
        return "units/" + level;
    }

    static String mask(final int layer) {
        return "mask/" + layer;
    }

    static String member(final int member) {
        return "member/" + member;
    }

    static String kernel(final String network, final int layer) {
        return network + "/kernel/" + layer;
    }

    static String bias(final String network, final int layer) {
        return network + "/bias/" + layer;
    }

    /** All weights of a network, pruned ones too. */
    static void put(final Map<String, Supplier<byte[]>> arrays, final String name, final Network network) {
        for (int l = 0; l < network.layers(); l++) {
            final float[] kernel = network.kernel(l);
            final float[] bias = network.bias(l);
            arrays.put(kernel(name, l), () -> LittleEndian.bytes(kernel));
            arrays.put(bias(name, l), () -> LittleEndian.bytes(bias));
        }
    }

    static void numbers(final ArrayNode array, final int[] numbers) {
        for (final int number : numbers) {
            array.add(number);
        }
    }

    /** The arrays of the networks. */
    static Map<String, Supplier<byte[]>> of(final NetworkModel model) {
        final Mask mask = model.networks().mask();
        final Map<String, Supplier<byte[]>> arrays = new LinkedHashMap<>();
        for (int level = 0; level <= mask.layers(); level++) {
            final int[] units = mask.units(level);
            arrays.put(units(level), () -> LittleEndian.bytes(units));
        }
        for (int layer = 0; layer < mask.layers(); layer++) {
            final boolean[] kept = mask.kept(layer);
            arrays.put(mask(layer), () -> bits(kept));
        }
        for (int n = 0; n < model.networks().members().size(); n++) {
            final Network network = model.networks().members().get(n);
            for (int l = 0; l < mask.layers(); l++) {
                final int layer = l;
                arrays.put(kernel(member(n), l),
                    () -> LittleEndian.bytes(mask.keptValues(layer, network.kernel(layer))));
                arrays.put(bias(member(n), l), () -> LittleEndian.bytes(network.bias(layer)));
            }
        }
        return arrays;
    }

    static String fingerprint(final NetworkModel model) {
        final MessageDigest digest = Sha256.start();
        of(model).forEach((name, bytes) -> {
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update(bytes.get());
        });
        digest.update((model.recipe().toJson() + HeadsJson.write(model.networks().heads()))
            .getBytes(StandardCharsets.UTF_8));
        return Sha256.hex(digest);
    }

    static String sha256(final byte[] bytes) {
        final MessageDigest digest = Sha256.start();
        digest.update(bytes);
        return Sha256.hex(digest);
    }

    static boolean[] toFlags(final byte[] bytes, final int length) {
        final boolean[] flags = new boolean[length];
        for (int i = 0; i < length; i++) {
            flags[i] = (bytes[i >> 3] >> (i & 7) & 1) != 0;
        }
        return flags;
    }

    static float[] toKernel(final byte[] bytes, final boolean[] kept) {
        final float[] packed = LittleEndian.toFloats(bytes);
        final float[] kernel = new float[kept.length];
        int next = 0;
        for (int i = 0; i < kept.length; i++) {
            if (kept[i]) {
                kernel[i] = packed[next++];
            }
        }
        return kernel;
    }

    static byte[] bits(final boolean[] flags) {
        final byte[] bytes = new byte[(flags.length + 7) / 8];
        for (int i = 0; i < flags.length; i++) {
            if (flags[i]) {
                bytes[i >> 3] |= (byte)(1 << (i & 7));
            }
        }
        return bytes;
    }
}
