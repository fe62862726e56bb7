/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.data.vector.doublevector;

import java.util.Arrays;

import org.knime.core.data.DataCell;

/** A vector of numbers. */
public class DenseDoubleVectorCell extends DataCell implements DoubleVectorValue {

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
        return Arrays.toString(numbers);
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
