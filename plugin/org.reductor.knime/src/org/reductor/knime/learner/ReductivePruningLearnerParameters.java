/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.learner;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.reductor.core.prune.AcceptanceRule;
import org.reductor.core.prune.DropSchedule;
import org.reductor.core.prune.Perturbation;
import org.reductor.core.prune.PruningSettings;
import org.reductor.core.prune.RoundStart;
import org.reductor.core.train.Optimizer;
import org.reductor.core.train.TrainingSettings;
import org.reductor.knime.column.Columns;
import org.reductor.knime.column.FingerprintColumns;
import org.reductor.knime.column.TargetColumns;
import org.reductor.knime.learner.LearnerChoices.AcceptanceChoice;
import org.reductor.knime.learner.LearnerChoices.CriterionChoice;
import org.reductor.knime.learner.LearnerChoices.MissingChoice;
import org.reductor.knime.learner.LearnerChoices.PerturbationChoice;
import org.reductor.knime.learner.LearnerChoices.ScalingChoice;
import org.reductor.knime.learner.LearnerChoices.ScheduleChoice;

/** Settings of the node Reductive Pruning Learner. */
final class ReductivePruningLearnerParameters implements NodeParameters {

    @Widget(title = "Fingerprint column", description = "Bit vectors, best made by the Molecule Featurizer: then the "
        + "networks remember how to make them from new molecules.")
    @ChoicesProvider(FingerprintColumns.class)
    @Layout(LearnerSections.Data.class)
    String m_fingerprintColumn;

    @Widget(title = "Target column", description = "The number that the networks learn to predict.")
    @ChoicesProvider(TargetColumns.class)
    @Layout(LearnerSections.Data.class)
    String m_targetColumn;

    @Widget(title = "Missing values",
        description = "What happens to rows whose target or fingerprint is missing, or whose target is not a finite "
            + "number.")
    @ValueSwitchWidget
    @Layout(LearnerSections.Data.class)
    MissingChoice m_missingValues = MissingChoice.SKIP;

    @Widget(title = "Target scaling", description = "In which units the networks see the target.")
    @ValueSwitchWidget
    @Layout(LearnerSections.Data.class)
    ScalingChoice m_targetScaling = ScalingChoice.STANDARDIZE;

    @Widget(title = "Hidden layers",
        description = "Units of each hidden layer before pruning, for example 1024, or 512, 128 for two layers. Not "
            + "used when networks to start from are connected.")
    @TextInputWidget(placeholder = "1024")
    @Layout(LearnerSections.Networks.class)
    String m_hiddenLayers = "1024";

    @Widget(title = "Folds", description = "Number of networks. Each learns from all folds but one, which only decides "
        + "when its training stops.")
    @NumberInputWidget(minValidation = LearnerRules.AtLeastTwo.class)
    @Layout(LearnerSections.Networks.class)
    int m_folds = 5;

