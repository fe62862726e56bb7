/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.data.vector.bitvector;

import org.knime.core.data.DataValue;

/** A row of bits, counted from 0. */
public interface BitVectorValue extends DataValue {

    long length();

    /** The number of set bits. */
    long cardinality();

    boolean get(long index);

    /** The first bit from {@code startIdx} on that is set, or -1. */
    long nextSetBit(long startIdx);
}
