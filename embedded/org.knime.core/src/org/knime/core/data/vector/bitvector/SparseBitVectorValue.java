/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.data.vector.bitvector;

/** A row of bits of which few are set. */
public interface SparseBitVectorValue extends BitVectorValue {
}
