/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.learner;

import java.util.Arrays;

import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.util.BooleanReference;
import org.reductor.knime.choice.PruningChoices.AcceptanceChoice;
import org.reductor.knime.choice.PruningChoices.CriterionChoice;
import org.reductor.knime.choice.PruningChoices.PresetChoice;
import org.reductor.knime.choice.RowChoices.GroupingChoice;
import org.reductor.knime.choice.RowChoices.JudgesChoice;
import org.reductor.knime.choice.RowChoices.WeightingChoice;
import org.reductor.knime.choice.TrainingChoices.KindChoice;
import org.reductor.knime.choice.TrainingChoices.OptimizerChoice;

/** Which fields of the learners' dialogs are shown when. */
final class LearnerRules {

    private static final int NETWORKS_PORT = 1;

    private static final int SELECTION_PORT = 2;

    private LearnerRules() {
    }

    interface PresetReference extends ParameterReference<PresetChoice> {
    }

    interface CriterionReference extends ParameterReference<CriterionChoice> {
    }

    interface AcceptanceReference extends ParameterReference<AcceptanceChoice> {
    }

    interface OptimizerReference extends ParameterReference<OptimizerChoice> {
    }

    interface GroupingReference extends ParameterReference<GroupingChoice> {
    }

    static final class IsGrouped implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(GroupingReference.class).isOneOf(GroupingChoice.COLUMN);
        }
    }

    interface JudgesReference extends ParameterReference<JudgesChoice> {
    }

    /** Whether training rows judge: not where a selection table is connected, which only nodes with a preset have. */
    static final class TrainingRowsJudge implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.isMissing(PresetReference.class) ? i.always()
                : i.getConstant(input -> input.getInPortSpec(SELECTION_PORT).isEmpty());
        }
    }

    static final class MayChooseJudges implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getPredicate(OwnSettings.class).and(i.getPredicate(TrainingRowsJudge.class));
        }
    }

    static final class HoldsOut implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getPredicate(OwnSettings.class).negate()
                .or(i.getEnum(JudgesReference.class).isOneOf(JudgesChoice.HOLD_OUT))
                .and(i.getPredicate(TrainingRowsJudge.class));
        }
    }

    /** Networks to start from bring their layers and units along. */
    static final class MakesNetworks implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getPredicate(OwnSettings.class)
                .and(i.getConstant(input -> input.getInPortSpec(NETWORKS_PORT).isEmpty()));
        }
    }

    static final class SeveralTargets implements BooleanReference {
    }

    interface WeightingReference extends ParameterReference<WeightingChoice> {
    }

    static final class IsWeighted implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(WeightingReference.class).isOneOf(WeightingChoice.COLUMN);
        }
    }

    interface KindReference extends ParameterReference<KindChoice> {
    }

    static final class OwnSettings implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            // Nodes without a preset show what it would hide.
            return i.isMissing(PresetReference.class) ? i.always()
                : i.getEnum(PresetReference.class).isOneOf(PresetChoice.OWN);
        }
    }

    static final class MayBeNumbers implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getPredicate(OwnSettings.class)
                .and(i.getEnum(KindReference.class).isOneOf(KindChoice.GUESS, KindChoice.NUMBERS));
        }
    }

    static final class MayBeClasses implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getPredicate(OwnSettings.class)
                .and(i.getEnum(KindReference.class).isOneOf(KindChoice.GUESS, KindChoice.CLASSES));
        }
    }

    static final class NeedsPerturbation implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getPredicate(OwnSettings.class)
                .and(i.getEnum(CriterionReference.class).isOneOf(Arrays.stream(CriterionChoice.values())
                    .filter(choice -> choice.criterion().needsPerturbedNetworks()).toArray(CriterionChoice[]::new)));
        }
    }

    static final class NeedsTolerance implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getPredicate(OwnSettings.class)
                .and(i.getEnum(AcceptanceReference.class).isOneOf(AcceptanceChoice.TOLERANCE));
        }
    }

    static final class UsesMomentum implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getPredicate(OwnSettings.class)
                .and(i.getEnum(OptimizerReference.class).isOneOf(OptimizerChoice.SGD));
        }
    }
}
