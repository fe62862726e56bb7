/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.column;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.reductor.chem.Featurizer;
import org.reductor.chem.Isolation;
import org.reductor.chem.RdkitVersion;
import org.reductor.chem.SourceColumn;
import org.reductor.chem.SourceColumn.Content;
import org.reductor.chem.UnknownCategories;
import org.reductor.chem.UnusableRowException;
import org.reductor.core.data.FeatureBlock;
import org.reductor.core.data.FeatureRecipe;
import org.reductor.core.data.SparseRow;
import org.reductor.core.model.Provenance;
import org.reductor.knime.column.Columns.Role;

/** Where a row's features come from: a features column that is already right, or the columns that the recipe reads. */
public final class FeatureSource {

    private final FeatureRecipe recipe;

    /** Index of the features column, or -1. */
    private final int ready;

    /** The values that features are made of, {@code null} where they are ready. */
    private final SourceCells cells;

    private final String column;

    /** Looks for what went wrong when the table was read; {@code null} where features are ready. */
    private final LostCharacters lost;

    private final UnknownCategories unknown = new UnknownCategories();

    private Featurizer featurizer;

    private FeatureSource(final FeatureRecipe recipe, final int ready, final SourceCells cells, final String column) {
        this.recipe = recipe;
        this.ready = ready;
        this.cells = cells;
        this.column = column;
        lost = cells == null ? null : new LostCharacters(cells);
    }

    /**
     * @param spec the table
     * @param recipe how the networks' features are made
     * @return the source, found by the names of columns
     * @throws InvalidSettingsException when the table has no column that could serve; the message names what is needed
     *             and what is there
     */
    public static FeatureSource find(final DataTableSpec spec, final FeatureRecipe recipe)
        throws InvalidSettingsException {
        final Optional<DataColumnSpec> made = spec.stream().filter(Role.FINGERPRINT::fits)
            .filter(c -> RecipeProperty.of(c).filter(recipe::equals).isPresent()).findFirst();
        if (made.isPresent()) {
            final String name = made.get().getName();
            return new FeatureSource(recipe, spec.findColumnIndex(name), null, name);
        }
        if (RecipeProperty.isForeign(recipe)) {
            return foreign(spec, recipe);
        }
        final List<SourceColumn> sources = Featurizer.sources(recipe);
        final List<SourceColumn> lacking = sources.stream().filter(source -> !has(spec, source)).toList();
        // Of text where numbers are needed the rows tell more.
        if (!lacking.stream().allMatch(source -> SourceCells.isNumberAsText(spec, source))) {
            throw new InvalidSettingsException(nothingFits(spec, recipe, lacking));
        }
        return new FeatureSource(recipe, -1, SourceCells.find(spec, sources),
            sources.stream().map(SourceColumn::name).distinct().collect(Collectors.joining("', '")));
    }

    private static boolean has(final DataTableSpec spec, final SourceColumn source) {
        final int index = spec.findColumnIndex(source.name());
        return index >= 0 && SourceCells.role(source.content()).fits(spec.getColumnSpec(index));
    }

    /**
     * @param spec the table
     * @param recipe how the networks' features are made, from a single molecule column
     * @param column the column of the table that is that
     * @return the source
     * @throws InvalidSettingsException as above, or when the networks read more than one molecule column
     */
    public static FeatureSource of(final DataTableSpec spec, final FeatureRecipe recipe, final String column)
        throws InvalidSettingsException {
        if (RecipeProperty.isForeign(recipe)) {
            throw new InvalidSettingsException("The networks read a vector that some other node made ('"
                + recipe.blocks().get(0).column() + "'); it cannot be made from molecules here. Set 'Features from' to "
                + "Automatic and give the node a table with that column.");
        }
        final List<SourceColumn> sources = Featurizer.sources(recipe);
        if (sources.size() > 1 || sources.get(0).content() != Content.MOLECULE) {
            throw new InvalidSettingsException("The networks do not read a single molecule column, but "
                + names(sources) + ". Set 'Features from' to Automatic and name the columns as in training.");
        }
        return new FeatureSource(recipe, -1,
            new SourceCells(spec, sources, Columns.require(spec, Role.MOLECULE, column)), column);
    }

    private static FeatureSource foreign(final DataTableSpec spec, final FeatureRecipe recipe)
        throws InvalidSettingsException {
        final FeatureBlock block = recipe.blocks().get(0);
        final String numbers = switch (block.kind()) {
            case FeatureBlock.BIT_VECTOR -> "bits";
            case FeatureBlock.COUNT_VECTOR -> "counts";
            default -> "numbers";
        };
        final int index = spec.findColumnIndex(block.column());
        final String needed = "The networks read the " + ("bits".equals(numbers) ? "bit-vector" : "vector")
            + " column '" + block.column() + "' with " + block.width() + " " + numbers;
        if (recipe.blocks().size() > 1) { // as no node of ours makes it
            throw new InvalidSettingsException(needed + " and other features beside it, which can only be put together "
                + "where they were made: give the node the features column that came of it.");
        }
        if (index < 0) {
            throw new InvalidSettingsException(needed + ", which is not in the table: " + Columns.describe(spec));
        }
        final DataColumnSpec column = spec.getColumnSpec(index);
        if (!Role.FINGERPRINT.fits(column) || !FeatureCells.kind(column).equals(block.kind())) {
            throw new InvalidSettingsException(needed + ". The table has a column of that name, but it holds "
                + column.getType().getName() + ". Make its vectors as for the training, as " + numbers
                + ", or rename the column that has them.");
        }
        return new FeatureSource(recipe, index, null, block.column());
    }

