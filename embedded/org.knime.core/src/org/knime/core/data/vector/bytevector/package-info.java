/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/** Vectors of counts. */
package org.knime.core.data.vector.bytevector;
