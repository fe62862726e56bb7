/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.model;

import com.fasterxml.jackson.databind.node.ArrayNode;

import org.reductor.core.data.RowRoles;
import org.reductor.core.data.Sha256;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Member;
import org.reductor.core.network.Network;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The raw arrays of a model file, little-endian, in the order of the file:
 * <ul>
 * <li>for each mask M that networks have: {@code mask/M/units/L}: int32, original indices of the units of level L that
 * remain, and {@code mask/M/kept/L}: one bit a weight of kernel L between remaining units, row by row, lowest bit
 * first; a mask that networks share is stored once</li>
 * <li>{@code member/N/kernel/L}: float32, the kept weights of network N's kernel L in the order of its mask's bits</li>
 * <li>{@code member/N/bias/L}: float32</li>
 * <li>what rows have been to the networks, see {@link RowRoles}; absent if nobody knows, and no part of the
 * fingerprint: {@code rows/digests}: int64, digests of the rows, ascending; {@code rows/patterns}: int32, for each row
 * the number of its pattern; {@code rows/roles}: for each pattern and network one byte, 0 for a row that was not there,
 * 1 for one that judged, 2 for one that decided when to stop, 3 for one that was learned from</li>
 * <li>what networks showed of themselves, see {@link CalibrationJson}; absent if nobody knows, and no part of the
 * fingerprint either</li>
 * </ul>
 * Each array is made when it is asked for, so that writing networks takes no more memory than for one of them.
 */
final class ModelArrays {

    static final String DIGESTS = "rows/digests";
    static final String PATTERNS = "rows/patterns";
    static final String ROLES = "rows/roles";

    private ModelArrays() {
    }

    static String units(final int mask, final int level) {
        return "mask/" + mask + "/units/" + level;
    }

    static String kept(final int mask, final int layer) {
        return "mask/" + mask + "/kept/" + layer;
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
        final Map<String, Supplier<byte[]>> arrays = new LinkedHashMap<>();
        final List<Mask> masks = model.networks().masks();
        for (int m = 0; m < masks.size(); m++) {
            final Mask mask = masks.get(m);
            for (int level = 0; level <= mask.layers(); level++) {
                final int[] units = mask.units(level);
                arrays.put(units(m, level), () -> LittleEndian.bytes(units));
            }
            for (int layer = 0; layer < mask.layers(); layer++) {
                final boolean[] kept = mask.kept(layer);
                arrays.put(kept(m, layer), () -> bits(kept));
            }
        }
        for (int n = 0; n < model.networks().size(); n++) {
            final Member member = model.networks().members().get(n);
            for (int l = 0; l < member.mask().layers(); l++) {
                final int layer = l;
                arrays.put(kernel(member(n), l), () -> LittleEndian
                    .bytes(member.mask().keptValues(layer, member.network().kernel(layer))));
                arrays.put(bias(member(n), l), () -> LittleEndian.bytes(member.network().bias(layer)));
            }
        }
        return arrays;
    }

    /** The arrays of what rows have been to the networks. */
    static void put(final Map<String, Supplier<byte[]>> arrays, final RowRoles roles) {
        if (roles.size() > 0) {
            arrays.put(DIGESTS, () -> LittleEndian.bytes(roles.digests()));
            arrays.put(PATTERNS, () -> LittleEndian.bytes(roles.patternOf()));
            arrays.put(ROLES, () -> bytes(roles.patterns()));
        }
    }

    @SuppressWarnings("EnumOrdinal") // files hold these numbers: the order of the roles stays
    private static byte[] bytes(final List<List<RowRoles.Role>> patterns) {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        patterns.forEach(pattern -> pattern.forEach(role -> bytes.write(role.ordinal())));
        return bytes.toByteArray();
    }

    static String fingerprint(final NetworkModel model) {
        final MessageDigest digest = Sha256.start();
        of(model).forEach((name, bytes) -> {
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update(bytes.get());
        });
        digest.update((model.recipe().toJson() + HeadsJson.write(model.networks()))
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
