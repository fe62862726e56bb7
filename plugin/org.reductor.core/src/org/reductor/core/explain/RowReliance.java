/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.explain;

/**
 * What a row tells of the features that it has.
 *
 * @param features those that any of the networks reads, ascending
 * @param effects for each how much larger the prediction is with it than without
 * @param weight how much the row counts in a score; 0 if it has no true value
 * @param loss of the prediction; NaN without a true value
 * @param rises for each feature how much larger the loss is without it; null without a true value
 */
public record RowReliance(int[] features, double[] effects, double weight, double loss, double[] rises) {
}
