/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.choice;

import org.knime.node.parameters.widget.choices.Label;
import org.reductor.core.objective.Perturbation;
import org.reductor.core.prune.AcceptanceRule;
import org.reductor.core.prune.DropSchedule;
import org.reductor.core.prune.StartWeights;
import org.reductor.core.prune.criterion.Criteria;
import org.reductor.core.prune.criterion.ImportanceCriterion;

/** What dialogs let choose about pruning, and what it means to the core. Stored by name: never rename. */
public final class PruningChoices {

    private PruningChoices() {
    }

    public enum PresetChoice {
        @Label(value = "Own settings", description = "Everything is set in this dialog.")
        OWN,
        @Label(value = "Published (2022)", description = "The settings that the authors of the method published. Only "
            + "the data, the hold-out share, the seed and the threads are still yours to set. New networks have one "
            + "hidden layer of 1,024 units.")
        PUBLISHED
    }

    public enum ControlsChoice {
        @Label(value = "None", description = "The result stands beside the unpruned networks of round 0 only.")
        NONE,
        @Label(value = "All", description = "The unpruned networks trained on for as many epochs as the pruned ones; "
            + "networks pruned to as many weights at random and by magnitude, in as many rounds; and one unpruned "
            + "network that learns all rows of the folds. Each is judged by the rows that judge the rounds, if there "
            + "are any that it has not seen. The history and the view say what the comparison shows. "
            + "The run then takes about twice to four times as long.")
        ALL
    }

    public enum CriterionChoice {
        @Label(value = "Certain contribution", description = "Weights go first whose contribution to the prediction is "
            + "the least sure: the size of the weight less its standard error, times how strongly its input speaks and "
            + "how far it reaches. The standard error comes from the perturbed networks, so one of them a fold is "
            + "enough. Best of all over the development sets beyond 80 % of the weights.")
        CERTAIN_CONTRIBUTION(Criteria.CERTAIN_CONTRIBUTION),
        @Label(value = "Deviation (published)", description = "Weights that change most, relative to their perturbed "
            + "value, when the target is perturbed go first.")
        PUBLISHED(Criteria.PUBLISHED),
        @Label(value = "Deviation relative to control", description = "The same, relative to the undisturbed value.")
        RELATIVE_TO_CONTROL(Criteria.RELATIVE_TO_CONTROL),
        @Label(value = "Magnitude", description = "Smallest weights go first. Needs no perturbed networks, so it is "
            + "about three times as fast.")
        MAGNITUDE(Criteria.MAGNITUDE),
        @Label(value = "Magnitude times input", description = "Smallest weights go first, each counted by how often "
            + "and how strongly its feature speaks: weights of rare bits go before equal ones of common bits. "
            + "Needs no perturbed networks. On tables of some thousand rows it dropped the most at no loss; where the "
            + "hold-out has only some dozen rows it goes too far more easily than the others.")
        SCALED_MAGNITUDE(Criteria.SCALED_MAGNITUDE),
        @Label(value = "Random", description = "Any weight: the control that other criteria must beat.")
        RANDOM(Criteria.RANDOM);

        private final ImportanceCriterion criterion;

        CriterionChoice(final ImportanceCriterion criterion) {
            this.criterion = criterion;
        }

        /** @return what it means to the core */
        public ImportanceCriterion criterion() {
            return criterion;
        }
    }

    public enum PerturbationChoice {
        @Label(value = "Scale", description = "Targets times numbers around 1, as published. For numbers only.")
        SCALE(Perturbation.Kind.SCALE),
        @Label(value = "Shift", description = "Targets moved by shares of their standard deviation; unlike Scale this "
            + "does not depend on where zero lies. For numbers only.")
        SHIFT(Perturbation.Kind.SHIFT),
        @Label(value = "Noise", description = "Gaussian noise added to every number; of classes, a "
            + "share of the labels is replaced by another class.")
        NOISE(Perturbation.Kind.NOISE),
        @Label(value = "Soften", description = "For classes only: a share of each label is given to all classes alike, "
            + "so that the networks learn to be less sure. Nothing is random.")
        SOFTEN(Perturbation.Kind.SOFTEN);

        private final Perturbation.Kind kind;

        PerturbationChoice(final Perturbation.Kind kind) {
            this.kind = kind;
        }

        /** @return what it means to the core */
        public Perturbation.Kind kind() {
            return kind;
        }
    }

    public enum ScheduleChoice {
        @Label(value = "Geometric", description = "A share of the weights that are left.")
        GEOMETRIC(DropSchedule.Kind.GEOMETRIC),
        @Label(value = "Constant", description = "A share of the weights of the unpruned network, as published.")
        CONSTANT(DropSchedule.Kind.CONSTANT);

        private final DropSchedule.Kind kind;

        ScheduleChoice(final DropSchedule.Kind kind) {
            this.kind = kind;
        }

        /** @return what it means to the core */
        public DropSchedule.Kind kind() {
            return kind;
        }
    }

    public enum AcceptanceChoice {
        @Label(value = "One standard error", description = "All rounds are run. They count up to the first "
            + "whose error exceeds the best before it by more than two standard errors; of these the sparsest "
            + "wins that is within one standard error of the best and loses no more than 2 % of its RMSE, or 4 % of "
            + "its log loss.")
        ONE_STANDARD_ERROR(AcceptanceRule.Kind.ONE_STANDARD_ERROR),
        @Label(value = "No loss", description = "All rounds are run, and each is judged together with its "
            + "neighbours. They count up to the first that is worse than the unpruned networks by more than two "
            + "standard errors; of these the sparsest wins that is above the best by at most one and a half standard "
            + "errors and 2 % of its RMSE, or 4 % of its log loss.")
        NO_LOSS(AcceptanceRule.Kind.NO_LOSS),
        @Label(value = "Tolerance", description = "A round whose error is worse than the best by more than "
            + "the tolerance is undone and the drop rate halved.")
        TOLERANCE(AcceptanceRule.Kind.TOLERANCE),
        @Label(value = "Better than the last (published)", description = "A round that is not better than the last "
            + "accepted one is undone and the drop rate halved.")
        PUBLISHED(AcceptanceRule.Kind.PUBLISHED);

        private final AcceptanceRule.Kind kind;

        AcceptanceChoice(final AcceptanceRule.Kind kind) {
            this.kind = kind;
        }

        /** @return what it means to the core */
        public AcceptanceRule.Kind kind() {
            return kind;
        }
    }

    public enum StartChoice {
        @Label(value = "Weights of the last round", description = "The networks that are left are trained on, as "
            + "published. With classes a network stays as it is when that makes it no better on the rows that stop its "
            + "training.")
        LAST_WEIGHTS(StartWeights.LAST_WEIGHTS),
        @Label(value = "Weights before any training", description = "Every round starts anew from the weights that the "
            + "first one started from, without the dropped ones. Takes longer; known as winning tickets.")
        INITIAL_WEIGHTS(StartWeights.INITIAL_WEIGHTS);

        private final StartWeights start;

        StartChoice(final StartWeights start) {
            this.start = start;
        }

        /** @return what it means to the core */
        public StartWeights start() {
            return start;
        }
    }
}
