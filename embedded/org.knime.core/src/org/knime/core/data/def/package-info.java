/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/** The standard cells and rows. */
package org.knime.core.data.def;
