/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.webui.node.dialog.defaultdialog.NodeParametersUtil;
import org.reductor.core.data.Task;
import org.reductor.core.network.Activation;
import org.reductor.core.objective.Objectives;
import org.reductor.core.objective.TargetScaling;
import org.reductor.core.prune.PruningSettings;
import org.reductor.core.prune.StartWeights;
import org.reductor.core.train.EngineKind;
import org.reductor.core.train.MaskTiming;
import org.reductor.core.train.Optimizer;
import org.reductor.core.train.TrainingSettings;
import org.reductor.knime.choice.PruningChoices.PresetChoice;
import org.reductor.knime.choice.PruningChoices.StartChoice;
import org.reductor.knime.choice.TrainingChoices.ActivationChoice;
import org.reductor.knime.choice.TrainingChoices.EngineChoice;
import org.reductor.knime.choice.TrainingChoices.LossChoice;
import org.reductor.knime.choice.TrainingChoices.OptimizerChoice;

class LearnerSettingsTest {

    private final ReductivePruningLearnerParameters dialog = new ReductivePruningLearnerParameters();

    private TrainingSettings training() throws InvalidSettingsException {
        return dialog.settings().training();
    }

    @Test
    void defaultsAreThoseOfTheCore() throws Exception {
        assertThat(dialog.settings()).usingRecursiveComparison()
            .ignoringFields("acceptance.tolerance") // not used by the default rule
            .isEqualTo(PruningSettings.defaults().withThreads(0));
    }

    @Test
    void presetIsThatOfTheCoreWithWhatStaysTheUsers() throws Exception {
        dialog.m_preset = PresetChoice.PUBLISHED;
        assertThat(dialog.settings()).usingRecursiveComparison().isEqualTo(PruningSettings.published2022());

        dialog.m_hiddenLayers = "64, 16";
        dialog.m_holdOutShare = 0.2;
        dialog.m_seed = 7;
        dialog.m_threads = 3;
        final PruningSettings own = dialog.settings();
        assertThat(own).usingRecursiveComparison().ignoringFields("holdOutFraction")
            .isEqualTo(PruningSettings.published2022().withSeed(7).withThreads(3));
        assertThat(own.training().hiddenUnits()).as("as published").containsExactly(1024);
        assertThat(own.holdOutFraction()).isEqualTo(0.2);
        assertThat(own.training().maskTiming()).isEqualTo(MaskTiming.EPOCH_END);
        assertThat(own.training().targetScaling()).isEqualTo(TargetScaling.NONE);
    }

    @Test
    void presetDoesNotLookAtWhatItHides() throws Exception {
        dialog.m_preset = PresetChoice.PUBLISHED;
        dialog.m_folds = 1;
        dialog.m_dropRate = 5;
        dialog.m_learningRate = -1;
        dialog.m_dropout = 2;
        dialog.m_engine = EngineChoice.DL4J;
        dialog.m_activation = ActivationChoice.TANH;
        assertThat(dialog.settings()).usingRecursiveComparison().isEqualTo(PruningSettings.published2022());

        dialog.m_holdOutShare = 0.9;
        assertThatThrownBy(dialog::validate).hasMessageContaining("hold-out share is 0.9");
    }

    @ParameterizedTest
    @EnumSource(ActivationChoice.class)
    void activationReachesTheCore(final ActivationChoice choice) throws Exception {
        dialog.m_activation = choice;
        assertThat(training().activation()).isEqualTo(Activation.valueOf(choice.name()));
    }

    @ParameterizedTest
    @EnumSource(LossChoice.class)
    void lossReachesTheCore(final LossChoice choice) throws Exception {
        dialog.m_loss = choice;
        assertThat(training().loss()).isEqualTo(Objectives.of(choice.name()));
    }

    @ParameterizedTest
    @EnumSource(EngineChoice.class)
    void engineReachesTheCore(final EngineChoice choice) throws Exception {
        dialog.m_engine = choice;
        assertThat(training().engine()).isEqualTo(EngineKind.valueOf(choice.name()));
    }

