/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.featurizer;

import java.util.List;
import java.util.Optional;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.reductor.chem.FeatureBlocks;
import org.reductor.chem.Featurizer;
import org.reductor.chem.RecipeFitter;
import org.reductor.core.data.FeatureBlock;
import org.reductor.core.data.FeatureRecipe;
import org.reductor.core.data.SparseRow;
import org.reductor.knime.column.Cancellation;
import org.reductor.knime.column.FeatureCells;
import org.reductor.knime.column.LostCharacters;
import org.reductor.knime.column.RowChunks;
import org.reductor.knime.column.SourceCells;
import org.reductor.knime.column.UnusableRows;

/** Sends each row of a table either on, with its features, or aside, with the reason. */
final class TableFeaturizer {

    private final List<FeatureBlock> drafts;

    private final SourceCells source;

    private final LostCharacters lost;

    private UnusableRows unusable = new UnusableRows();

    /**
     * @param spec the table
     * @param drafts the blocks of features, complete or not
     * @throws InvalidSettingsException when the table lacks a column
     */
    TableFeaturizer(final DataTableSpec spec, final List<FeatureBlock> drafts) throws InvalidSettingsException {
        this.drafts = drafts;
        source = SourceCells.find(spec, Featurizer.sources(new FeatureRecipe(drafts)));
        lost = new LostCharacters(source);
    }

    /** @return whether the table must be read once before features can be made */
    static boolean needsFit(final List<FeatureBlock> drafts) {
        return drafts.stream().anyMatch(FeatureBlocks::isDraft);
    }

    /**
     * Completes the blocks from the rows that can be used.
     *
     * @param table the rows
     * @param exec hears the progress and may cancel
     * @return the recipe; nothing when no row can be used
     * @throws IllegalArgumentException when a column of categories has none
     * @throws IllegalStateException when RDKit cannot be used
     * @throws InvalidSettingsException when a column holds text where numbers are needed
     */
    Optional<FeatureRecipe> fit(final BufferedDataTable table, final ExecutionMonitor exec)
        throws CanceledExecutionException, InvalidSettingsException {
        source.requireNumbers(table, exec);
        if (!needsFit(drafts)) {
            return Optional.of(new FeatureRecipe(drafts));
        }
        final var fitter = new RecipeFitter(drafts, Cancellation.of(exec));
        unusable = new UnusableRows();
        RowChunks.run(table, row -> fitter.observe(source.values(row)), (index, row, observation, reason) -> {
            if (observation == null) {
                unusable.add(index, row.getKey().getString(), reason);
            } else {
                fitter.add(observation);
            }
        }, exec);
        return unusable.count() == table.size() ? Optional.empty() : Optional.of(fitter.recipe());
    }

    /**
     * @param table the rows
     * @param recipe the complete recipe
     * @param good receives the rows with their features appended
     * @param bad receives the other rows with the reason appended
     * @param exec hears the progress and may cancel
     * @throws IllegalStateException when RDKit cannot be used
     */
    void run(final BufferedDataTable table, final FeatureRecipe recipe, final BufferedDataContainer good,
        final BufferedDataContainer bad, final ExecutionMonitor exec) throws CanceledExecutionException {
        final var featurizer = new Featurizer(recipe, null, Cancellation.of(exec));
        final int width = recipe.width();
        unusable = new UnusableRows();
        RowChunks.<SparseRow> run(table, row -> featurizer.features(source.values(row)),
            (index, row, features, reason) -> {
                lost.look(index, row);
                if (features == null) {
                    unusable.add(index, row.getKey().getString(), reason);
                    bad.addRowToTable(append(row, new StringCell(reason)));
                } else {
                    good.addRowToTable(append(row, FeatureCells.cell(features, width)));
                }
            }, exec);
    }

    /** @return the rows that could not be used, of the last pass over the table */
    UnusableRows unusable() {
        return unusable;
    }

    /** @return the rows whose text lost characters when it was read */
    LostCharacters lost() {
        return lost;
    }

    private static DataRow append(final DataRow row, final DataCell cell) {
        final DataCell[] cells = new DataCell[row.getNumCells() + 1];
        for (int i = 0; i < row.getNumCells(); i++) {
            cells[i] = row.getCell(i);
        }
        cells[cells.length - 1] = cell;
        return new DefaultRow(row.getKey(), cells);
    }
}
