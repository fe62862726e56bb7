/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/** Bit vectors, as fingerprints are. */
package org.knime.core.data.vector.bitvector;
