/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.predictor;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.StringValue;
import org.knime.core.data.vector.bitvector.BitVectorValue;
import org.knime.core.node.InvalidSettingsException;
import org.reductor.chem.Featurizer;
import org.reductor.chem.UnreadableMoleculeException;
import org.reductor.core.data.FeatureBlock;
import org.reductor.core.data.FeatureRecipe;
import org.reductor.knime.column.BitCells;
import org.reductor.knime.column.Columns;
import org.reductor.knime.column.Columns.Role;
import org.reductor.knime.column.RecipeProperty;
import org.reductor.knime.predictor.NetworkPredictorParameters.Source;

/** Where a row's features come from: a fingerprint column that is already right, or molecules. */
final class FeatureSource {

    private final FeatureRecipe recipe;

    /** Index of the fingerprint column, or -1. */
    private final int fingerprint;

    /** Indices of the molecule columns, one a block of the recipe. */
    private final int[] molecules;

    private final String column;

    private Featurizer featurizer;

    private FeatureSource(final FeatureRecipe recipe, final int fingerprint, final String column,
        final int... molecules) {
        this.recipe = recipe;
        this.fingerprint = fingerprint;
        this.column = column;
        this.molecules = molecules;
    }

    /**
     * @param spec the table
     * @param recipe how the networks' features are made
     * @param parameters the choice of the user
     * @return the source
     * @throws InvalidSettingsException when the table has no column that could serve; the message names what is needed
     *             and what is there
     */
    static FeatureSource find(final DataTableSpec spec, final FeatureRecipe recipe,
        final NetworkPredictorParameters parameters) throws InvalidSettingsException {
        if (parameters.m_source == Source.MOLECULE_COLUMN) {
            return chosen(spec, recipe, parameters.m_moleculeColumn);
        }
        final Optional<DataColumnSpec> ready = spec.stream().filter(Role.FINGERPRINT::fits)
            .filter(c -> RecipeProperty.of(c).filter(recipe::equals).isPresent()).findFirst();
        if (ready.isPresent()) {
            final String name = ready.get().getName();
            return new FeatureSource(recipe, spec.findColumnIndex(name), name);
        }
        if (RecipeProperty.isForeign(recipe)) {
            return foreign(spec, recipe);
        }
        final int[] columns = new int[recipe.blocks().size()];
        for (int b = 0; b < columns.length; b++) {
            final String name = recipe.blocks().get(b).column();
            columns[b] = spec.findColumnIndex(name);
            if (columns[b] < 0 || !Role.MOLECULE.fits(spec.getColumnSpec(columns[b]))) {
                throw new InvalidSettingsException(nothingFits(spec, recipe));
            }
        }
        return new FeatureSource(recipe, -1,
            recipe.blocks().stream().map(FeatureBlock::column).collect(Collectors.joining("', '")), columns);
    }

    private static FeatureSource chosen(final DataTableSpec spec, final FeatureRecipe recipe, final String column)
        throws InvalidSettingsException {
        if (RecipeProperty.isForeign(recipe)) {
            throw new InvalidSettingsException("The networks read a bit vector that some other node made ('"
                + recipe.blocks().get(0).column() + "'); it cannot be made from molecules here. Set 'Features from' to "
                + "Automatic and give the node a table with that column.");
        }
        if (recipe.blocks().size() > 1) {
            throw new InvalidSettingsException("The networks read " + recipe.blocks().size()
                + " molecule columns. Set 'Features from' to Automatic and name the columns as in training.");
        }
        return new FeatureSource(recipe, -1, column, Columns.require(spec, Role.MOLECULE, column));
    }

    private static FeatureSource foreign(final DataTableSpec spec, final FeatureRecipe recipe)
        throws InvalidSettingsException {
        final List<FeatureBlock> blocks = recipe.blocks();
        final String name = blocks.get(0).column();
        final int index = spec.findColumnIndex(name);
        if (blocks.size() > 1 || index < 0 || !Role.FINGERPRINT.fits(spec.getColumnSpec(index))) {
            throw new InvalidSettingsException("The networks read the bit-vector column '" + name + "' with "
                + recipe.width() + " bits, which is not in the table: " + Columns.describe(spec));
        }
        return new FeatureSource(recipe, index, name);
    }

    private static String nothingFits(final DataTableSpec spec, final FeatureRecipe recipe) {
        final String needed =
            recipe.blocks().stream().map(b -> "'" + b.column() + "'").collect(Collectors.joining(", "));
        return "The table has neither a fingerprint column that was made as in training nor the molecule column "
            + needed + "; " + Columns.describe(spec) + " Choose the molecule column in the dialog, or make the "
            + "fingerprints with the same settings as in training.";
    }

    /**
     * Loads what is needed to make features. Called once before the first row.
     *
     * @throws IllegalArgumentException when the recipe is unknown to this version
     * @throws IllegalStateException when RDKit cannot be used
     */
    void prepare() {
        if (fingerprint < 0) {
            featurizer = new Featurizer(recipe);
        }
    }

    /** @return name of the column, or names of the columns, that are read */
    String column() {
        return column;
    }

    /** @return name of the fingerprint column that is read; nothing when fingerprints are made from molecules */
    Optional<String> fingerprintColumn() {
        return fingerprint < 0 ? Optional.empty() : Optional.of(column);
    }

    /**
     * @param row a row of the table
     * @return the positions of its set bits
     * @throws UnreadableMoleculeException with the reason in plain words
     */
    int[] setBits(final DataRow row) throws UnreadableMoleculeException {
        if (fingerprint < 0) {
            return featurizer.setBits(Arrays.stream(molecules).mapToObj(row::getCell).map(FeatureSource::text)
                .toArray(String[]::new));
        }
        final DataCell cell = row.getCell(fingerprint);
        if (cell.isMissing()) {
            throw new UnreadableMoleculeException("The fingerprint is missing.");
        }
        final BitVectorValue bits = (BitVectorValue)cell;
        if (bits.length() != recipe.width()) {
            throw new UnreadableMoleculeException("The fingerprint has " + bits.length()
                + " bits, but the networks read " + recipe.width() + ".");
        }
        return BitCells.setBits(bits);
    }

    private static String text(final DataCell cell) {
        return cell.isMissing() ? null : ((StringValue)cell).getStringValue();
    }
}
