/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.explainer;

import java.util.List;
import java.util.Optional;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.ColumnRearranger;
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
import org.reductor.chem.MoleculeDissector;
import org.reductor.core.data.FeatureRecipe;
import org.reductor.core.data.Task;
import org.reductor.core.explain.ExplainedOutput;
import org.reductor.core.model.NetworkModel;
import org.reductor.knime.column.FeatureSource;
import org.reductor.knime.explainer.MoleculeExplainerParameters.BadMolecules;
import org.reductor.knime.port.NetworksPortObject;
import org.reductor.knime.port.NetworksPortObjectSpec;
import org.reductor.knime.view.ViewPage;

/** The node Molecule Explainer. */
public final class MoleculeExplainerNodeFactory extends DefaultNodeFactory {

    private static final int TABLE = 1;

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Molecule Explainer") //
        .icon("../../../../icons/molecule-explainer.png") //
        .shortDescription("Colours the atoms of molecules by what they contribute to the networks' prediction.") //
        .fullDescription("""
                <p>Explains what the Network Predictor would predict. Each bit of a fingerprint is switched off in turn;
                by how much the mean prediction of the networks falls is what the bit contributes. An atom has the mean
                over the bits that it takes part in: red atoms raise the prediction, blue ones (with a dashed line, for
                print) lower it, grey ones do neither. Point at an atom of the view to see its number. Contributions to
                a class are told in its log odds.</p>
                <p>Appended are the prediction (of a class its log odds), the drawing, the contributions of the atoms in
                the order of the molecule's text, what all features without atoms (descriptors, numbers, categories)
                contribute together, and the names of the strongest features. A molecule that is standardised for its
                features is drawn as standardised, and its atoms are in that order.</p>
                <p>Colours say what these networks look at, not why a molecule acts. Bits that speak for the same thing
                share what they say, and contributions need not add up to the prediction. Where the networks disagree,
                or a molecule is unlike those of the training (see the Network Predictor), do not trust the colours
                more than the prediction.</p>
                <p>Atoms are known of Morgan, feature Morgan, RDKit, atom pair and torsion fingerprints. RDKit does not
                tell those of MACCS keys and Avalon bits; what these contribute counts with the other features. A row
                that cannot be explained stays in the table; its cells are missing and say why.</p>
                """) //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p //
            .addInputPort("Networks", "Networks of a learner, pruned or not.", NetworksPortObject.TYPE) //
            .addInputTable("Molecules", "Table with the columns that training read.") //
            .addOutputTable("Explained molecules", "The input table with drawings and contributions appended.")) //
        .model(m -> m //
            .parametersClass(MoleculeExplainerParameters.class) //
            .configure(MoleculeExplainerNodeFactory::configure) //
            .execute(MoleculeExplainerNodeFactory::execute)) //
        .addView(v -> v //
            .withoutParameters() //
            .description("Shows the molecules with their atoms coloured by contribution.") //
            .page(p -> ViewPage.CARDS.of(p, "molecule-explainer")) //
            .initialData(d -> d.data(input -> MoleculeViewData.of(input.getInternalTables())))) //
        .nodeType(NodeType.Visualizer) //
        .addExternalResource("https://doi.org/10.1186/1758-2946-5-43",
            "Riniker and Landrum 2013: similarity maps") //
        .keywords("explain", "interpret", "atom contribution", "atom colouring", "similarity map", "heat map", "SVG",
            "QSAR", "neural network", "prediction");

    /** Called by KNIME. */
    public MoleculeExplainerNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final MoleculeExplainerParameters parameters = in.getParameters();
        final NetworksPortObjectSpec networks = in.getInPortSpec(0);
        final DataTableSpec table = in.getInTableSpec(TABLE);
        if (networks == null) { // a learner that has not seen its classes yet
            return;
        }
        final ExplainedOutput output = parameters.output(networks.tasks());
        final Optional<FeatureRecipe> recipe = networks.recipe();
        if (recipe.isEmpty()) { // how many molecules there are is known when the networks are
            return;
        }
        FeatureSource.find(table, recipe.get()).warning(table).ifPresent(out::setWarningMessage);
        out.setOutSpecs(rearranger(table, networks.tasks(), output, null,
            MoleculeDissector.molecules(recipe.get())).createSpec());
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final MoleculeExplainerParameters parameters = in.getParameters();
        final NetworksPortObject networks = in.getInPortObject(0);
        final NetworkModel model = networks.model();
        final BufferedDataTable table = in.getInTable(TABLE);
        final var exec = in.getExecutionContext();
        final List<Task> tasks = model.networks().tasks();
        final ExplainedOutput output;
        final MoleculeExplanations explanations;
        try {
            output = parameters.output(tasks);
            explanations = MoleculeExplanations.of(model, table, parameters, exec);
        } catch (InvalidSettingsException | IllegalArgumentException | IllegalStateException e) {
            throw new KNIMEException(e.getMessage(), e);
        }
        if (explanations.unusable().count() > 0 && parameters.m_badMolecules == BadMolecules.FAIL) {
            throw new KNIMEException(explanations.unusable().sentence(table.size(), "rows", "cannot be explained")
                + " Correct them, or let the node give missing explanations.");
        }
        out.setOutData(0, exec.createColumnRearrangeTable(table, rearranger(table.getDataTableSpec(), tasks, output,
            explanations, explanations.molecules()), exec));
        out.setInternalData(MoleculeViewData.tables(explanations, table, tasks, output, exec));
        if (!explanations.remarks().isEmpty()) { // in KNIME a second warning takes the place of the first
            out.setWarningMessage(String.join(" ", explanations.remarks()));
        }
    }

    private static ColumnRearranger rearranger(final DataTableSpec table, final List<Task> tasks,
        final ExplainedOutput output, final MoleculeExplanations explanations,
        final List<MoleculeDissector.Molecule> molecules) {
        final var rearranger = new ColumnRearranger(table);
        rearranger.append(new ExplanationCells(ExplanationCells.specs(table, tasks, output, molecules),
            tasks.get(output.task()), output, explanations));
        return rearranger;
    }
}