    @ParameterizedTest
    @EnumSource(StartChoice.class)
    void roundStartReachesTheCore(final StartChoice choice) throws Exception {
        dialog.m_roundStart = choice;
        assertThat(dialog.settings().start()).isEqualTo(StartWeights.valueOf(choice.name()));
    }

    @Test
    void nothingThatTheCoreOffersIsLeftOut() {
        assertThat(ActivationChoice.values()).hasSameSizeAs(Activation.values());
        assertThat(LossChoice.values()).hasSameSizeAs(Objectives.fitting(Task.number("y")));
        assertThat(EngineChoice.values()).hasSameSizeAs(EngineKind.values());
        assertThat(OptimizerChoice.values()).hasSameSizeAs(Optimizer.Kind.values());
        assertThat(StartChoice.values()).hasSameSizeAs(StartWeights.values());
    }

    @Test
    void optimizerDropoutAndDecayReachTheCore() throws Exception {
        dialog.m_weightDecay = 0.01;
        dialog.m_dropout = 0.2;
        assertThat(training().optimizer()).isEqualTo(Optimizer.adam(0.001).withWeightDecay(0.01));
        assertThat(training().dropout()).isEqualTo(0.2);

        dialog.m_optimizer = OptimizerChoice.SGD;
        dialog.m_learningRate = 0.02;
        dialog.m_momentum = 0.5;
        assertThat(training().optimizer()).isEqualTo(Optimizer.sgd(0.02, 0.5).withWeightDecay(0.01));
    }

    @ParameterizedTest
    @CsvSource({"1, The momentum is 1.0; it must be from 0 to below 1", "-0.1, The momentum is -0.1;",
        "NaN, The momentum is NaN;"})
    void momentumIsCheckedWhereItCounts(final double value, final String message) throws Exception {
        dialog.m_momentum = value;
        dialog.validate();

        dialog.m_optimizer = OptimizerChoice.SGD;
        assertThatThrownBy(dialog::validate).isInstanceOf(InvalidSettingsException.class)
            .hasMessageStartingWith(message).hasMessageContaining("for example 0.9");
    }

    @ParameterizedTest
    @CsvSource({"-0.5", "1000", "NaN"})
    void weightDecayIsChecked(final double value) {
        dialog.m_weightDecay = value;
        assertThatThrownBy(dialog::validate).isInstanceOf(InvalidSettingsException.class)
            .hasMessageStartingWith("The weight decay is " + value).hasMessageContaining("below 1000.0");
    }

    @ParameterizedTest
    @CsvSource({"-0.1", "1", "NaN"})
    void dropoutIsChecked(final double value) {
        dialog.m_dropout = value;
        assertThatThrownBy(dialog::validate).isInstanceOf(InvalidSettingsException.class)
            .hasMessageStartingWith("The dropout is " + value).hasMessageContaining("for example 0.2");
    }

    @Test
    void settingsFromBeforeTheseOptionsLoadWithTheirDefaults() throws Exception {
        final NodeSettings now = new NodeSettings("model");
        NodeParametersUtil.saveSettings(ReductivePruningLearnerParameters.class, dialog, now);
        final NodeSettings before = new NodeSettings("model");
        for (final String key : new String[]{"fingerprintColumn", "targetColumn", "missingValues", "targetScaling",
            "hiddenLayers", "criterion", "perturbation", "dropSchedule", "acceptance"}) {
            before.addString(key, now.getString(key));
        }
        for (final String key : new String[]{"folds", "rounds", "perturbedNetworks", "batchSize", "maxEpochs",
            "patience", "threads"}) {
            before.addInt(key, now.getInt(key));
        }
        for (final String key : new String[]{"holdOutShare", "perturbationAmplitude", "dropRate", "tolerance",
            "learningRate"}) {
            before.addDouble(key, now.getDouble(key));
        }
        before.addLong("seed", now.getLong("seed"));

        assertThat(NodeParametersUtil.loadSettings(before, ReductivePruningLearnerParameters.class))
            .usingRecursiveComparison().isEqualTo(dialog);
    }
}
