/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.choice;

import org.knime.node.parameters.widget.choices.Label;
import org.reductor.core.network.Activation;
import org.reductor.core.objective.ClassWeights;
import org.reductor.core.objective.Objective;
import org.reductor.core.objective.Objectives;
import org.reductor.core.objective.TargetScaling;
import org.reductor.core.train.EngineKind;
import org.reductor.core.train.Optimizer;

/** What dialogs let choose about one network and its targets, and what it means to the core. Stored by name. */
public final class TrainingChoices {

    private TrainingChoices() {
    }

    public enum KindChoice {
        @Label(value = "Guess", description = "Numbers are numbers, true and false are classes. Text is numbers if "
            + "there is a number in it, else classes; two different codes such as '0' and '1' are classes, too. A "
            + "column of numbers stays one of numbers even if it has only two values: choose Classes for those.")
        GUESS,
        @Label(value = "Numbers", description = "Text may have a leading &lt; or &gt;, as in '&gt;10000': the "
            + "true value is then known to lie below or above, and a prediction there costs nothing.")
        NUMBERS,
        @Label(value = "Classes", description = "Each different value is a class, in alphabetical order. Of two, the "
            + "second is the one that probabilities are told of: 1, true, yes, active.")
        CLASSES
    }

    public enum ClassLossChoice {
        @Label(value = "Cross-entropy", description = "Gives honest probabilities.")
        CROSS_ENTROPY(Objectives.CROSS_ENTROPY),
        @Label(value = "Focal", description = "Rows that are already predicted well count little, so that hard ones "
            + "and those of rare classes steer. The probabilities come out nearer to even.")
        FOCAL(Objectives.FOCAL);

        private final Objective objective;

        ClassLossChoice(final Objective objective) {
            this.objective = objective;
        }

        /** @return what it means to the core */
        public Objective objective() {
            return objective;
        }
    }

    public enum ClassWeightsChoice {
        @Label(value = "None", description = "All rows count the same.")
        NONE(ClassWeights.NONE),
        @Label(value = "Balanced", description = "All classes count the same, however few rows they have. The "
            + "probabilities are then those of a table in which all classes are equally frequent.")
        BALANCED(ClassWeights.BALANCED);

        private final ClassWeights weights;

        ClassWeightsChoice(final ClassWeights weights) {
            this.weights = weights;
        }

        /** @return what it means to the core */
        public ClassWeights weights() {
            return weights;
        }
    }

    public enum ScalingChoice {
        @Label(value = "None", description = "The networks learn the values as they are, as published.")
        NONE(TargetScaling.NONE),
        @Label(value = "Standardise", description = "The networks learn values with mean 0 and standard deviation 1. "
            + "Choose this for targets far from zero or of large size, such as percentages. Predictions and errors "
            + "stay in your units.")
        STANDARDIZE(TargetScaling.STANDARDIZE);

        private final TargetScaling scaling;

        ScalingChoice(final TargetScaling scaling) {
            this.scaling = scaling;
        }

        /** @return what it means to the core */
        public TargetScaling scaling() {
            return scaling;
        }
    }

    public enum ActivationChoice {
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

        /** @return what it means to the core */
        public Activation activation() {
            return activation;
        }
    }

    public enum LossChoice {
        @Label(value = "Root mean squared error", description = "As published.")
        RMSE(Objectives.RMSE),
        @Label(value = "Mean squared error", description = "Large errors count most.")
        MSE(Objectives.MSE),
        @Label(value = "Mean absolute error", description = "Outliers pull no more than other rows.")
        MAE(Objectives.MAE),
        @Label(value = "Huber", description = "Squared for small errors, absolute for those above 1, which is one "
            + "standard deviation of a standardised target: a middle way for data with outliers.")
        HUBER(Objectives.HUBER);

        private final Objective objective;

        LossChoice(final Objective objective) {
            this.objective = objective;
        }

        /** @return what it means to the core */
        public Objective objective() {
            return objective;
        }
    }

    public enum OptimizerChoice {
        @Label(value = "Adam", description = "Finds a step size for each weight; as published.")
        ADAM(Optimizer.Kind.ADAM),
        @Label(value = "SGD", description = "Plain gradient descent with momentum. Usually needs a larger learning "
            + "rate, such as 0.01.")
        SGD(Optimizer.Kind.SGD);

        private final Optimizer.Kind kind;

        OptimizerChoice(final Optimizer.Kind kind) {
            this.kind = kind;
        }

        /** @return what it means to the core */
        public Optimizer.Kind kind() {
            return kind;
        }
    }

    public enum EngineChoice {
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

        /** @return what it means to the core */
        public EngineKind kind() {
            return kind;
        }
    }
}
