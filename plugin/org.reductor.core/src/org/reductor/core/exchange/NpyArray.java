/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.exchange;

import org.reductor.core.model.LittleEndian;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** One array in NumPy's format .npy, version 1.0 (numpy.org, "numpy.lib.format"). */
final class NpyArray {

    private static final byte[] MAGIC = {(byte)0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};

    /** The values start at a multiple of this. */
    private static final int ALIGNMENT = 64;

    private NpyArray() {
    }

    static byte[] of(final float[] values) {
        return of("<f4", LittleEndian.bytes(values), values.length);
    }

    static byte[] of(final int[] values) {
        return of("<i4", LittleEndian.bytes(values), values.length);
    }

    static byte[] of(final double[] values) {
        return of("<f8", LittleEndian.bytes(values), values.length);
    }

    private static byte[] of(final String type, final byte[] values, final int... shape) {
        final String dimensions = Arrays.stream(shape).mapToObj(size -> size + ",").collect(Collectors.joining(" "));
        final String header = "{'descr': '" + type + "', 'fortran_order': False, 'shape': (" + dimensions + "), }";
        final int start = MAGIC.length + Short.BYTES;
        final int length = (start + header.length() + ALIGNMENT) / ALIGNMENT * ALIGNMENT;
        final byte[] bytes = new byte[Math.addExact(length, values.length)];
        System.arraycopy(MAGIC, 0, bytes, 0, MAGIC.length);
        bytes[MAGIC.length] = (byte)(length - start);
        bytes[MAGIC.length + 1] = (byte)(length - start >> 8);
        Arrays.fill(bytes, start, length - 1, (byte)' ');
        System.arraycopy(header.getBytes(StandardCharsets.US_ASCII), 0, bytes, start, header.length());
        bytes[length - 1] = '\n';
        System.arraycopy(values, 0, bytes, length, values.length);
        return bytes;
    }
}
