/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.column;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.knime.core.data.DataColumnProperties;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.reductor.core.data.FeatureBlock;
import org.reductor.core.data.FeatureRecipe;

/**
 * The column property by which a fingerprint column says how it was made. Properties survive filters, partitioners and
 * other nodes that pass columns on, so that a learner finds the recipe without being told.
 */
public final class RecipeProperty {

    /** Key of the property; its value is the recipe as JSON. */
    public static final String KEY = "org.reductor.recipe";

    /** Kind of a block whose bits were made by some other node: only a column of the same name can serve again. */
    public static final String FOREIGN_BITS = "bit-vector";

    private RecipeProperty() {
    }

    /**
     * @param column a fingerprint column
     * @param recipe how it is made
     * @return the column with the property set
     */
    public static DataColumnSpec attach(final DataColumnSpec column, final FeatureRecipe recipe) {
        final var creator = new DataColumnSpecCreator(column);
        creator.setProperties(column.getProperties().cloneAndOverwrite(Map.of(KEY, recipe.toJson())));
        return creator.createSpec();
    }

    /**
     * @param column any column
     * @return its recipe; empty when it has none or an unreadable one, as for columns from other nodes
     */
    public static Optional<FeatureRecipe> of(final DataColumnSpec column) {
        final DataColumnProperties properties = column.getProperties();
        if (properties == null || !properties.containsProperty(KEY)) {
            return Optional.empty();
        }
        try {
            return Optional.of(FeatureRecipe.fromJson(properties.getProperty(KEY)));
        } catch (IllegalArgumentException e) { // NOSONAR written by someone else: treated like any foreign column
            return Optional.empty();
        }
    }

    /**
     * @param column name of a bit-vector column that carries no recipe
     * @param width its number of bits
     * @return a recipe that asks for that column again
     */
    public static FeatureRecipe foreign(final String column, final int width) {
        return new FeatureRecipe(List.of(new FeatureBlock(column, FOREIGN_BITS, width, new TreeMap<>())));
    }

    /** @return whether molecules can be turned into the recipe's features, or only an existing column can serve */
    public static boolean isForeign(final FeatureRecipe recipe) {
        return recipe.blocks().stream().anyMatch(block -> FOREIGN_BITS.equals(block.kind()));
    }
}
