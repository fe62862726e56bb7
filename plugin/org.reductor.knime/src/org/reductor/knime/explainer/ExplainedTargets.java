/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.explainer;

import java.util.List;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;
import org.reductor.core.data.Task;
import org.reductor.core.explain.ExplainedOutput;
import org.reductor.knime.port.NetworksPortObjectSpec;

/** The targets that the networks at the first port predict: offers them, and finds the one that both nodes explain. */
final class ExplainedTargets implements StringChoicesProvider {

    @Override
    public List<String> choices(final NodeParametersInput context) {
        return context.getInPortSpec(0).map(spec -> ((NetworksPortObjectSpec)spec).tasks().stream().map(Task::name)
            .toList()).orElse(List.of());
    }

    /** @return the first target of the networks, empty as long as they are unknown */
    static String first(final NodeParametersInput input) {
        return input.getInPortSpec(0).map(spec -> ((NetworksPortObjectSpec)spec).tasks().get(0).name()).orElse("");
    }

    /**
     * @param tasks what the networks predict
     * @param target the one that is explained; empty or null for the first
     * @param category its class that is explained; empty or null for the one that stands for the others
     * @return what is explained
     * @throws InvalidSettingsException when the networks do not predict it
     */
    static ExplainedOutput output(final List<Task> tasks, final String target, final String category)
        throws InvalidSettingsException {
        try {
            return ExplainedOutput.of(tasks, target == null ? "" : target, category == null ? "" : category.strip());
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    /** Refuses a number below 1, naming what it counts. */
    static void requirePositive(final int number, final String what) throws InvalidSettingsException {
        if (number < 1) {
            throw new InvalidSettingsException(
                "The number of " + what + " is " + number + "; it must be at least 1.");
        }
    }
}
