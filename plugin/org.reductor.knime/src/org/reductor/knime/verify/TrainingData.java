/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.verify;

import java.util.Locale;
import java.util.stream.IntStream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.reductor.chem.UnusableRowException;
import org.reductor.core.data.Dataset;
import org.reductor.core.data.RowDigest;
import org.reductor.core.data.RowRoles;
import org.reductor.core.data.RowRules;
import org.reductor.core.model.NetworkModel;
import org.reductor.core.model.Provenance;
import org.reductor.knime.column.FeatureCells;
import org.reductor.knime.column.FeatureSource;
import org.reductor.knime.labelled.LearnerTables;
import org.reductor.knime.labelled.LearningColumns;

/** Finds the rows that a model was trained on in a table that has them, and perhaps others, such as the test rows. */
final class TrainingData {

    private static final String FEATURES = "Features";

    private TrainingData() {
    }

    /**
     * @param table rows with what the model's features are made of and its targets, in the order of the training
     * @param model the model
     * @param rules what its training made of the rows
     * @param exec may cancel
     * @return the training data, those of the model's provenance
     * @throws KNIMEException when the table does not have them; the message counts what is missing
     */
    static Dataset of(final BufferedDataTable table, final NetworkModel model, final RowRules rules,
        final ExecutionContext exec) throws KNIMEException, CanceledExecutionException {
        final Dataset all = read(table, model, rules, exec);
        final Provenance provenance = model.provenance();
        if (all.sha256().equals(provenance.dataSha256())) {
            return all;
        }
        final RowRoles roles = provenance.roles();
        final int[] known = IntStream.range(0, all.rows())
            .filter(row -> roles.size() > 0
                && roles.of(RowDigest.of(all, row)).stream().anyMatch(role -> role != RowRoles.Role.NONE))
            .toArray();
        if (known.length == provenance.rows()) {
            final Dataset selected = all.select(known);
            if (selected.sha256().equals(provenance.dataSha256())) {
                return selected;
            }
            throw new KNIMEException(String.format(Locale.ENGLISH, "The table has the %,d rows that the model was "
                + "trained on, but in another order, or in other groups. Give them as they were in training.",
                provenance.rows()));
        }
        throw new KNIMEException(String.format(Locale.ENGLISH, "The table has not the training data of the model: of "
            + "the %,d rows that the model was trained on, %,d are among the %,d usable rows of the table, with the "
            + "same features and targets. Their SHA-256 is to be %s, that of the table is %s. Give the table as it was "
            + "in training.", provenance.rows(), known.length, all.rows(), provenance.dataSha256(), all.sha256()));
    }

    /** All usable rows of a table as the core takes them. */
    static Dataset read(final BufferedDataTable table, final NetworkModel model, final RowRules rules,
        final ExecutionContext exec) throws KNIMEException, CanceledExecutionException {
        try {
            final BufferedDataTable featurized = featurized(table, model, exec);
            return LearnerTables.read(featurized, null, LearningColumns.of(featurized.getDataTableSpec(),
                model.recipe(), model.networks().tasks(), rules), exec).training();
        } catch (InvalidSettingsException | IllegalArgumentException | IllegalStateException e) {
            throw new KNIMEException(e.getMessage(), e);
        }
    }

    /** Rows whose features cannot be made are left out, as the Molecule Featurizer does. */
    private static BufferedDataTable featurized(final BufferedDataTable table, final NetworkModel model,
        final ExecutionContext exec) throws InvalidSettingsException, CanceledExecutionException {
        final DataTableSpec spec = table.getDataTableSpec();
        final FeatureSource source = FeatureSource.find(spec, model.recipe());
        if (source.featuresColumn().isPresent()) {
            return table;
        }
        final DataColumnSpec features =
            FeatureCells.column(DataTableSpec.getUniqueColumnName(spec, FEATURES), model.recipe());
        final BufferedDataContainer container =
            exec.createDataContainer(new DataTableSpecCreator(spec).addColumns(features).createSpec());
        source.prepare(table, exec);
        try (CloseableRowIterator rows = table.iterator()) {
            for (long index = 0; rows.hasNext(); index++) {
                exec.checkCanceled();
                final DataRow row = rows.next();
                try {
                    container.addRowToTable(append(row,
                        FeatureCells.cell(source.features(index, row), model.recipe().width())));
                } catch (UnusableRowException e) { // NOSONAR nor was it learned from
                }
            }
        }
        container.close();
        return container.getTable();
    }

    private static DataRow append(final DataRow row, final DataCell cell) {
        final DataCell[] cells = new DataCell[row.getNumCells() + 1];
        for (int i = 0; i < row.getNumCells(); i++) {
            cells[i] = row.getCell(i);
        }
        cells[row.getNumCells()] = cell;
        return new DefaultRow(row.getKey(), cells);
    }
}
