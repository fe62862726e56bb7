/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.explain;

/**
 * How far networks rely on a feature.
 *
 * @param feature its index
 * @param survived in how many networks pruning has left it
 * @param pathWeight how strongly it can act on the output through the layers, see {@link PathWeights}
 * @param rows number of rows that have it, of those that were looked at
 * @param meanEffect by how much it raises the prediction, the mean over these rows; NaN if there are none
 * @param meanSize the same without its sign
 * @param rise by how much the score gets worse when it is switched off; NaN without true values
 * @param standardError of that, over the rows; NaN if it cannot be told
 */
public record FeatureUse(int feature, int survived, double pathWeight, int rows, double meanEffect, double meanSize,
    double rise, double standardError) {
}
