/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.learner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.Label;
import org.reductor.knime.DialogFields;
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

    private List<Field> fields() {
        return new DialogFields(dialog, Map.of()).all();
    }

    private List<String> shown(final Integer... connected) {
        return new DialogFields(dialog, Arrays.stream(connected)
            .collect(Collectors.toMap(port -> port, port -> new DataTableSpec()))).shown();
    }

    @Test
    void presetHidesWhatItSets() {
        dialog.m_preset = PresetChoice.PUBLISHED;
        // Choices that would show more fields if they counted.
        dialog.m_optimizer = OptimizerChoice.SGD;
        dialog.m_acceptance = AcceptanceChoice.TOLERANCE;

        assertThat(shown()).containsExactly("fingerprintColumn", "targetColumn", "severalTargets", "targetKind",
            "grouping", "holdOutShare", "duplicates", "stratification", "weighting", "missingValues", "seed", "threads",
            "preset", "controls", "runFolder");
    }

    @Test
    void ownSettingsShowAllThatCounts() {
        assertThat(shown()).hasSize(fields().size() - 6).doesNotContain("moreTargets", "momentum", "tolerance",
            "groupColumn", "weightColumn", "holdOutShare");

        dialog.m_severalTargets = true;
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
    void whatConnectedPortsDecideIsNotAsked() {
        dialog.m_judges = JudgesChoice.HOLD_OUT;

        assertThat(shown(1, 2)).doesNotContain("hiddenLayers", "activation", "judges", "holdOutShare")
            .contains("folds");

        dialog.m_preset = PresetChoice.PUBLISHED;
        assertThat(shown(1, 2)).doesNotContain("holdOutShare");
    }

    /** What a chemist decides; the rest is shown on demand. */
    @Test
    void aFewFieldsStandOpen() {
        assertThat(new DialogFields(dialog, Map.of()).open()).containsExactly("fingerprintColumn", "targetColumn",
            "severalTargets", "targetKind", "grouping", "judges", "duplicates", "hiddenLayers", "seed", "preset",
            "rounds", "acceptance", "controls");
    }

    @Test
    void everyFieldIsExplained() {
        assertThat(fields()).allSatisfy(field -> {
            assertThat(field.getAnnotation(Widget.class).title()).isNotBlank();
            assertThat(field.getAnnotation(Widget.class).description()).endsWith(".");
        });
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
