/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.choice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.knime.node.parameters.widget.choices.Label;
import org.reductor.core.data.Task;
import org.reductor.core.objective.Objective;
import org.reductor.core.objective.Objectives;
import org.reductor.core.prune.criterion.Criteria;
import org.reductor.core.prune.criterion.ImportanceCriterion;
import org.reductor.knime.choice.PruningChoices.CriterionChoice;
import org.reductor.knime.choice.TrainingChoices.ClassLossChoice;
import org.reductor.knime.choice.TrainingChoices.LossChoice;

/**
 * The dialogs' choices against the registries of the core. KNIME takes the texts of choices from annotations, which
 * hold constants, and a choice that a provider makes at run time has no description; so the texts are written twice,
 * and must be the same.
 */
class CoreChoicesTest {

    private static Label label(final Enum<?> choice) throws NoSuchFieldException {
        return choice.getDeclaringClass().getField(choice.name()).getAnnotation(Label.class);
    }

    @Test
    void dialogsOfferEveryCriterionOfTheCoreInItsOrder() {
        assertThat(Arrays.stream(CriterionChoice.values()).map(CriterionChoice::criterion).toList())
            .isEqualTo(Criteria.all());
    }

    @ParameterizedTest
    @EnumSource(CriterionChoice.class)
    void aCriterionIsStoredAndCalledAndExplainedAsInTheCore(final CriterionChoice choice) throws Exception {
        final ImportanceCriterion criterion = choice.criterion();
        assertThat(choice.name()).isEqualTo(criterion.id());
        assertThat(label(choice).value()).isEqualTo(criterion.label());
        assertThat(label(choice).description()).isEqualTo(criterion.description());
    }

    @Test
    void dialogsOfferEveryLossOfTheCoreAndStoreItByItsName() {
        final List<Objective> numbers = Arrays.stream(LossChoice.values()).map(LossChoice::objective).toList();
        final List<Objective> classes =
            Arrays.stream(ClassLossChoice.values()).map(ClassLossChoice::objective).toList();
        assertThat(numbers).isEqualTo(Objectives.fitting(Task.number("y")));
        assertThat(classes).isEqualTo(Objectives.fitting(Task.classes("y", List.of("a", "b"))));
        assertThat(Arrays.stream(LossChoice.values()).map(Enum::name).toList())
            .isEqualTo(numbers.stream().map(Objective::id).toList());
        assertThat(Arrays.stream(ClassLossChoice.values()).map(Enum::name).toList())
            .isEqualTo(classes.stream().map(Objective::id).toList());
    }
}
