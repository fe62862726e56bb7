/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.learner;

import org.knime.node.parameters.widget.choices.Label;
import org.reductor.core.network.Activation;
import org.reductor.core.objective.Objective;
import org.reductor.core.objective.Objectives;
import org.reductor.core.objective.TargetScaling;
import org.reductor.core.train.EngineKind;
import org.reductor.core.train.Optimizer;

/** What the learner's dialog lets choose about one network, and what it means to the core. Stored by name. */
final class TrainingChoices {

    private TrainingChoices() {
    }

    enum ScalingChoice {
        @Label(value = "None", description = "The networks learn the values as they are, as published.")
        NONE(TargetScaling.NONE),
        @Label(value = "Standardize", description = "The networks learn values with mean 0 and standard deviation 1. "
            + "Choose this for targets far from zero or of large size, such as percentages. Predictions and errors "
            + "stay in your units.")
        STANDARDIZE(TargetScaling.STANDARDIZE);

        private final TargetScaling scaling;

        ScalingChoice(final TargetScaling scaling) {
            this.scaling = scaling;
        }

        TargetScaling scaling() {
            return scaling;
        }
    }

    enum ActivationChoice {
        @Label(value = "ReLU", description = "Nothing below zero, the input itself above; as published.")
        RELU(Activation.RELU),
        @Label(value = "Leaky ReLU", description = "Like ReLU, but a hundredth of the input below zero, so that no "
            + "unit falls silent for good.")
        LEAKY_RELU(Activation.LEAKY_RELU),
        @Label(value = "ELU", description = "Like ReLU, but bends smoothly towards -1 below zero.")
        ELU(Activation.ELU),
        @Label(value = "Tanh", description = "An S-shaped curve from -1 to 1.")
        TANH(Activation.TANH),
        @Label(value = "Sigmoid", description = "An S-shaped curve from 0 to 1.")
        SIGMOID(Activation.SIGMOID),
        @Label(value = "Linear", description = "The input itself. The network is then a linear model: a simple one to "
            + "compare with.")
        LINEAR(Activation.LINEAR);

        private final Activation activation;

        ActivationChoice(final Activation activation) {
            this.activation = activation;
        }

        Activation activation() {
            return activation;
        }
    }

    enum LossChoice {
        @Label(value = "Root mean squared error", description = "As published.")
        RMSE(Objectives.RMSE),
        @Label(value = "Mean squared error", description = "Large errors count most.")
        MSE(Objectives.MSE),
        @Label(value = "Mean absolute error", description = "Outliers pull no more than other rows.")
        MAE(Objectives.MAE),
        @Label(value = "Huber", description = "Squared for small errors, absolute for those above 1, which is one "
            + "standard deviation of a standardized target: a middle way for data with outliers.")
        HUBER(Objectives.HUBER);

        private final Objective objective;

        LossChoice(final Objective objective) {
            this.objective = objective;
        }

        Objective objective() {
            return objective;
        }
    }

    enum OptimizerChoice {
        @Label(value = "Adam", description = "Finds a step size for each weight; as published.")
        ADAM(Optimizer.Kind.ADAM),
        @Label(value = "SGD", description = "Plain gradient descent with momentum. Usually needs a larger learning "
            + "rate, such as 0.01.")
        SGD(Optimizer.Kind.SGD);

        private final Optimizer.Kind kind;

        OptimizerChoice(final Optimizer.Kind kind) {
            this.kind = kind;
        }

        Optimizer.Kind kind() {
            return kind;
        }
    }

    enum EngineChoice {
        @Label(value = "Reductor", description = "Made for fingerprints: many times as fast where most features are 0.")
        REDUCTOR(EngineKind.REDUCTOR),
        @Label(value = "DL4J", description = "DeepLearning4J, an independent implementation: for a check, or where "
            + "most features are not 0. Needs the extension 'Reductor: DL4J and Keras'. Knows neither dropout nor "
            + "momentum.")
        DL4J(EngineKind.DL4J);

        private final EngineKind kind;

        EngineChoice(final EngineKind kind) {
            this.kind = kind;
        }

        EngineKind kind() {
            return kind;
        }
    }
}
