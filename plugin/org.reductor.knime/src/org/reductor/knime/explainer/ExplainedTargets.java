/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.explainer;

import java.util.List;

import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;
import org.reductor.core.data.Task;
import org.reductor.knime.port.NetworksPortObjectSpec;

/** Offers the targets that the networks at the first port predict. */
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
}
