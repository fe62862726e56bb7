/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.learner;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParametersInput;

/** Settings of the node Network Learner. */
final class NetworkLearnerParameters extends TrainingParameters {

    NetworkLearnerParameters() {
        super(null);
    }

    NetworkLearnerParameters(final NodeParametersInput input) {
        super(input.getInTableSpec(0).orElse(null));
    }

    @Override
    public void validate() throws InvalidSettingsException {
        ensemble();
    }
}
