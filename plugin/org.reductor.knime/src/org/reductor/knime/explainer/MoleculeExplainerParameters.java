/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.explainer;

import java.util.List;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.reductor.core.data.Task;
import org.reductor.core.explain.ExplainedOutput;

/** Settings of the node Molecule Explainer. */
final class MoleculeExplainerParameters implements NodeParameters {

    /** What full colour stands for. */
    enum ScaleChoice {
        @Label(value = "The same for all", description = "Colours of all molecules can be compared.")
        SAME,
        @Label(value = "Its own for each", description = "In each molecule the strongest atom has the full colour.")
        OWN
    }

    /** What to do with rows that cannot be explained. */
    enum BadMolecules {
        @Label(value = "Missing explanation", description = "The row stays; its cells are missing, with the reason.")
        MISSING,
        @Label(value = "Fail", description = "The node fails and says how many such rows there are.")
        FAIL
    }

    @Widget(title = "Target", description = "What is explained, of networks that predict several targets.")
    @ChoicesProvider(ExplainedTargets.class)
    String m_target = "";

    @Widget(title = "Class", description = "Which class is explained, where the target is classes: contributions are "
        + "then told in its log odds. Leave it empty for the second of two classes, such as active, and of more "
        + "classes for the one that is the likeliest in each row.")
    @TextInputWidget
    String m_explainedClass = "";

    @Widget(title = "Molecules that are explained", description = "The largest number of rows; of a larger table as "
        + "many are drawn at random, a warning says so, and the cells of the others are missing.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_rows = 5000;

    @Widget(title = "Scale of colours", description = "What full red and full blue stand for.")
    @ValueSwitchWidget
    ScaleChoice m_scale = ScaleChoice.SAME;

    @Widget(title = "Rows without features",
        description = "What happens to rows with a molecule that cannot be read, or without a value that is needed.")
    @ValueSwitchWidget
    BadMolecules m_badMolecules = BadMolecules.MISSING;

    MoleculeExplainerParameters() {
        // no input to guess from
    }

    MoleculeExplainerParameters(final NodeParametersInput input) {
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
        ExplainedTargets.requirePositive(m_rows, "molecules that are explained");
    }
}
