/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.predictor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.knime.core.data.DataColumnSpec;
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
import org.reductor.chem.UnknownCategories;
import org.reductor.chem.screen.Predictions;
import org.reductor.chem.screen.TargetColumns;
import org.reductor.core.data.FeatureRecipe;
import org.reductor.core.data.Task;
import org.reductor.core.model.NetworkModel;
import org.reductor.knime.column.FeatureSource;
import org.reductor.knime.column.RecipeProperty;
import org.reductor.knime.column.UnusableRows;
import org.reductor.knime.port.NetworksPortObject;
import org.reductor.knime.port.NetworksPortObjectSpec;
import org.reductor.knime.predictor.NetworkPredictorParameters.BadMolecules;
import org.reductor.knime.predictor.NetworkPredictorParameters.Source;
import org.reductor.knime.predictor.NetworkPredictorParameters.UnknownCategoryChoice;
import org.reductor.knime.view.StoredView;
import org.reductor.knime.view.ViewPage;

/** The node Network Predictor. */
public final class NetworkPredictorNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Network Predictor") //
        .icon("../../../../icons/predictor.png") //
        .shortDescription("Predicts numbers or classes with networks of the Reductive Pruning Learner.") //
        .fullDescription("""
                <p>Appends the mean of the networks' predictions and their spread, the standard deviation between the
                networks: where they disagree, trust the mean less. A single network has no spread: it is missing. For
                classes it appends the likeliest one, the probability of each (of two classes that of the second, such
                as active), and the spread of that probability; networks with several targets give these columns for
                each.</p>
                <p>Networks that a learner has trained also know how wrong they were about rows that they had not seen.
                From that come intervals in which the value lies as often as you ask for (CV+: wider where the networks
                disagree and where a row is unlike those of the training), and probabilities of classes that are as
                often right as they say. The similarity of a row to the most similar one of the training (Tanimoto, over
                the bits of its fingerprints) tells what the networks can know of it; a warning counts the rows where
                it is low, if they are more than one in twenty, as in training.</p>
                <p>The networks know how their features were made. The node takes a features column that was made in the
                same way if the table has one, and otherwise makes the features itself from the columns that training
                read, found by their names: molecules, reactions, categories and numbers.</p>
                <p>A row whose molecule cannot be read stays in the table; its prediction is missing, and the missing
                cell says why. A category that training never saw is ignored with a warning, or makes the node fail, as
                you choose.</p>
                """) //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p //
            .addInputPort("Networks", "Networks to predict with.", NetworksPortObject.TYPE) //
            .addInputTable("Rows to predict",
                "Table with the columns that training read, or with features made as in training.") //
            .addOutputTable("Predictions", "The input table with the predictions appended.")) //
        .model(m -> m //
            .parametersClass(NetworkPredictorParameters.class) //
            .configure(NetworkPredictorNodeFactory::configure) //
            .execute(NetworkPredictorNodeFactory::execute)) //
        .addView(v -> v //
            .withoutParameters() //
            .description("Shows predictions against the true values of the column that is named like the target, if "
                + "the table has it: with intervals and errors, or the curves of classes. A click shows the molecule.") //
            .page(p -> ViewPage.CHARTS.of(p, "predictions")) //
            .initialData(d -> d.data(input -> StoredView.read(input.getInternalTables()[0])))) //
        .nodeType(NodeType.Predictor) //
        .keywords("neural network", "prediction", "classification", "probability", "scoring", "screening",
            "QSAR", "inference", "pruning", "uncertainty", "prediction interval",
            "applicability domain");

    /** Called by KNIME. */
    public NetworkPredictorNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final NetworkPredictorParameters parameters = in.getParameters();
        final NetworksPortObjectSpec networks = in.getInPortSpec(0);
        final DataTableSpec table = in.getInTableSpec(NetworkPredictorParameters.TABLE);
        if (networks == null) { // a learner that has not seen its classes yet
            return;
        }
        final PredictionCells cells = cells(table, networks, parameters, null, null);
        if (networks.recipe().isEmpty()) { // which column goes is known when the networks are
            out.setOutSpec(0, parameters.m_removeFingerprints ? null
                : rearranger(table, Optional.empty(), cells).createSpec());
            return;
        }
        final FeatureRecipe recipe = networks.recipe().get();
        for (final Task task : networks.tasks()) {
            RecipeProperty.requireNotAmongFeatures(recipe, task.name());
        }
        final FeatureSource source = source(table, recipe, parameters);
        source.warning(table).ifPresent(out::setWarningMessage);
        out.setOutSpecs(rearranger(table, removed(source, parameters), cells).createSpec());
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final NetworkPredictorParameters parameters = in.getParameters();
        final NetworksPortObject networks = in.getInPortObject(0);
        final BufferedDataTable table = in.getInTable(NetworkPredictorParameters.TABLE);
        final DataTableSpec spec = table.getDataTableSpec();
        final NetworkModel model = networks.model();
        final var exec = in.getExecutionContext();
        final var predictions = new Predictions(model, parameters.options());
        final FeatureSource source;
        try {
            source = source(spec, model.recipe(), parameters);
            source.prepare(table, predictions.read(), exec);
        } catch (InvalidSettingsException | IllegalArgumentException | IllegalStateException e) {
            throw new KNIMEException(e.getMessage(), e);
        }
        final PredictionCells cells = cells(spec, networks.getSpec(), parameters, source, predictions);
        final BufferedDataTable result = exec.createColumnRearrangeTable(table,
            rearranger(spec, removed(source, parameters), cells), exec);
        final List<String> warnings = new ArrayList<>();
        if (networks.state().filter(state -> state.training().isEmpty()).isPresent()) {
            warnings.add("The networks have been pruned and not trained since; a Network Learner makes them better.");
        }
        source.otherRdkit(spec, model.provenance()).ifPresent(warnings::add);
        report(table.size(), cells.unusable(), source, parameters, warnings);
        warnings.addAll(predictions.warnings());
        if (!warnings.isEmpty()) { // in KNIME a second warning takes the place of the first
            out.setWarningMessage(String.join(" ", warnings));
        }
        out.setOutData(result);
        out.setInternalData(StoredView.of(cells.view(result, model, parameters, exec), exec));
    }

    private static FeatureSource source(final DataTableSpec table, final FeatureRecipe recipe,
        final NetworkPredictorParameters parameters) throws InvalidSettingsException {
        return parameters.m_source == Source.MOLECULE_COLUMN
            ? FeatureSource.of(table, recipe, parameters.m_moleculeColumn) : FeatureSource.find(table, recipe);
    }

    private static void report(final long rows, final UnusableRows unusable, final FeatureSource source,
        final NetworkPredictorParameters parameters, final List<String> warnings) throws KNIMEException {
        if (rows == 0) {
            warnings.add("The input table has no rows.");
        }
        if (unusable.count() > 0) {
            final String sentence = unusable.sentence(rows, "rows",
                "have no prediction, because '" + source.column() + "' cannot be used there");
            if (parameters.m_badMolecules == BadMolecules.FAIL) {
                throw new KNIMEException(sentence + " Correct them, or let the node give missing predictions.");
            }
            warnings.add(sentence);
        }
        source.lostCharacters(rows).ifPresent(warnings::add);
        final UnknownCategories unknown = source.unknownCategories();
        if (unknown.count() > 0) {
            if (parameters.m_unknownCategories == UnknownCategoryChoice.FAIL) {
                throw new KNIMEException(unknown.sentence() + " Correct them, train with such rows, or let the node "
                    + "ignore them.");
            }
            warnings.add(unknown.sentence() + " They were ignored: trust these predictions less.");
        }
    }

    private static PredictionCells cells(final DataTableSpec table, final NetworksPortObjectSpec networks,
        final NetworkPredictorParameters parameters, final FeatureSource source, final Predictions predictions) {
        final List<TargetColumns> targets =
            TargetColumns.of(networks.tasks(), networks.members(), parameters.options());
        final DataColumnSpec[] specs = PredictionColumns.specs(table,
            Predictions.columns(targets, parameters.m_similarity), parameters.suffix());
        return new PredictionCells(specs, targets, parameters.m_similarity, source, predictions);
    }

    private static Optional<String> removed(final FeatureSource source, final NetworkPredictorParameters parameters) {
        return parameters.m_removeFingerprints ? source.featuresColumn() : Optional.empty();
    }

    private static ColumnRearranger rearranger(final DataTableSpec table, final Optional<String> removed,
        final PredictionCells cells) {
        final var rearranger = new ColumnRearranger(table);
        removed.ifPresent(rearranger::remove);
        rearranger.append(cells);
        return rearranger;
    }
}
