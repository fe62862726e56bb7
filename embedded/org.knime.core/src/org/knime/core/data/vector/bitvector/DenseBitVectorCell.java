/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.data.vector.bitvector;

import java.util.BitSet;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;

/** A bit vector; as a text, the bits. */
public class DenseBitVectorCell extends DataCell implements BitVectorValue {

    public static final DataType TYPE = DataType.getType(DenseBitVectorCell.class);

    /** Texts show no more bits than these; then comes an ellipsis. */
    private static final int MAX_DISPLAY_BITS = 8192;

    private static final long serialVersionUID = 1L;

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
    public String toBinaryString() {
        final int shown = Math.min(length, MAX_DISPLAY_BITS);
        final var text = new StringBuilder(shown + 3);
        for (int i = shown - 1; i >= 0; i--) {
            text.append(bits.get(i) ? '1' : '0');
        }
        return shown < length ? text.append("...").toString() : text.toString();
    }

    @Override
    public String toString() {
        return toBinaryString();
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
