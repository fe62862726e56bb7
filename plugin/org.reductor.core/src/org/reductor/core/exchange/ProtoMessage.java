/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A protobuf message that is being put together, field by field (protobuf.dev/programming-guides/encoding). The few
 * kinds of field that ONNX needs do not warrant a library. Payloads are kept, not copied, so that nesting costs no
 * memory.
 */
final class ProtoMessage {

    private static final int VARINT = 0;
    private static final int LENGTH_DELIMITED = 2;
    private static final int FIXED_32 = 5;

    private final List<byte[]> parts = new ArrayList<>();
    private long size;

    /** Adds an integer or enum field. */
    ProtoMessage number(final int field, final long value) {
        return add(varints((long)field << 3 | VARINT, value));
    }

    /** Adds a float field. */
    ProtoMessage real(final int field, final float value) {
        final int bits = Float.floatToIntBits(value);
        return add(varints((long)field << 3 | FIXED_32))
            .add(new byte[]{(byte)bits, (byte)(bits >> 8), (byte)(bits >> 16), (byte)(bits >> 24)});
    }

    /** Adds a string field. */
    ProtoMessage text(final int field, final String value) {
        return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a bytes field (not copied). */
    ProtoMessage bytes(final int field, final byte[] value) {
        return add(varints((long)field << 3 | LENGTH_DELIMITED, value.length)).add(value);
    }

    /** Adds a message field; what is added to {@code value} later is not part of it. */
    ProtoMessage message(final int field, final ProtoMessage value) {
        add(varints((long)field << 3 | LENGTH_DELIMITED, value.size));
        parts.addAll(value.parts);
        size += value.size;
        return this;
    }

    /** @return length in bytes */
    long size() {
        return size;
    }

    void writeTo(final OutputStream out) throws IOException {
        for (final byte[] part : parts) {
            out.write(part);
        }
    }

    private ProtoMessage add(final byte[] part) {
        parts.add(part);
        size += part.length;
        return this;
    }

    /** Seven bits a byte, lowest first; the top bit says that more follow. */
    private static byte[] varints(final long... values) {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (final long value : values) {
            long rest = value;
            while ((rest & ~0x7fL) != 0) {
                bytes.write((int)(rest & 0x7f | 0x80));
                rest >>>= 7;
            }
            bytes.write((int)rest);
        }
        return bytes.toByteArray();
    }
}
