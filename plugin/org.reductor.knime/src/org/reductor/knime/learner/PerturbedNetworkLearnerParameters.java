/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.learner;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.reductor.core.objective.Perturbation;
import org.reductor.knime.choice.Bounds;
import org.reductor.knime.choice.PruningChoices.PerturbationChoice;

/** Settings of the node Perturbed Network Learner. Everything else is as for the control networks. */
final class PerturbedNetworkLearnerParameters implements NodeParameters {

    @Widget(title = "Perturbation", description = "How the targets of the perturbed networks differ.")
    @ValueSwitchWidget
    PerturbationChoice m_perturbation = PerturbationChoice.NOISE;

    @Widget(title = "Perturbation amplitude", description = "How strongly: for Scale a share of the target, for "
        + "Shift and Noise standard deviations of the target; for classes a share of the labels, below 1.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_perturbationAmplitude = 0.1;

    @Widget(title = "Perturbed networks", description = "Number of perturbed networks for each control network. Each "
        + "costs as much time as that one.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_perturbedNetworks = 1;

    @Widget(title = "Threads", description = "Networks trained side by side; 0 for one on each processor.")
    @NumberInputWidget(minValidation = Bounds.AtLeastZero.class)
    @Advanced
    int m_threads;

    @Override
    public void validate() throws InvalidSettingsException {
        perturbation();
        if (m_threads < 0) {
            throw new InvalidSettingsException(
                "The number of threads is " + m_threads + "; give 0 for one a processor, or a positive number.");
        }
    }

    /** @return the perturbation as the core takes it */
    Perturbation perturbation() throws InvalidSettingsException {
        try {
            return new Perturbation(m_perturbation.kind(), m_perturbationAmplitude, m_perturbedNetworks);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }
}
