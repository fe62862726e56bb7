/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.learner;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.reductor.core.objective.Perturbation;
import org.reductor.core.prune.AcceptanceRule;
import org.reductor.core.prune.DropSchedule;
import org.reductor.core.prune.EnsembleSettings;
import org.reductor.core.prune.PruningSettings;
import org.reductor.knime.choice.Bounds;
import org.reductor.knime.choice.PruningChoices.AcceptanceChoice;
import org.reductor.knime.choice.PruningChoices.ControlsChoice;
import org.reductor.knime.choice.PruningChoices.CriterionChoice;
import org.reductor.knime.choice.PruningChoices.PerturbationChoice;
import org.reductor.knime.choice.PruningChoices.PresetChoice;
import org.reductor.knime.choice.PruningChoices.ScheduleChoice;
import org.reductor.knime.choice.PruningChoices.StartChoice;

/** Settings of the node Reductive Pruning Learner. */
final class ReductivePruningLearnerParameters extends TrainingParameters {

    @Widget(title = "Preset", description = "Whether to set everything here, or to repeat what was published, "
        + "for comparison.")
    @ValueSwitchWidget
    @ValueReference(LearnerRules.PresetReference.class)
    @Layout(LearnerSections.Pruning.class)
    @Migrate(loadDefaultIfAbsent = true)
    PresetChoice m_preset = PresetChoice.OWN;

