/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.data.vector.bytevector;

import org.knime.core.data.DataValue;

/** A row of counts from 0 to 255, counted from 0. */
public interface ByteVectorValue extends DataValue {

    long length();

    /** How many counts are not zero. */
    int cardinality();

    int get(long index);

    /** The first index from a start on whose count is not zero, -1 if there is none. */
    long nextCountIndex(long startIdx);
}
