/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.featurizer;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
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
import org.reductor.chem.Featurizer;
import org.reductor.core.data.FeatureRecipe;
import org.reductor.knime.column.BitCells;
import org.reductor.knime.column.Columns;
import org.reductor.knime.column.UnusableRows;
import org.reductor.knime.featurizer.MoleculeFeaturizerParameters.BadMolecules;

/** The node Molecule Featurizer. */
public final class MoleculeFeaturizerNodeFactory extends DefaultNodeFactory {

    static final String REASON_COLUMN = "Reason";

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Molecule Featurizer") //
        .icon("../../../../icons/featurizer.png") //
        .shortDescription("Turns molecules into fingerprints that the other nodes of this category read.") //
        .fullDescription("""
                <p>Reads molecules from SMILES or molblock text and appends a bit-vector column with a fingerprint,
                calculated by RDKit. The default, Morgan with radius 2 and 2,048 bits, corresponds to ECFP4.</p>
                <p>The new column remembers how it was made. The <i>Reductive Pruning Learner</i> stores this recipe
                in the networks, so that the <i>Network Predictor</i> can turn new molecules into the same bits.</p>
                <p>A molecule that is missing, empty or cannot be read never stops the run unless you ask for it: its
                row goes to the second output with the reason in plain English.</p>
                """) //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p //
            .addInputTable("Molecules", "Table with a column of molecules as SMILES or molblock.") //
            .addOutputTable("Fingerprints", "The rows that could be read, with the fingerprint appended.") //
            .addOutputTable("Failed rows", "The rows that could not be read, with the reason appended.")) //
        .model(m -> m //
            .parametersClass(MoleculeFeaturizerParameters.class) //
            .configure(MoleculeFeaturizerNodeFactory::configure) //
            .execute(MoleculeFeaturizerNodeFactory::execute)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("fingerprint", "ECFP", "Morgan", "MACCS", "SMILES", "RDKit", "chemistry", "bit vector");

    /** Called by KNIME. */
    public MoleculeFeaturizerNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final MoleculeFeaturizerParameters parameters = in.getParameters();
        final DataTableSpec spec = in.getInTableSpec(0);
        Columns.require(spec, Columns.Role.MOLECULE, parameters.m_moleculeColumn);
        out.setOutSpecs(goodSpec(spec, parameters), badSpec(spec));
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final MoleculeFeaturizerParameters parameters = in.getParameters();
        final BufferedDataTable table = in.getInTable(0);
        final DataTableSpec spec = table.getDataTableSpec();
        final var exec = in.getExecutionContext();
        final Featurizer featurizer = featurizer(parameters);
        final BufferedDataContainer good = exec.createDataContainer(goodSpec(spec, parameters));
        final BufferedDataContainer bad = exec.createDataContainer(badSpec(spec));
        final int column = spec.findColumnIndex(parameters.m_moleculeColumn);
        final UnusableRows unusable = new TableFeaturizer(featurizer, column, good, bad).run(table, exec);
        good.close();
        bad.close();
        report(table.size(), unusable, parameters, out);
        out.setOutData(good.getTable(), bad.getTable());
    }

    private static Featurizer featurizer(final MoleculeFeaturizerParameters parameters) throws KNIMEException {
        try {
            return new Featurizer(recipe(parameters));
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new KNIMEException(e.getMessage(), e);
        }
    }

    private static void report(final long rows, final UnusableRows unusable,
        final MoleculeFeaturizerParameters parameters, final ExecuteOutput out) throws KNIMEException {
        if (rows == 0) {
            out.setWarningMessage("The input table has no rows.");
        } else if (unusable.count() == rows) {
            throw new KNIMEException(unusable.sentence(rows, "molecules in the column '" + parameters.m_moleculeColumn
                + "'", "could not be read, so nothing is left") + " Check that the column holds SMILES or molblocks.");
        } else if (unusable.count() > 0) {
            final boolean fail = parameters.m_badMolecules == BadMolecules.FAIL;
            final String sentence = unusable.sentence(rows, "molecules",
                fail ? "could not be read" : "could not be read and went to the second output");
            if (fail) {
                throw new KNIMEException(
                    sentence + " Correct them, or let the node send unreadable molecules to the second output.");
            }
            out.setWarningMessage(sentence);
        }
    }

    private static FeatureRecipe recipe(final MoleculeFeaturizerParameters parameters) {
        return Featurizer.recipe(parameters.m_moleculeColumn, parameters.m_fingerprint.kind(), parameters.m_length,
            parameters.m_radius);
    }

    private static DataTableSpec goodSpec(final DataTableSpec spec, final MoleculeFeaturizerParameters parameters) {
        final String name = DataTableSpec.getUniqueColumnName(spec, parameters.m_outputColumn.strip());
        return append(spec, BitCells.column(name, recipe(parameters)));
    }

    private static DataTableSpec badSpec(final DataTableSpec spec) {
        final String name = DataTableSpec.getUniqueColumnName(spec, REASON_COLUMN);
        return append(spec, new DataColumnSpecCreator(name, StringCell.TYPE).createSpec());
    }

    private static DataTableSpec append(final DataTableSpec spec, final DataColumnSpec column) {
        return new DataTableSpecCreator(spec).addColumns(column).createSpec();
    }
}
