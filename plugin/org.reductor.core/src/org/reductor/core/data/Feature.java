/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.data;

/**
 * One feature of a recipe, with the block that it came from.
 *
 * @param index position among all features of the recipe
 * @param blockIndex position of its block in the recipe
 * @param block how it is made
 * @param position position within the block
 * @param name what people call it, for example "smiles: Morgan bit 1023", "base = DBU" or "smiles: TPSA"
 */
public record Feature(int index, int blockIndex, FeatureBlock block, int position, String name) {
}
