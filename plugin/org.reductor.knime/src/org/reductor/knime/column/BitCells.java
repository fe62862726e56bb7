/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.column;

import org.knime.core.data.DataCell;
import org.knime.core.data.vector.bitvector.BitVectorValue;
import org.knime.core.data.vector.bitvector.DenseBitVectorCellFactory;

/** Between KNIME's bit-vector cells and the positions of set bits. */
public final class BitCells {

    private BitCells() {
    }

    /**
     * @param setBits positions, each below {@code width}
     * @param width number of bits
     * @return the cell
     */
    public static DataCell cell(final int[] setBits, final int width) {
        // Dense cells, as the RDKit nodes make them: at 2,048 bits they are also the smaller ones.
        final var factory = new DenseBitVectorCellFactory(width);
        for (final int bit : setBits) {
            factory.set(bit);
        }
        return factory.createDataCell();
    }

    /**
     * @param vector any bit vector shorter than 2^31
     * @return the positions of its set bits, ascending
     */
    public static int[] setBits(final BitVectorValue vector) {
        final int[] positions = new int[(int)vector.cardinality()];
        long bit = -1;
        for (int i = 0; i < positions.length; i++) {
            bit = vector.nextSetBit(bit + 1);
            positions[i] = (int)bit;
        }
        return positions;
    }
}
