/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.dl4j;

import org.reductor.core.model.ModelFormatException;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UTFDataFormatException;
import java.util.Set;

/**
 * Reads arrays as {@code Nd4j.write} writes them, but takes no memory on the word of a file: each length is checked
 * against what is there. Two buffers in a row, the shape and the values, each with its kind of memory, its length and
 * its type before big-endian numbers.
 */
final class Nd4jArrayReader {

    /** Kinds of memory of the time when lengths were 32-bit numbers. */
    private static final Set<String> SHORT_LENGTHS = Set.of("HEAP", "JAVACPP", "DIRECT");

    private static final int LONGEST_SHAPE = 100;

    private final DataInputStream in;
    private final long largestSize;

    /**
     * @param in where from
     * @param largestSize bytes that an array may have: those of the file
     */
    Nd4jArrayReader(final DataInputStream in, final long largestSize) {
        this.in = in;
        this.largestSize = largestSize;
    }

    /**
     * Reads the next array.
     *
     * @return its values, in the order in which they are stored
     * @throws ModelFormatException if there is no array, or one that is longer than the file
     */
    double[] read() throws IOException {
        try {
            values(LONGEST_SHAPE);
            return values(largestSize / 2);
        } catch (final EOFException | UTFDataFormatException e) {
            throw new ModelFormatException("The file is damaged: an array ends too early, or is none.");
        }
    }

    private double[] values(final long most) throws IOException {
        final long length = SHORT_LENGTHS.contains(in.readUTF()) ? in.readInt() : in.readLong();
        final String type = in.readUTF();
        final int bytes = switch (type) {
            case "DOUBLE", "LONG" -> Double.BYTES;
            case "FLOAT", "INT" -> Float.BYTES;
            default -> throw new ModelFormatException("The file has an array of the type '" + type
                + "'. Only arrays of the types FLOAT and DOUBLE can be read.");
        };
        if (length < 0 || length > most || length > Integer.MAX_VALUE - 8 || length * bytes > largestSize) {
            throw new ModelFormatException("The file is damaged: it announces an array of " + length + " values.");
        }
        final double[] values = new double[(int)length];
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (type) {
                case "DOUBLE" -> in.readDouble();
                case "FLOAT" -> in.readFloat();
                case "LONG" -> in.readLong();
                default -> in.readInt();
            };
        }
        return values;
    }
}
