/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.exchange;

/** What becomes of pruned weights in a file whose kernels are dense. */
public enum Dl4jLayout {

    /** All units are there, as before the pruning, and pruned weights are zero: rows keep all their features. */
    ZEROS,

    /** Dead units and unread features are left out: rows have the surviving features only, which the file lists. */
    COMPACT
}
