/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.learner;

import org.knime.core.node.InvalidSettingsException;
import org.reductor.core.data.DataSplit;
import org.reductor.core.objective.Perturbation;
import org.reductor.core.prune.AcceptanceRule;
import org.reductor.core.prune.DropSchedule;
import org.reductor.core.prune.EnsembleSettings;
import org.reductor.core.prune.PruningSettings;
import org.reductor.core.train.Optimizer;
import org.reductor.core.train.TrainingSettings;
import org.reductor.knime.choice.PruningChoices.PresetChoice;
import org.reductor.knime.choice.RowChoices.GroupingChoice;
import org.reductor.knime.choice.RowChoices.JudgesChoice;
import org.reductor.knime.choice.RowChoices.WeightingChoice;

/** Turns what the dialog holds into what the core takes. */
final class LearnerSettings {

    private LearnerSettings() {
    }

    /**
     * @param p the dialog's values; those that the preset hides are not looked at
     * @return the settings as the core takes them
     * @throws InvalidSettingsException when a value is out of range; the message names it and what to do
     */
    static PruningSettings of(final ReductivePruningLearnerParameters p) throws InvalidSettingsException {
        try {
            return p.m_preset == PresetChoice.PUBLISHED ? published(p) : own(p, ensemble(p));
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    /**
     * @param p the dialog's values
     * @return how networks are trained
     * @throws InvalidSettingsException when a value is out of range; the message names it and what to do
     */
    static EnsembleSettings ensemble(final TrainingParameters p) throws InvalidSettingsException {
        requireHoldOut(p);
        requireRowColumns(p);
        final int least = p.m_judges == JudgesChoice.OUT_OF_FOLD ? DataSplit.LEAST_OUT_OF_FOLD : 2;
        if (p.m_folds < least) {
            throw new InvalidSettingsException("The number of folds is " + p.m_folds + "; it must be at least " + least
                + (least > 2 ? " where out-of-fold rows judge." : "."));
        }
        final int[] hiddenUnits = HiddenLayers.parse(p.m_hiddenLayers);
        try {
            final TrainingSettings training = TrainingSettings.defaults().withHiddenUnits(hiddenUnits)
                .withActivation(p.m_activation.activation()).withLoss(p.m_loss.objective())
                .withClassLoss(p.m_classLoss.objective(), p.m_classWeights.weights()).withOptimizer(optimizer(p))
                .withBatchSize(p.m_batchSize).withEpochs(p.m_maxEpochs, p.m_patience).withDropout(p.m_dropout)
                .withTargetScaling(p.m_targetScaling.scaling()).withEngine(p.m_engine.kind());
            return new EnsembleSettings(training, p.m_folds, p.m_judges.judges(), p.m_holdOutShare, p.m_seed,
                p.m_threads, p.rows());
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    private static void requireHoldOut(final TrainingParameters p) throws InvalidSettingsException {
        if (!(p.m_holdOutShare > 0 && p.m_holdOutShare <= 0.5)) {
            throw new InvalidSettingsException(
                "The hold-out share is " + p.m_holdOutShare + "; it must be above 0 and at most 0.5.");
        }
    }

    private static void requireRowColumns(final TrainingParameters p) throws InvalidSettingsException {
        if (p.m_grouping == GroupingChoice.COLUMN && (p.m_groupColumn == null || p.m_groupColumn.isEmpty())) {
            throw new InvalidSettingsException("Groups are to stay together, but no group column is chosen. Choose "
                + "one, for example of the Molecule Grouper, or let every row go by itself.");
        }
        if (p.m_weighting == WeightingChoice.COLUMN && (p.m_weightColumn == null || p.m_weightColumn.isEmpty())) {
            throw new InvalidSettingsException("A column is to say how much rows count, but none is chosen. Choose a "
                + "weight column, or let all rows count the same.");
        }
    }

    private static PruningSettings published(final ReductivePruningLearnerParameters p)
        throws InvalidSettingsException {
        requireHoldOut(p);
        requireRowColumns(p);
        final PruningSettings preset = PruningSettings.published2022();
        return new PruningSettings(preset.training(), preset.folds(), preset.judges(), p.m_holdOutShare,
            preset.rounds(), preset.perturbation(), preset.criterion(), preset.schedule(), preset.acceptance(),
            preset.start(), p.m_seed, p.m_threads, p.rows());
    }

    private static PruningSettings own(final ReductivePruningLearnerParameters p, final EnsembleSettings ensemble) {
        return new PruningSettings(ensemble.training(), ensemble.folds(), ensemble.judges(),
            ensemble.holdOutFraction(), p.m_rounds,
            new Perturbation(p.m_perturbation.kind(), p.m_perturbationAmplitude, p.m_perturbedNetworks),
            p.m_criterion.criterion(), new DropSchedule(p.m_dropSchedule.kind(), p.m_dropRate),
            new AcceptanceRule(p.m_acceptance.kind(), p.m_tolerance), p.m_roundStart.start(), ensemble.seed(),
            ensemble.threads(), ensemble.rows());
    }

    private static Optimizer optimizer(final TrainingParameters p) {
        final Optimizer optimizer = switch (p.m_optimizer.kind()) {
            // Adam has no momentum to set: its field is hidden, and models record 0.
            case ADAM -> Optimizer.adam(p.m_learningRate);
            case SGD -> Optimizer.sgd(p.m_learningRate, p.m_momentum);
        };
        return optimizer.withWeightDecay(p.m_weightDecay);
    }
}
