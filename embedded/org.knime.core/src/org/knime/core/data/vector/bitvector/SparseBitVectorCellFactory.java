/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.data.vector.bitvector;

import java.util.BitSet;

/** Makes bit vector cells of which few bits are set. Here, a vector has no more than 2^31 - 1 bits. */
public class SparseBitVectorCellFactory {

    private final BitSet bits = new BitSet();

    private final int length;

    public SparseBitVectorCellFactory(final long length) {
        if (length < 0) {
            throw new IllegalArgumentException("A bit vector cannot have " + length + " bits.");
        }
        this.length = Math.toIntExact(length);
    }

    /** @param oneIdxs the bits to set */
    public SparseBitVectorCellFactory(final long length, final long[] oneIdxs) {
        this(length);
        for (final long index : oneIdxs) {
            if (index < 0 || index >= length) {
                throw new IllegalArgumentException("There is no bit " + index + " in a vector of " + length + " bits.");
            }
            bits.set((int)index);
        }
    }

    public void set(final long bitIndex) {
        bits.set(Bits.check(bitIndex, length));
    }

    /** A cell with the bits as they are set now. */
    public SparseBitVectorCell createDataCell() {
        return new SparseBitVectorCell(bits, length);
    }
}
