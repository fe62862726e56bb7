/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.data.vector.bitvector;

import java.util.BitSet;

import org.knime.core.data.DataType;

/** A bit vector of which few bits are set; as a text, their indices. */
public class SparseBitVectorCell extends Bits implements SparseBitVectorValue {

    public static final DataType TYPE = DataType.getType(SparseBitVectorCell.class);

    private static final long serialVersionUID = 1L;

    SparseBitVectorCell(final BitSet bits, final int length) {
        super(bits, length);
    }

    @Override
    public String toString() {
        return listed();
    }
}
