/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/** Vectors of numbers, as descriptors are. */
package org.knime.core.data.vector.doublevector;
