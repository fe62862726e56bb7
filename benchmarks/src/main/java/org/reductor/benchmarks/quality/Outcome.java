/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.benchmarks.quality;

import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.Map;

/**
 * What a method gives.
 *
 * @param predictions by name of what made them, the first of which others are compared with, for example
 *            {@code unpruned} and {@code pruned}: one value for each test row and task, row by row; a number, or for
 *            classes whatever is the larger the likelier class 1 is
 * @param facts what else the result file is to hold, for example chosen settings
 */
record Outcome(Map<String, double[]> predictions, ObjectNode facts) {
}
