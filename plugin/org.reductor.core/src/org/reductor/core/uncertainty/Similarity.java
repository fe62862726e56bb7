/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.uncertainty;

/**
 * How similar a row is to those that networks know, from 0 to 1.
 *
 * @param nearest to the most similar of all
 * @param ofGroup for each group of networks to the most similar of the rows that did not judge it
 */
public record Similarity(double nearest, double[] ofGroup) {
}
