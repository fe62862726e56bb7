/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem.screen;

/**
 * Stands in the place of a value that a row with predictions does not have.
 *
 * @param reason a plain sentence
 */
public record Untold(String reason) {
}
