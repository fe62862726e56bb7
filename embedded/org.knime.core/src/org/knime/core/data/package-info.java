/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/** Tables: cells and their types, rows, and the specs of columns and tables. */
package org.knime.core.data;
