/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.data.vector.bitvector;

import java.util.BitSet;

/** Makes bit vector cells. Here, a vector has no more than 2^31 - 1 bits. */
public class DenseBitVectorCellFactory {

    private final BitSet bits;

    private final int length;

    public DenseBitVectorCellFactory(final long length) {
        if (length < 0) {
            throw new IllegalArgumentException("A bit vector cannot have " + length + " bits.");
        }
        this.length = Math.toIntExact(length);
        bits = new BitSet(this.length);
    }

    public void set(final long bitIndex) {
        bits.set(DenseBitVectorCell.check(bitIndex, length));
    }

    /** A cell with the bits as they are set now. */
    public DenseBitVectorCell createDataCell() {
        return new DenseBitVectorCell(bits, length);
    }
}
