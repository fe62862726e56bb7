/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.loop;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.reductor.core.data.Limits;

/** Settings of the node Reductive Pruning Loop Start. */
final class PruningLoopStartParameters implements NodeParameters {

    @Widget(title = "Pruning rounds", description = "Number of rounds at the most. The loop ends earlier when a round "
        + "drops nothing any more.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_rounds = 10;

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_rounds < 1) {
            throw new InvalidSettingsException("The number of rounds is " + m_rounds + "; it must be at least 1.");
        }
        try {
            Limits.requireRounds(m_rounds);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }
}