    @Widget(title = "Pruning rounds", description = "Number of rounds at the most. The run ends earlier when nothing "
        + "is left to drop.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(type = EffectType.SHOW, predicate = LearnerRules.OwnSettings.class)
    @Layout(LearnerSections.Pruning.class)
    int m_rounds = 10;

    @Widget(title = "Acceptance rule", description = "Which round wins, by the rows that judge and no others. "
        + "No loss drops the most that can be told from no loss; One standard error is stricter; the other two undo "
        + "rounds on the way, as was published.")
    @ValueReference(LearnerRules.AcceptanceReference.class)
    @Effect(type = EffectType.SHOW, predicate = LearnerRules.OwnSettings.class)
    @Layout(LearnerSections.Pruning.class)
    AcceptanceChoice m_acceptance = AcceptanceChoice.NO_LOSS;

    @Widget(title = "Tolerance", description = "Share by which the error may exceed the best one so far.")
    @NumberInputWidget(minValidation = Bounds.AtLeastZero.class)
    @Effect(type = EffectType.SHOW, predicate = LearnerRules.NeedsTolerance.class)
    @Layout(LearnerSections.Pruning.class)
    double m_tolerance = 0.01;

    @Widget(title = "Controls", description = "What else is trained, after the run and on the same rows, to tell what "
        + "pruning itself has done. It does not change the result, but costs time: the unpruned networks stay large.")
    @ValueSwitchWidget
    @Layout(LearnerSections.Pruning.class)
    @Migrate(loadDefaultIfAbsent = true)
    ControlsChoice m_controls = ControlsChoice.NONE;

    @Widget(title = "Criterion", description = "Which weights go first.")
    @ValueReference(LearnerRules.CriterionReference.class)
    @Advanced
    @Effect(type = EffectType.SHOW, predicate = LearnerRules.OwnSettings.class)
    @Layout(LearnerSections.Pruning.class)
    CriterionChoice m_criterion = CriterionChoice.CERTAIN_CONTRIBUTION;

    @Widget(title = "Perturbation", description = "How the targets of the perturbed networks differ.")
    @ValueSwitchWidget
    @Advanced
    @Effect(type = EffectType.SHOW, predicate = LearnerRules.NeedsPerturbation.class)
    @Layout(LearnerSections.Pruning.class)
    PerturbationChoice m_perturbation = PerturbationChoice.NOISE;

    @Widget(title = "Perturbation amplitude", description = "How strongly: for Scale a share of the target, for "
        + "Shift and Noise standard deviations of the target; for classes a share of the labels, below 1.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Advanced
    @Effect(type = EffectType.SHOW, predicate = LearnerRules.NeedsPerturbation.class)
    @Layout(LearnerSections.Pruning.class)
    double m_perturbationAmplitude = 0.1;

    @Widget(title = "Perturbed networks", description = "Number of perturbed networks for each fold. Each costs as "
        + "much time as the undisturbed one.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Advanced
    @Effect(type = EffectType.SHOW, predicate = LearnerRules.NeedsPerturbation.class)
    @Layout(LearnerSections.Pruning.class)
    int m_perturbedNetworks = 1;

    @Widget(title = "Where each round starts", description = "From which weights the networks of a round are trained.")
    @Advanced
    @Effect(type = EffectType.SHOW, predicate = LearnerRules.OwnSettings.class)
    @Layout(LearnerSections.Pruning.class)
    @Migrate(loadDefaultIfAbsent = true)
    StartChoice m_roundStart = StartChoice.LAST_WEIGHTS;

    @Widget(title = "Drop schedule", description = "What the drop rate refers to.")
    @ValueSwitchWidget
    @Advanced
    @Effect(type = EffectType.SHOW, predicate = LearnerRules.OwnSettings.class)
    @Layout(LearnerSections.Pruning.class)
    ScheduleChoice m_dropSchedule = ScheduleChoice.GEOMETRIC;

    @Widget(title = "Drop rate", description = "Share of the weights that goes in a round, above 0 and below 1.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Bounds.BelowOne.class)
    @Advanced
    @Effect(type = EffectType.SHOW, predicate = LearnerRules.OwnSettings.class)
    @Layout(LearnerSections.Pruning.class)
    double m_dropRate = 0.33;

    @Widget(title = "Run folder", description = "Where the run keeps each network once it is trained: a folder on the "
        + "machine that runs the workflow, with its whole path. A run that was killed or cancelled goes on from there "
        + "when it is started again with the same table and settings, and ends as if nothing had happened. The folder "
        + "is made if it is missing, stays after the run, and may be deleted then. Empty: nothing is kept.")
    @TextInputWidget
    @Advanced
    @Layout(LearnerSections.Run.class)
    @Migrate(loadDefaultIfAbsent = true)
    String m_runFolder = "";

    ReductivePruningLearnerParameters() {
        super(null);
    }

    ReductivePruningLearnerParameters(final NodeParametersInput input) {
        super(input.getInTableSpec(0).orElse(null));
    }

    @Override
    public void validate() throws InvalidSettingsException {
        settings();
    }

    /**
     * @return the settings as the core takes them; those that the preset hides are not looked at
     * @throws InvalidSettingsException when a value is out of range; the message names it and what to do
     */
    PruningSettings settings() throws InvalidSettingsException {
        try {
            return m_preset == PresetChoice.PUBLISHED ? published() : own(ensemble());
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    private PruningSettings published() throws InvalidSettingsException {
        requireRows();
        final PruningSettings preset = PruningSettings.published2022();
        return new PruningSettings(preset.training(), preset.folds(), preset.judges(), m_holdOutShare, preset.rounds(),
            preset.perturbation(), preset.criterion(), preset.schedule(), preset.acceptance(), preset.start(), m_seed,
            m_threads, rows());
    }

    private PruningSettings own(final EnsembleSettings ensemble) {
        return new PruningSettings(ensemble.training(), ensemble.folds(), ensemble.judges(),
            ensemble.holdOutFraction(), m_rounds,
            new Perturbation(m_perturbation.kind(), m_perturbationAmplitude, m_perturbedNetworks),
            m_criterion.criterion(), new DropSchedule(m_dropSchedule.kind(), m_dropRate),
            new AcceptanceRule(m_acceptance.kind(), m_tolerance), m_roundStart.start(), ensemble.seed(),
            ensemble.threads(), ensemble.rows());
    }
}
