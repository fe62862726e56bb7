/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Numbers as raw little-endian bytes, which all array formats of this project use, and back. */
public final class LittleEndian {

    private LittleEndian() {
    }

    /**
     * @param values any numbers
     * @return 4 bytes a number
     */
    public static byte[] bytes(final int[] values) {
        final byte[] bytes = new byte[Math.multiplyExact(values.length, Integer.BYTES)];
        buffer(bytes).asIntBuffer().put(values);
        return bytes;
    }

    /**
     * @param values any numbers
     * @return 8 bytes a number
     */
    public static byte[] bytes(final long[] values) {
        final byte[] bytes = new byte[Math.multiplyExact(values.length, Long.BYTES)];
        buffer(bytes).asLongBuffer().put(values);
        return bytes;
    }

    /**
     * @param values any numbers
     * @return 4 bytes a number
     */
    public static byte[] bytes(final float[] values) {
        final byte[] bytes = new byte[Math.multiplyExact(values.length, Float.BYTES)];
        buffer(bytes).asFloatBuffer().put(values);
        return bytes;
    }

    /**
     * @param values any numbers
     * @return 8 bytes a number
     */
    public static byte[] bytes(final double[] values) {
        final byte[] bytes = new byte[Math.multiplyExact(values.length, Double.BYTES)];
        buffer(bytes).asDoubleBuffer().put(values);
        return bytes;
    }

    static int[] toInts(final byte[] bytes) {
        final int[] ints = new int[bytes.length / Integer.BYTES];
        buffer(bytes).asIntBuffer().get(ints);
        return ints;
    }

    static long[] toLongs(final byte[] bytes) {
        final long[] longs = new long[bytes.length / Long.BYTES];
        buffer(bytes).asLongBuffer().get(longs);
        return longs;
    }

    static float[] toFloats(final byte[] bytes) {
        final float[] floats = new float[bytes.length / Float.BYTES];
        buffer(bytes).asFloatBuffer().get(floats);
        return floats;
    }

    static double[] toDoubles(final byte[] bytes) {
        final double[] doubles = new double[bytes.length / Double.BYTES];
        buffer(bytes).asDoubleBuffer().get(doubles);
        return doubles;
    }

    private static ByteBuffer buffer(final byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