    @Widget(title = "Hold-out share", description = "Share of the rows that no network learns from or stops by. Only "
        + "these rows decide which pruning round wins.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = LearnerRules.AtMostHalf.class)
    @Layout(LearnerSections.Networks.class)
    double m_holdOutShare = 0.1;

    @Widget(title = "Pruning rounds", description = "Number of rounds at the most. The run ends earlier when nothing "
        + "is left to drop.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(LearnerSections.Pruning.class)
    int m_rounds = 20;

    @Widget(title = "Criterion", description = "Which weights go first.")
    @ValueReference(LearnerRules.CriterionReference.class)
    @Layout(LearnerSections.Pruning.class)
    CriterionChoice m_criterion = CriterionChoice.PUBLISHED;

    @Widget(title = "Perturbation", description = "How the targets of the perturbed networks differ.")
    @ValueSwitchWidget
    @Effect(type = EffectType.SHOW, predicate = LearnerRules.NeedsPerturbation.class)
    @Layout(LearnerSections.Pruning.class)
    PerturbationChoice m_perturbation = PerturbationChoice.NOISE;

    @Widget(title = "Perturbation amplitude", description = "How strongly: for Scale a share of the target, for the "
        + "others standard deviations of the target.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(type = EffectType.SHOW, predicate = LearnerRules.NeedsPerturbation.class)
    @Layout(LearnerSections.Pruning.class)
    double m_perturbationAmplitude = 0.1;

    @Widget(title = "Perturbed networks", description = "Number of perturbed networks for each fold. Each costs as "
        + "much time as the undisturbed one.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(type = EffectType.SHOW, predicate = LearnerRules.NeedsPerturbation.class)
    @Layout(LearnerSections.Pruning.class)
    int m_perturbedNetworks = 2;

    @Widget(title = "Drop schedule", description = "What the drop rate refers to.")
    @ValueSwitchWidget
    @Layout(LearnerSections.Pruning.class)
    ScheduleChoice m_dropSchedule = ScheduleChoice.GEOMETRIC;

    @Widget(title = "Drop rate", description = "Share of the weights that goes in a round, above 0 and below 1.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = LearnerRules.BelowOne.class)
    @Layout(LearnerSections.Pruning.class)
    double m_dropRate = 0.3;

    @Widget(title = "Acceptance rule", description = "Which round wins, judged by the hold-out rows only.")
    @ValueReference(LearnerRules.AcceptanceReference.class)
    @Layout(LearnerSections.Pruning.class)
    AcceptanceChoice m_acceptance = AcceptanceChoice.ONE_STANDARD_ERROR;

    @Widget(title = "Tolerance", description = "Share by which the hold-out error may exceed the best one so far.")
    @NumberInputWidget(minValidation = LearnerRules.AtLeastZero.class)
    @Effect(type = EffectType.SHOW, predicate = LearnerRules.NeedsTolerance.class)
    @Layout(LearnerSections.Pruning.class)
    double m_tolerance = 0.01;

    @Widget(title = "Learning rate", description = "Step size of the optimiser Adam.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Layout(LearnerSections.Training.class)
    double m_learningRate = 0.001;

    @Widget(title = "Batch size", description = "Rows in a training step.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(LearnerSections.Training.class)
    int m_batchSize = 32;

    @Widget(title = "Epochs at the most", description = "Passes over the training rows in a round; training usually "
        + "stops much earlier.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(LearnerSections.Training.class)
    int m_maxEpochs = 1000;

    @Widget(title = "Patience", description = "Training stops when the validation error has not improved for so many "
        + "epochs; the best weights are kept.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(LearnerSections.Training.class)
    int m_patience = 20;

    @Widget(title = "Seed", description = "The same seed, data and settings give the same networks, whatever the "
        + "number of threads.")
    @NumberInputWidget
    @Layout(LearnerSections.Run.class)
    long m_seed = 1;

    @Widget(title = "Threads", description = "Networks trained side by side; 0 for one on each processor.")
    @NumberInputWidget(minValidation = LearnerRules.AtLeastZero.class)
    @Layout(LearnerSections.Run.class)
    int m_threads;

    ReductivePruningLearnerParameters() {
        this((DataTableSpec)null);
    }

    ReductivePruningLearnerParameters(final NodeParametersInput input) {
        this(input.getInTableSpec(0).orElse(null));
    }

    private ReductivePruningLearnerParameters(final DataTableSpec spec) {
        if (spec != null) {
            m_fingerprintColumn = Columns.guess(spec, Columns.Role.FINGERPRINT);
            m_targetColumn = Columns.guess(spec, Columns.Role.TARGET);
        }
    }

    /**
     * @return the settings as the core takes them
     * @throws InvalidSettingsException when a value is out of range; the message names it
     */
    PruningSettings toSettings() throws InvalidSettingsException {
        if (m_folds < 2) {
            throw new InvalidSettingsException("The number of folds is " + m_folds + "; it must be at least 2.");
        }
        if (!(m_holdOutShare > 0 && m_holdOutShare <= 0.5)) {
            throw new InvalidSettingsException(
                "The hold-out share is " + m_holdOutShare + "; it must be above 0 and at most 0.5.");
        }
        final int[] hiddenUnits = HiddenLayers.parse(m_hiddenLayers);
        try {
            final var training = TrainingSettings.defaults().withHiddenUnits(hiddenUnits)
                .withOptimizer(Optimizer.adam(m_learningRate)).withBatchSize(m_batchSize)
                .withEpochs(m_maxEpochs, m_patience).withTargetScaling(m_targetScaling.scaling());
            return new PruningSettings(training, m_folds, m_holdOutShare, m_rounds,
                new Perturbation(m_perturbation.kind(), m_perturbationAmplitude, m_perturbedNetworks),
                m_criterion.criterion(), new DropSchedule(m_dropSchedule.kind(), m_dropRate),
                new AcceptanceRule(m_acceptance.kind(), m_tolerance), RoundStart.LAST_WEIGHTS, m_seed, m_threads);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    @Override
    public void validate() throws InvalidSettingsException {
        toSettings();
    }
}
