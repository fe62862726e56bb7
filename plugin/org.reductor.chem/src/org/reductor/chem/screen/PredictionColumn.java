/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem.screen;

/**
 * A column of predictions.
 *
 * @param name the name that it has in a table without such a column
 * @param text whether its values are text, the names of classes; else they are numbers
 */
public record PredictionColumn(String name, boolean text) {
}