    private static String nothingFits(final DataTableSpec spec, final FeatureRecipe recipe,
        final List<SourceColumn> lacking) {
        return "The table has neither a features column that was made as in training nor " + names(lacking) + "; "
            + Columns.describe(spec) + otherTypes(spec, lacking) + RecipeProperty.madeOtherwise(spec, recipe)
            + " Name the columns as in training, choose the molecule column in the dialog if "
            + "the networks read a single one, or make the features with the same settings as in training.";
    }

    /** Says of columns that are there what they would have to hold, with a blank before. */
    private static String otherTypes(final DataTableSpec spec, final List<SourceColumn> lacking) {
        return lacking.stream().filter(source -> spec.containsName(source.name()))
            .map(source -> " '" + source.name() + "' is there, but holds "
                + spec.getColumnSpec(source.name()).getType().getName() + ", not "
                + SourceCells.role(source.content()).content() + ".")
            .collect(Collectors.joining());
    }

    /** For example: the molecule column 'ligand', the numeric column 'volume'. */
    private static String names(final List<SourceColumn> sources) {
        return sources.stream()
            .map(source -> "the " + SourceCells.role(source.content()).label() + " column '" + source.name() + "'")
            .collect(Collectors.joining(", "));
    }

    /** @return what to say before the rows are known */
    public Optional<String> warning(final DataTableSpec spec) {
        return cells == null ? Optional.empty() : SourceCells.warning(spec, Featurizer.sources(recipe));
    }

    /**
     * Loads what is needed to make features. Called once before the first row.
     *
     * @param table the rows
     * @param exec may cancel, also while a molecule takes long
     * @throws InvalidSettingsException when a column holds text where numbers are needed, naming value and row
     * @throws IllegalArgumentException when the recipe is unknown to this version
     * @throws IllegalStateException when RDKit cannot be used
     */
    public void prepare(final BufferedDataTable table, final ExecutionMonitor exec)
        throws InvalidSettingsException, CanceledExecutionException {
        prepare(table, null, exec);
    }

    /**
     * The same for those who do not read all features: others may be left out where they are made here.
     *
     * @param table the rows
     * @param read the features that are read
     * @param exec may cancel, also while a molecule takes long
     * @throws InvalidSettingsException as above
     * @throws IllegalArgumentException as above
     * @throws IllegalStateException as above
     */
    public void prepare(final BufferedDataTable table, final BitSet read, final ExecutionMonitor exec)
        throws InvalidSettingsException, CanceledExecutionException {
        if (cells != null) {
            cells.requireNumbers(table, exec);
            featurizer = new Featurizer(recipe, unknown, Isolation.WHERE_NEEDED, Cancellation.of(exec), read);
        }
    }

    /**
     * @param spec the table
     * @param provenance of the networks
     * @return a warning when another RDKit makes the features than has made those that the networks learned from
     */
    public Optional<String> otherRdkit(final DataTableSpec spec, final Provenance provenance) {
        return RdkitVersion.difference("The features",
            cells == null ? RdkitProperty.of(spec.getColumnSpec(ready)) : RdkitVersion.here(recipe),
            "those that the networks have learned from", RdkitVersion.of(provenance));
    }

    /** @return name of the column, or names of the columns, that are read */
    public String column() {
        return column;
    }

    /** @return name of the features column that is read; nothing when features are made here */
    public Optional<String> featuresColumn() {
        return cells == null ? Optional.of(column) : Optional.empty();
    }

    /** @return what to tell of characters that were lost in a table of so many rows */
    public Optional<String> lostCharacters(final long rows) {
        return lost == null ? Optional.empty() : lost.warning(rows);
    }

    /** @return the categories met so far that training never saw */
    public UnknownCategories unknownCategories() {
        return unknown;
    }

    /**
     * @param index position of the row in its table
     * @param row the row
     * @return its features
     * @throws UnusableRowException with the reason in plain words
     */
    public SparseRow features(final long index, final DataRow row) throws UnusableRowException {
        if (cells != null) {
            lost.look(index, row);
            return featurizer.features(cells.values(row));
        }
        final DataCell cell = row.getCell(ready);
        if (cell.isMissing()) {
            throw new UnusableRowException("The features are missing.");
        }
        if (FeatureCells.length(cell) != recipe.width()) {
            throw new UnusableRowException("The row has " + FeatureCells.length(cell)
                + " features, but the networks read " + recipe.width() + ".");
        }
        final SparseRow features = FeatureCells.features(cell);
        final int bad = FeatureCells.firstNotFinite(features);
        if (bad >= 0) {
            throw new UnusableRowException("Feature " + bad + " is not a finite number.");
        }
        return features;
    }
}
