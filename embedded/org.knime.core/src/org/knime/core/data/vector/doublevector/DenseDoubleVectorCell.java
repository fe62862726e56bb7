/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.data.vector.doublevector;

import java.util.Arrays;

import org.knime.core.data.DataCell;

/** A vector of numbers; as a text, its first three. */
public class DenseDoubleVectorCell extends DataCell implements DoubleVectorValue {

    private static final int SHOWN = 3;

    private static final long serialVersionUID = 1L;

    private final double[] numbers;

    DenseDoubleVectorCell(final double[] numbers) {
        if (numbers == null) {
            throw new IllegalArgumentException("A vector needs its numbers.");
        }
        this.numbers = numbers;
    }

    @Override
    public int getLength() {
        return numbers.length;
    }

    @Override
    public double getValue(final int index) {
        return numbers[index];
    }

    @Override
    public String toString() {
        final String text = Arrays.toString(Arrays.copyOf(numbers, Math.min(SHOWN, numbers.length)));
        return numbers.length > SHOWN ? text.substring(0, text.length() - 1) + ", ...]" : text;
    }

    @Override
    protected boolean equalsDataCell(final DataCell dc) {
        return Arrays.equals(((DenseDoubleVectorCell)dc).numbers, numbers);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(numbers);
    }
}
