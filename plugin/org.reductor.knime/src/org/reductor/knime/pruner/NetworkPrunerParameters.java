/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.pruner;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.reductor.core.prune.DropSchedule;
import org.reductor.knime.choice.Bounds;
import org.reductor.knime.choice.PruningChoices.ScheduleChoice;
import org.reductor.knime.choice.PruningChoices.StartChoice;

/** Settings of the node Network Pruner. */
final class NetworkPrunerParameters implements NodeParameters {

    @Widget(title = "Drop schedule", description = "What the drop rate refers to.")
    @ValueSwitchWidget
    ScheduleChoice m_dropSchedule = ScheduleChoice.GEOMETRIC;

    @Widget(title = "Drop rate", description = "Share of the weights that goes, above 0 and below 1.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Bounds.BelowOne.class)
    double m_dropRate = 0.33;

    @Widget(title = "Where the next round starts", description = "From which weights the networks that are left are "
        + "trained.")
    StartChoice m_roundStart = StartChoice.LAST_WEIGHTS;

    @Override
    public void validate() throws InvalidSettingsException {
        schedule();
    }

    /** @return the schedule as the core takes it */
    DropSchedule schedule() throws InvalidSettingsException {
        try {
            return new DropSchedule(m_dropSchedule.kind(), m_dropRate);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }
}
