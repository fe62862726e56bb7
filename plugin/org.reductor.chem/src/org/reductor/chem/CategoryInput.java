/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.reductor.core.data.FeatureBlock;

/** A block with a feature for each category of a column, of which one is 1. */
final class CategoryInput implements Input {

    private final SourceColumn source;

    private final boolean emptyAllowed;

    private final Map<String, Integer> features = new HashMap<>();

    private final UnknownCategories unknown;

    /**
     * @param block a complete block
     * @param offset its first feature
     * @param unknown hears of categories that the block does not have; {@code null} makes their rows unusable
     * @throws IllegalArgumentException when the block does not have one category a feature
     */
    CategoryInput(final FeatureBlock block, final int offset, final UnknownCategories unknown) {
        source = SourceColumn.of(block);
        emptyAllowed = MoleculeOptions.emptyAllowed(block);
        this.unknown = unknown;
        final List<String> categories = block.texts(FeatureBlock.CATEGORIES);
        categories.forEach(category -> features.put(category, offset + features.size()));
        if (categories.size() != block.width() || features.size() != block.width()) {
            throw new IllegalArgumentException("The block of column '" + block.column() + "' has " + block.width()
                + " features for " + features.size() + " categories.");
        }
    }

    @Override
    public SourceColumn source() {
        return source;
    }

    @Override
    public void add(final Object value, final RowBuilder row) throws UnusableRowException {
        final String category = category(source, value, emptyAllowed);
        if (category == null) {
            return;
        }
        final Integer feature = features.get(category);
        if (feature != null) {
            row.add(feature);
        } else if (unknown != null) {
            unknown.add(source.name(), category);
        } else {
            throw new UnusableRowException("The category " + MoleculeReader.quote(category) + " of column '"
                + source.name() + "' was not among the training rows.");
        }
    }

    /** @return the category, {@code null} when it is missing or empty and may be */
    static String category(final SourceColumn source, final Object value, final boolean emptyAllowed)
        throws UnusableRowException {
        if (value instanceof String category && !category.isBlank()) {
            return category;
        }
        if (emptyAllowed) {
            return null;
        }
        throw new UnusableRowException(
            "The category in column '" + source.name() + "' is " + (value == null ? "missing." : "empty."));
    }
}
