/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.learner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.EffectPredicateProvider.PredicateInitializer;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.Label;
import org.reductor.knime.choice.PruningChoices;
import org.reductor.knime.choice.PruningChoices.AcceptanceChoice;
import org.reductor.knime.choice.PruningChoices.CriterionChoice;
import org.reductor.knime.choice.PruningChoices.PresetChoice;
import org.reductor.knime.choice.RowChoices;
import org.reductor.knime.choice.RowChoices.GroupingChoice;
import org.reductor.knime.choice.RowChoices.JudgesChoice;
import org.reductor.knime.choice.RowChoices.WeightingChoice;
import org.reductor.knime.choice.TrainingChoices;
import org.reductor.knime.choice.TrainingChoices.KindChoice;
import org.reductor.knime.choice.TrainingChoices.OptimizerChoice;

/** Which fields the dialog shows. */
class LearnerDialogTest {

    private final ReductivePruningLearnerParameters dialog = new ReductivePruningLearnerParameters();

    private static List<Field> fields() {
        return Stream.of(TrainingParameters.class, ReductivePruningLearnerParameters.class)
            .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
            .filter(field -> field.isAnnotationPresent(Widget.class)).toList();
    }

    private List<String> shown() {
        return fields().stream()
            .filter(field -> holds(field.getAnnotation(Effect.class))
                && holds(field.getAnnotation(Layout.class).value().getAnnotation(Effect.class)))
            .map(field -> field.getName().substring(2)).toList();
    }

    private boolean holds(final Effect effect) {
        if (effect == null) {
            return true;
        }
        assertThat(effect.type()).isEqualTo(Effect.EffectType.SHOW);
        return ((Answer)new Values().getPredicate(effect.predicate())).holds;
    }

    @Test
    void presetHidesWhatItSets() {
        dialog.m_preset = PresetChoice.PUBLISHED;
        // Choices that would show more fields if they counted.
        dialog.m_optimizer = OptimizerChoice.SGD;
        dialog.m_acceptance = AcceptanceChoice.TOLERANCE;

        assertThat(shown()).containsExactly("fingerprintColumn", "targetColumn", "moreTargets", "targetKind",
            "missingValues", "grouping", "stratification", "duplicates", "weighting", "holdOutShare", "seed",
            "threads", "preset", "controls");
    }

    @Test
    void ownSettingsShowAllThatCounts() {
        assertThat(shown()).hasSize(fields().size() - 5).doesNotContain("momentum", "tolerance", "groupColumn",
            "weightColumn", "holdOutShare");

        dialog.m_judges = JudgesChoice.HOLD_OUT;
        dialog.m_weighting = WeightingChoice.COLUMN;
        dialog.m_grouping = GroupingChoice.COLUMN;
        dialog.m_optimizer = OptimizerChoice.SGD;
        dialog.m_acceptance = AcceptanceChoice.TOLERANCE;
        assertThat(shown()).hasSameSizeAs(fields());

        dialog.m_criterion = CriterionChoice.MAGNITUDE;
        assertThat(shown()).hasSize(fields().size() - 3).doesNotContain("perturbation", "perturbationAmplitude",
            "perturbedNetworks");
    }

    @Test
    void settingsOfClassesAndOfNumbersAreShownWhereTheyCanCount() {
        dialog.m_targetKind = KindChoice.NUMBERS;
        assertThat(shown()).contains("loss", "targetScaling").doesNotContain("classLoss", "classWeights");

        dialog.m_targetKind = KindChoice.CLASSES;
        assertThat(shown()).contains("classLoss", "classWeights").doesNotContain("loss", "targetScaling");
    }

    @Test
    void everyFieldIsExplained() {
        assertThat(fields()).allSatisfy(field -> {
            assertThat(field.getAnnotation(Widget.class).title()).isNotBlank();
            assertThat(field.getAnnotation(Widget.class).description()).endsWith(".");
        });
    }

    /** Conditions on the values of the dialog. */
    private final class Values implements PredicateInitializer {

        @Override
        public <E extends Enum<E>> EnumReference<E> getEnum(final Class<? extends ParameterReference<E>> reference) {
            return new EnumReference<>() {
                @SafeVarargs
                @Override
                public final EffectPredicate isOneOf(final E... values) {
                    return new Answer(Arrays.asList(values).contains(value(reference)));
                }
            };
        }

        @Override
        public boolean isMissing(final Class<? extends ParameterReference<?>> reference) {
            return fields().stream().noneMatch(f -> f.isAnnotationPresent(ValueReference.class)
                && f.getAnnotation(ValueReference.class).value() == reference);
        }

        @Override
        public EffectPredicate getConstant(final Predicate<NodeParametersInput> predicate) {
            return new Answer(predicate.test(null));
        }

        @Override
        public EffectPredicate getPredicate(final Class<? extends EffectPredicateProvider> provider) {
            try {
                return provider.getDeclaredConstructor().newInstance().init(this);
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        }

        private Object value(final Class<?> reference) {
            final Field field = fields().stream().filter(f -> f.isAnnotationPresent(ValueReference.class)
                && f.getAnnotation(ValueReference.class).value() == reference).findFirst().orElseThrow();
            try {
                return field.get(dialog);
            } catch (IllegalAccessException e) {
                throw new AssertionError(e);
            }
        }
    }

    private record Answer(boolean holds) implements EffectPredicate {

        @Override
        public EffectPredicate and(final EffectPredicate other) {
            return new Answer(holds && ((Answer)other).holds);
        }

        @Override
        public EffectPredicate or(final EffectPredicate other) {
            return new Answer(holds || ((Answer)other).holds);
        }

        @Override
        public EffectPredicate negate() {
            return new Answer(!holds);
        }
    }

    /** KNIME reads them as XML when it makes the node's description, and does not offer a node where it cannot. */
    @Test
    void textsOfChoicesAreWellFormed() throws Exception {
        int texts = 0;
        for (final Class<?> all : List.of(TrainingChoices.class, PruningChoices.class, RowChoices.class)) {
            for (final Class<?> choice : all.getDeclaredClasses()) {
                for (final Field constant : choice.getFields()) {
                    final Label label = constant.getAnnotation(Label.class);
                    if (label != null) {
                        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(
                            ("<p>" + label.description() + "</p>").getBytes(StandardCharsets.UTF_8)));
                        texts++;
                    }
                }
            }
        }
        assertThat(texts).isGreaterThan(30);
    }
}
