/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;

import org.reductor.core.data.SparseRow;

/** Collects the features of one row, in ascending order. */
final class RowBuilder {

    private int[] columns = new int[64];

    private double[] values = new double[64];

    private final boolean keepZeros;

    private int size;

    /** @param keepZeros whether features that are 0 are kept as well */
    RowBuilder(final boolean keepZeros) {
        this.keepZeros = keepZeros;
    }

    /** Adds a feature with the value 1. */
    void add(final int column) {
        add(column, 1);
    }

    /** Adds a feature; one that is 0, to the precision of a row, is left out, unless zeros are kept. */
    void add(final int column, final double value) {
        if ((float)value == 0 && !keepZeros) {
            return;
        }
        if (size == columns.length) {
            columns = Arrays.copyOf(columns, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        columns[size] = column;
        values[size++] = value;
    }

    /** Writes what {@link #addAll} reads. */
    void write(final DataOutputStream out) throws IOException {
        out.writeInt(size);
        for (int i = 0; i < size; i++) {
            out.writeInt(columns[i]);
            out.writeDouble(values[i]);
        }
    }

    /** Adds the features that another builder has written, and returns this. */
    RowBuilder addAll(final DataInputStream in) throws IOException {
        for (int count = in.readInt(); count > 0; count--) {
            add(in.readInt(), in.readDouble());
        }
        return this;
    }

    /** @return the row; with values unless {@code binary} */
    SparseRow toRow(final boolean binary) {
        final float[] floats = binary ? null : new float[size];
        for (int i = 0; i < size && floats != null; i++) {
            floats[i] = (float)values[i];
        }
        return new SparseRow(Arrays.copyOf(columns, size), floats);
    }

    /** @return the row as one number a feature, without loss; not a number where there was none */
    double[] toDense(final int width) {
        final double[] dense = new double[width];
        Arrays.fill(dense, Double.NaN);
        for (int i = 0; i < size; i++) {
            dense[columns[i]] = values[i];
        }
        return dense;
    }

    /**
     * @param what the number is, as the subject of a sentence
     * @param number any number
     * @return the number
     * @throws UnusableRowException when no network could calculate with it
     */
    static double checked(final String what, final double number) throws UnusableRowException {
        if (Math.abs(number) <= Float.MAX_VALUE) {
            return number;
        }
        throw new UnusableRowException(String.format(Locale.ENGLISH, "%s is %s, which cannot be calculated with.", what,
            number));
    }
}
