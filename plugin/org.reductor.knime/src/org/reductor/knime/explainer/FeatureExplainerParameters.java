/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.explainer;

import java.util.List;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.reductor.core.data.Task;
import org.reductor.core.explain.ExplainedOutput;

/** Settings of the node Feature Explainer. */
final class FeatureExplainerParameters implements NodeParameters {

    @Widget(title = "Target", description = "What is explained, of networks that predict several targets.")
    @ChoicesProvider(ExplainedTargets.class)
    String m_target = "";

    @Widget(title = "Class", description = "Which class is explained, where the target is classes: effects are then "
        + "told in its log odds. Leave it empty for the second of two classes, such as active, and of more classes for "
        + "the one that is the likeliest in each row.")
    @TextInputWidget
    String m_explainedClass = "";

    @Widget(title = "Rows that are looked at", description = "The largest number of rows; of a larger table as many "
        + "are drawn at random, and a warning says so.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_rows = 5000;

    @Widget(title = "Substructures of a feature", description = "The largest number of different substructures that "
        + "are drawn for each feature, those first that most molecules have. The others are counted.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_substructures = 5;

    FeatureExplainerParameters() {
        // no input to guess from
    }

    FeatureExplainerParameters(final NodeParametersInput input) {
        m_target = ExplainedTargets.first(input);
    }

    /**
     * @param tasks what the networks predict
     * @return what is explained
     * @throws InvalidSettingsException when the networks do not predict it
     */
    ExplainedOutput output(final List<Task> tasks) throws InvalidSettingsException {
        return ExplainedTargets.output(tasks, m_target, m_explainedClass);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        ExplainedTargets.requirePositive(m_rows, "rows that are looked at");
        ExplainedTargets.requirePositive(m_substructures, "substructures of a feature");
    }
}
