/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.column;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.knime.core.data.DataColumnProperties;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.reductor.chem.Featurizer;
import org.reductor.chem.SourceColumn.Content;
import org.reductor.core.data.FeatureBlock;
import org.reductor.core.data.FeatureRecipe;
import org.reductor.core.data.RecipeDifference;

/**
 * The column property by which a features column says how it was made. Properties survive filters, partitioners and
 * other nodes that pass columns on, so that a learner finds the recipe without being told.
 */
public final class RecipeProperty {

    /** Key of the property; its value is the recipe as JSON. */
    public static final String KEY = "org.reductor.recipe";

    private static final Set<String> FOREIGN =
        Set.of(FeatureBlock.BIT_VECTOR, FeatureBlock.COUNT_VECTOR, FeatureBlock.DOUBLE_VECTOR);

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
        return new FeatureRecipe(
            List.of(new FeatureBlock(column.getName(), FeatureCells.kind(column), width, new TreeMap<>())));
    }

    /**
     * @param table a table without the features that networks read
     * @param recipe how those are made
     * @return how the features of the table differ from them, with a blank before; empty when it has none
     */
    public static String madeOtherwise(final DataTableSpec table, final FeatureRecipe recipe) {
        for (final DataColumnSpec column : table) {
            final Optional<RecipeDifference> difference = of(column).flatMap(r -> RecipeDifference.between(recipe, r));
            if (difference.isPresent()) {
                return " Its features in '" + column.getName() + "' are made in another way. "
                    + difference.get().sentence("in the networks", "in the table");
            }
        }
        return "";
    }

    /**
     * Whoever may read the target predicts it without having learned anything.
     *
     * @param recipe how features are made
     * @param target name of the predicted column
     * @throws InvalidSettingsException when the values of that column are among the features
     */
    public static void requireNotAmongFeatures(final FeatureRecipe recipe, final String target)
        throws InvalidSettingsException {
        if (Featurizer.sources(recipe).stream().anyMatch(source -> source.name().equals(target)
            && (source.content() == Content.NUMBER || source.content() == Content.CATEGORY))) {
            throw new InvalidSettingsException("The target column '" + target + "' is also one of the features, so "
                + "that networks could read what they are to predict. Take '" + target + "' out of the columns of the "
                + "Molecule Featurizer, or choose another target column, and train again.");
        }
    }

    /** @return whether only an existing column can serve, because the recipe's features were made elsewhere */
    public static boolean isForeign(final FeatureRecipe recipe) {
        return recipe.blocks().stream().anyMatch(block -> FOREIGN.contains(block.kind()));
    }
}
