/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/**
 * What several nodes need to know about columns: which ones fit, which one is meant, how a fingerprint column says how
 * it was made, how the rows of a table are worked on side by side, and how those that cannot be used are reported.
 */
package org.reductor.knime.column;
