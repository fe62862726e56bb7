/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.spark;

/**
 * What became of the rows of a table.
 *
 * @param rows all
 * @param failed those without a prediction
 * @param failure why one of these has none; null if there is none
 */
public record Counts(long rows, long failed, String failure) {
}
