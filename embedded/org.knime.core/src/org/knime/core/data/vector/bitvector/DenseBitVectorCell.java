/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.data.vector.bitvector;

import java.util.BitSet;

import org.knime.core.data.DataType;

/** A bit vector; as a text, the bits. */
public class DenseBitVectorCell extends Bits {

    public static final DataType TYPE = DataType.getType(DenseBitVectorCell.class);

    private static final long serialVersionUID = 1L;

    DenseBitVectorCell(final BitSet bits, final int length) {
        super(bits, length);
    }

    @Override
    public String toString() {
        return toBinaryString();
    }
}
