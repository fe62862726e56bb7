/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.grouper;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.AbstractCellFactory;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.reductor.knime.column.UnusableRows;
import org.reductor.knime.grouper.MoleculeGrouperParameters.BadMolecules;

/** The node Molecule Grouper. */
public final class MoleculeGrouperNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Molecule Grouper") //
        .icon("../../../../icons/grouper.png") //
        .shortDescription("Tells which molecules belong together, so that a split can keep them together.") //
        .fullDescription("""
                <p>Appends a column with the group of each molecule: its scaffold, the cluster of similar molecules it
                is in, or the molecule itself. Molecules of chemical series are near copies of one another. Where a
                random split puts some of a series on one side and some on the other, a model seems better than it
                will be for the next series.</p>
                <p>Choose the new column as the <i>group column</i> of the <i>Reductive Pruning Learner</i> or the
                <i>Network Learner</i>: all rows of a group are then in the same fold, or hold-out. For a test
                set of whole groups, partition the groups: the <i>GroupBy</i> node lists them, a partitioner divides
                them, and a <i>Reference Row Filter</i> or a joiner brings the rows.</p>
                <p>A scaffold (Bemis and Murcko 1996) has no side chains. Molecules without rings have no scaffold; by
                default each of them is a group of its own. Similarity clusters (Butina 1999) compare every molecule
                with every other: tens of thousands take some seconds to a minute, memory is no matter.</p>
                <p>A molecule that is missing or cannot be read has no group: its cell is missing and says why. Learners
                leave such rows out.</p>
                """) //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p //
            .addInputTable("Molecules", "Table with molecules as SMILES or molblock.") //
            .addOutputTable("Grouped molecules", "The input table with the group of each row appended.")) //
        .model(m -> m //
            .parametersClass(MoleculeGrouperParameters.class) //
            .configure(MoleculeGrouperNodeFactory::configure) //
            .execute(MoleculeGrouperNodeFactory::execute)) //
        .nodeType(NodeType.Manipulator) //
        .addExternalResource("https://doi.org/10.1021/jm9602928", "Bemis and Murcko 1996: scaffolds") //
        .addExternalResource("https://doi.org/10.1021/ci9803381", "Butina 1999: clusters") //
        .keywords("scaffold", "Murcko", "framework", "Butina", "cluster", "split", "cross-validation", "duplicates",
            "SMILES", "RDKit", "chemistry");

    /** Called by KNIME. */
    public MoleculeGrouperNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final MoleculeGrouperParameters parameters = in.getParameters();
        final DataTableSpec spec = in.getInTableSpec(0);
        TableGroups.molecules(spec, parameters);
        out.setOutSpecs(appending(spec, parameters, null).createSpec());
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final MoleculeGrouperParameters parameters = in.getParameters();
        final BufferedDataTable table = in.getInTable(0);
        final var exec = in.getExecutionContext();
        final TableGroups groups;
        try {
            groups = TableGroups.of(table, parameters, exec.createSubProgress(0.9));
        } catch (InvalidSettingsException | IllegalStateException e) {
            throw new KNIMEException(e.getMessage(), e);
        }
        report(table.size(), groups.unusable(), parameters, out);
        out.setOutData(exec.createColumnRearrangeTable(table,
            appending(table.getDataTableSpec(), parameters, groups), exec.createSubProgress(0.1)));
    }

    private static void report(final long rows, final UnusableRows unusable,
        final MoleculeGrouperParameters parameters, final ExecuteOutput out) throws KNIMEException {
        if (rows == 0) {
            out.setWarningMessage("The input table has no rows.");
        } else if (unusable.count() == rows) {
            throw new KNIMEException(unusable.sentence(rows, "molecules in the column '" + parameters.m_moleculeColumn
                + "'", "could not be read, so there are no groups") + " Check that the column holds SMILES or "
                + "molblocks.");
        } else if (unusable.count() > 0) {
            if (parameters.m_badMolecules == BadMolecules.FAIL) {
                throw new KNIMEException(unusable.sentence(rows, "molecules", "could not be read")
                    + " Correct them, or let the node give them a missing group.");
            }
            out.setWarningMessage(unusable.sentence(rows, "molecules", "have no group"));
        }
    }

    /** @param groups of the rows; {@code null} when only the spec is asked for */
    private static ColumnRearranger appending(final DataTableSpec spec, final MoleculeGrouperParameters parameters,
        final TableGroups groups) {
        final DataColumnSpec column = new DataColumnSpecCreator(
            DataTableSpec.getUniqueColumnName(spec, parameters.m_outputColumn.strip()), StringCell.TYPE).createSpec();
        final var rearranger = new ColumnRearranger(spec);
        rearranger.append(new AbstractCellFactory(column) {
            @Override
            public DataCell[] getCells(final DataRow row, final long rowIndex) {
                return new DataCell[]{groups.cell(rowIndex)};
            }
        });
        return rearranger;
    }
}
