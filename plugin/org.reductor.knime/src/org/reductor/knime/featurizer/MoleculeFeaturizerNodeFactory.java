/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.featurizer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.reductor.chem.Featurizer;
import org.reductor.chem.SourceColumn;
import org.reductor.chem.SourceColumn.Content;
import org.reductor.core.data.FeatureBlock;
import org.reductor.core.data.FeatureRecipe;
import org.reductor.knime.column.FeatureCells;
import org.reductor.knime.column.RdkitProperty;
import org.reductor.knime.column.SourceCells;
import org.reductor.knime.column.UnusableRows;
import org.reductor.knime.featurizer.MoleculeFeaturizerParameters.BadMolecules;

/** The node Molecule Featurizer. */
public final class MoleculeFeaturizerNodeFactory extends DefaultNodeFactory {

    static final String REASON_COLUMN = "Reason";

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Molecule Featurizer") //
        .icon("../../../../icons/featurizer.png") //
        .shortDescription("Turns molecules, reactions and other columns into features that networks read.") //
        .fullDescription("""
                <p>Appends one column with the features of each row. Molecules, as SMILES or molblock text, become
                fingerprints calculated by RDKit; the default, Morgan with radius 2 and 2,048 bits, corresponds to
                ECFP4. Counts and descriptors can take their place or stand beside them, and so can a second and a third
                fingerprint, each of which sees a molecule in another way.</p>
                <p>Several columns stand side by side, each with features of its own: the ligand, the base and the
                halide of a coupling, say, or the reactants, agents and products of a reaction SMILES. Columns with
                names of things (a catalyst, a procedure) and columns with numbers (a temperature) can join them.</p>
                <p>The new column holds bits where every feature is 0 or 1, else numbers. It remembers how it was made:
                the <i>Reductive Pruning Learner</i> stores this recipe in the networks, with the categories and the
                scaling found in this table, so that the <i>Network Predictor</i> treats new rows in the same way. Give
                this node the training rows only if not even the scaling may know of the test rows; the predictor
                featurises those by itself.</p>
                <p>A molecule that is missing, empty or cannot be read never stops the run unless you ask for it: its
                row goes to the second output with the reason in plain English.</p>
                """) //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p //
            .addInputTable("Molecules",
                "Table with molecules as SMILES or molblock, or reaction SMILES, and any other columns.") //
            .addOutputTable("Features", "The rows that could be used, with their features appended.") //
            .addOutputTable("Failed rows", "The rows that could not be used, with the reason appended.")) //
        .model(m -> m //
            .parametersClass(MoleculeFeaturizerParameters.class) //
            .configure(MoleculeFeaturizerNodeFactory::configure) //
            .execute(MoleculeFeaturizerNodeFactory::execute)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("fingerprint", "ECFP", "Morgan", "MACCS", "SMILES", "RDKit", "chemistry", "bit vector", "reaction",
            "descriptor", "one-hot", "count", "yield", "salt");

    /** Called by KNIME. */
    public MoleculeFeaturizerNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final MoleculeFeaturizerParameters parameters = in.getParameters();
        final DataTableSpec spec = in.getInTableSpec(0);
        final List<FeatureBlock> drafts = FeatureDrafts.of(spec, parameters);
        // A recipe that depends on the rows is known only after execution.
        final Optional<FeatureRecipe> recipe =
            TableFeaturizer.needsFit(drafts) ? Optional.empty() : Optional.of(new FeatureRecipe(drafts));
        SourceCells.warning(spec, Featurizer.sources(new FeatureRecipe(drafts))).ifPresent(out::setWarningMessage);
        out.setOutSpecs(append(spec, featuresColumn(spec, parameters, drafts, recipe)), badSpec(spec));
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final MoleculeFeaturizerParameters parameters = in.getParameters();
        final BufferedDataTable table = in.getInTable(0);
        final DataTableSpec spec = table.getDataTableSpec();
        final ExecutionContext exec = in.getExecutionContext();
        try {
            final List<FeatureBlock> drafts = FeatureDrafts.of(spec, parameters);
            final var work = new TableFeaturizer(spec, drafts);
            final boolean fits = TableFeaturizer.needsFit(drafts);
            final Optional<FeatureRecipe> recipe = work.fit(table, exec.createSubProgress(fits ? 0.5 : 0));
            final DataColumnSpec features = featuresColumn(spec, parameters, drafts, recipe);
            // Which RDKit makes them is known only when it has been loaded, not when the node is configured.
            final BufferedDataContainer good = exec.createDataContainer(
                append(spec, recipe.map(r -> RdkitProperty.attach(features, r)).orElse(features)));
            final BufferedDataContainer bad = exec.createDataContainer(badSpec(spec));
            if (recipe.isPresent()) {
                work.run(table, recipe.get(), good, bad, exec.createSubProgress(fits ? 0.5 : 1));
            }
            good.close();
            bad.close();
            report(table.size(), work, Featurizer.sources(new FeatureRecipe(drafts)), parameters, out);
            out.setOutData(good.getTable(), bad.getTable());
        } catch (InvalidSettingsException | IllegalArgumentException | IllegalStateException e) {
            throw new KNIMEException(e.getMessage(), e);
        }
    }

    private static void report(final long rows, final TableFeaturizer work, final List<SourceColumn> sources,
        final MoleculeFeaturizerParameters parameters, final ExecuteOutput out) throws KNIMEException {
        final UnusableRows unusable = work.unusable();
        final List<String> warnings = new ArrayList<>();
        final SourceColumn first = sources.get(0);
        final boolean single = sources.size() == 1 && first.content() == Content.MOLECULE;
        final String what = single ? "molecules" : "rows";
        final String happened = single ? "could not be read" : "could not be used";
        if (rows == 0) {
            warnings.add("The input table has no rows.");
        } else if (unusable.count() == rows) {
            throw new KNIMEException(
                unusable.sentence(rows, single ? what + " in the column '" + first.name() + "'" : what,
                    happened + ", so nothing is left")
                    + (single ? " Check that the column holds SMILES or molblocks."
                        : " Check what the chosen columns hold, and the settings."));
        } else if (unusable.count() > 0) {
            if (parameters.m_badMolecules == BadMolecules.FAIL) {
                throw new KNIMEException(unusable.sentence(rows, what, happened) + " Correct them, or let the node "
                    + "send rows that cannot be used to the second output.");
            }
            warnings.add(unusable.sentence(rows, what, happened + " and went to the second output"));
        }
        work.lost().warning(rows).ifPresent(warnings::add);
        if (!warnings.isEmpty()) { // in KNIME a second warning takes the place of the first
            out.setWarningMessage(String.join(" ", warnings));
        }
    }

    private static DataColumnSpec featuresColumn(final DataTableSpec spec,
        final MoleculeFeaturizerParameters parameters, final List<FeatureBlock> drafts,
        final Optional<FeatureRecipe> recipe) {
        final String name = DataTableSpec.getUniqueColumnName(spec, parameters.m_outputColumn.strip());
        return recipe.map(r -> FeatureCells.column(name, r))
            .orElseGet(() -> FeatureCells.column(name, Featurizer.isBinary(drafts)));
    }

    private static DataTableSpec badSpec(final DataTableSpec spec) {
        final String name = DataTableSpec.getUniqueColumnName(spec, REASON_COLUMN);
        return append(spec, new DataColumnSpecCreator(name, StringCell.TYPE).createSpec());
    }

    private static DataTableSpec append(final DataTableSpec spec, final DataColumnSpec column) {
        return new DataTableSpecCreator(spec).addColumns(column).createSpec();
    }
}
