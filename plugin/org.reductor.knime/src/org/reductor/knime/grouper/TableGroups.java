/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.grouper;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.reductor.chem.FeatureBlocks;
import org.reductor.chem.Featurizer;
import org.reductor.chem.FingerprintKind;
import org.reductor.chem.MoleculeGrouper;
import org.reductor.chem.MoleculeGrouping;
import org.reductor.chem.MoleculeOptions;
import org.reductor.chem.SourceColumn;
import org.reductor.core.data.ButinaClusters;
import org.reductor.core.data.CsrMatrix;
import org.reductor.core.data.FeatureRecipe;
import org.reductor.core.data.SparseRow;
import org.reductor.knime.column.Cancellation;
import org.reductor.knime.column.RowChunks;
import org.reductor.knime.column.SourceCells;
import org.reductor.knime.column.UnusableRows;

/** The group of each row of a table. */
final class TableGroups {

    private static final int BITS = 2048;

    private static final int RADIUS = 2;

    private final BufferedDataTable table;

    private final MoleculeGrouperParameters parameters;

    private final SourceCells molecules;

    private final List<DataCell> cells = new ArrayList<>();

    private final UnusableRows unusable = new UnusableRows();

    private TableGroups(final BufferedDataTable table, final MoleculeGrouperParameters parameters)
        throws InvalidSettingsException {
        this.table = table;
        this.parameters = parameters;
        molecules = molecules(table.getDataTableSpec(), parameters);
    }

    /** @throws InvalidSettingsException when the table lacks the molecule column; the message names it */
    static SourceCells molecules(final DataTableSpec spec, final MoleculeGrouperParameters parameters)
        throws InvalidSettingsException {
        return SourceCells.find(spec,
            List.of(new SourceColumn(parameters.m_moleculeColumn, SourceColumn.Content.MOLECULE)));
    }

    /**
     * @param table the rows
     * @param parameters the settings
     * @param exec hears the progress and may cancel
     * @return their groups
     * @throws InvalidSettingsException when the table lacks the molecule column
     * @throws IllegalStateException when RDKit cannot be used
     */
    static TableGroups of(final BufferedDataTable table, final MoleculeGrouperParameters parameters,
        final ExecutionMonitor exec) throws CanceledExecutionException, InvalidSettingsException {
        final var groups = new TableGroups(table, parameters);
        if (parameters.m_groupBy.by().isPresent()) {
            groups.compare(parameters.grouping(parameters.m_groupBy.by().get()), exec);
        } else {
            groups.cluster(exec);
        }
        return groups;
    }

    private void compare(final MoleculeGrouping grouping, final ExecutionMonitor exec)
        throws CanceledExecutionException {
        final var grouper = new MoleculeGrouper(grouping, Cancellation.of(exec));
        RowChunks.run(table, row -> grouper.group((String)molecules.values(row)[0]), (index, row, group, reason) -> {
            if (group == null) {
                addUnusable(index, row, reason);
            } else {
                cells.add(new StringCell(group));
            }
        }, exec);
    }

    private void cluster(final ExecutionMonitor exec) throws CanceledExecutionException {
        final var featurizer = new Featurizer(new FeatureRecipe(List.of(FeatureBlocks.fingerprint(
            parameters.m_moleculeColumn, FingerprintKind.MORGAN, BITS, RADIUS,
            new MoleculeOptions(null, parameters.standardization(), false)))), null, Cancellation.of(exec));
        final CsrMatrix.Builder fingerprints = CsrMatrix.builder(BITS);
        final List<Integer> usable = new ArrayList<>();
        RowChunks.<SparseRow> run(table, row -> featurizer.features(molecules.values(row)),
            (index, row, features, reason) -> {
                if (features == null) {
                    addUnusable(index, row, reason);
                } else {
                    usable.add(cells.size());
                    cells.add(null); // until it is known
                    fingerprints.add(features);
                }
            }, exec.createSubProgress(0.5));
        final int[] clusters = clusters(fingerprints.build(), exec.createSubProgress(0.5));
        for (int i = 0; i < clusters.length; i++) {
            cells.set(usable.get(i), new StringCell("Cluster " + (clusters[i] + 1)));
        }
    }

    private int[] clusters(final CsrMatrix fingerprints, final ExecutionMonitor exec)
        throws CanceledExecutionException {
        try {
            return ButinaClusters.of(fingerprints, parameters.m_similarity,
                done -> exec.setProgress(done, "Clustering"), Cancellation.of(exec));
        } catch (CancellationException e) {
            throw new CanceledExecutionException(e.getMessage());
        }
    }

    private void addUnusable(final long index, final DataRow row, final String reason) {
        unusable.add(index, row.getKey().getString(), reason);
        cells.add(new MissingCell(reason));
    }

    /** @return the cell with the group of a row, missing where the molecule cannot be read */
    DataCell cell(final long row) {
        return cells.get((int)row);
    }

    /** @return the rows without a group */
    UnusableRows unusable() {
        return unusable;
    }
}
