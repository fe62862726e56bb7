/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.explain;

/**
 * What the features of a row contribute to a prediction: how much larger it is than it would be with that feature
 * switched off and all others as they are. Features that speak for the same thing share what they say, and features
 * that only matter together each count in full: contributions need not add up to the prediction.
 *
 * @param category the class that is explained, -1 for a number
 * @param value the prediction: a number, or the log odds of the class
 * @param features the features of the row that any network reads, ascending
 * @param contributions one a feature, the mean over the networks
 * @param together what the features contribute that were switched off together; 0 if there are none
 */
public record RowContributions(int category, double value, int[] features, double[] contributions, double together) {
}
