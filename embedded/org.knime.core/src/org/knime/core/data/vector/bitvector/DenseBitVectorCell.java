/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.data.vector.bitvector;

import java.util.BitSet;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;

/** A bit vector; as a text, the bits that are set. */
public class DenseBitVectorCell extends DataCell implements BitVectorValue {

    public static final DataType TYPE = DataType.getType(DenseBitVectorCell.class);

    private final BitSet bits;

    private final int length;

    DenseBitVectorCell(final BitSet bits, final int length) {
        this.bits = (BitSet)bits.clone();
        this.length = length;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public long cardinality() {
        return bits.cardinality();
    }

    @Override
    public boolean get(final long index) {
        return bits.get(check(index, length));
    }

    @Override
    public long nextSetBit(final long startIdx) {
        return startIdx >= length ? -1 : bits.nextSetBit((int)startIdx);
    }

    @Override
    public String toString() {
        return bits.toString();
    }

    @Override
    protected boolean equalsDataCell(final DataCell dc) {
        final DenseBitVectorCell other = (DenseBitVectorCell)dc;
        return other.length == length && other.bits.equals(bits);
    }

    @Override
    public int hashCode() {
        return bits.hashCode();
    }

    static int check(final long index, final int length) {
        if (index < 0 || index >= length) {
            throw new ArrayIndexOutOfBoundsException(
                "There is no bit " + index + " in a vector of " + length + " bits.");
        }
        return (int)index;
    }
}
