/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.benchmarks.quality;

/**
 * Rows of a table that a method may learn from, and those that it is tested on.
 *
 * @param training ascending
 * @param test ascending
 */
record Split(int[] training, int[] test) {
}
