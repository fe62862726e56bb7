/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.model;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.reductor.core.data.Duplicates;
import org.reductor.core.data.RowRules;
import org.reductor.core.network.Activation;
import org.reductor.core.prune.EnsembleSettings;
import org.reductor.core.prune.Perturbation;
import org.reductor.core.train.EngineKind;
import org.reductor.core.train.Loss;
import org.reductor.core.train.MaskTiming;
import org.reductor.core.train.Optimizer;
import org.reductor.core.train.TargetScaling;
import org.reductor.core.train.TrainingSettings;

/** How networks are trained and perturbed, as JSON. The number of threads is left out: nothing depends on it. */
final class SettingsJson {

    private SettingsJson() {
    }

    static void write(final ObjectNode json, final EnsembleSettings settings) {
        final TrainingSettings training = settings.training();
        ModelArrays.numbers(json.putArray("hiddenUnits"), training.hiddenUnits());
        json.put("activation", training.activation().name());
        json.put("loss", training.loss().name());
        json.put("optimizer", training.optimizer().kind().name());
        json.put("learningRate", training.optimizer().learningRate());
        json.put("momentum", training.optimizer().momentum());
        json.put("weightDecay", training.optimizer().weightDecay());
        json.put("batchSize", training.batchSize());
        json.put("maxEpochs", training.maxEpochs());
        json.put("patience", training.patience());
        json.put("dropout", training.dropout());
        json.put("maskTiming", training.maskTiming().name());
        json.put("targetScaling", training.targetScaling().name());
        json.put("engine", training.engine().name());
        json.put("folds", settings.folds());
        json.put("holdOutFraction", settings.holdOutFraction());
        json.put("seed", settings.seed());
        json.put("groupColumn", settings.rows().groupColumn());
        json.put("stratification", settings.rows().stratification().name());
        json.put("duplicates", settings.rows().duplicates().name());
    }

    static void write(final ObjectNode json, final Perturbation perturbation) {
        json.put("kind", perturbation.kind().name());
        json.put("amplitude", perturbation.amplitude());
        json.put("networks", perturbation.networks());
    }

    static Perturbation perturbation(final Fields json) throws ModelFormatException {
        return new Perturbation(json.constant(Perturbation.Kind.class, "kind"), json.number("amplitude"),
            json.integer("networks"));
    }

    static EnsembleSettings read(final Fields json) throws ModelFormatException {
        final Optimizer optimizer = new Optimizer(json.constant(Optimizer.Kind.class, "optimizer"),
            json.number("learningRate"), json.number("momentum"), json.number("weightDecay"));
        final TrainingSettings training = new TrainingSettings(json.integers("hiddenUnits"),
            json.constant(Activation.class, "activation"), json.constant(Loss.class, "loss"), optimizer,
            json.integer("batchSize"), json.integer("maxEpochs"), json.integer("patience"), json.number("dropout"),
            json.constant(MaskTiming.class, "maskTiming"), json.constant(TargetScaling.class, "targetScaling"),
            json.has("engine") ? json.constant(EngineKind.class, "engine") : EngineKind.REDUCTOR);
        return new EnsembleSettings(training, json.integer("folds"), json.number("holdOutFraction"),
            json.whole("seed"), 0, rows(json));
    }

    private static RowRules rows(final Fields json) throws ModelFormatException {
        return new RowRules(json.text("groupColumn"), json.constant(RowRules.Stratification.class, "stratification"),
            json.constant(Duplicates.Treatment.class, "duplicates"));
    }
}
