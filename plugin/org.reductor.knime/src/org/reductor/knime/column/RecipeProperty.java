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
 * The column property by which a features column says how it was made. Properties survive filters, partitioners and
 * other nodes that pass columns on, so that a learner finds the recipe without being told.
 */
public final class RecipeProperty {

    /** Key of the property; its value is the recipe as JSON. */
    public static final String KEY = "org.reductor.recipe";

    private RecipeProperty() {
    }

    /**
     * @param column a features column
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
     * @param column a column of vectors that carries no recipe
     * @param width number of features of each
     * @return a recipe that asks for that column again
     */
    public static FeatureRecipe foreign(final DataColumnSpec column, final int width) {
        final String kind = FeatureCells.isBinary(column) ? FeatureBlock.BIT_VECTOR : FeatureBlock.DOUBLE_VECTOR;
        return new FeatureRecipe(List.of(new FeatureBlock(column.getName(), kind, width, new TreeMap<>())));
    }

    /** @return whether only an existing column can serve, because the recipe's features were made elsewhere */
    public static boolean isForeign(final FeatureRecipe recipe) {
        return recipe.blocks().stream()
            .anyMatch(block -> FeatureBlock.BIT_VECTOR.equals(block.kind())
                || FeatureBlock.DOUBLE_VECTOR.equals(block.kind()));
    }
}
