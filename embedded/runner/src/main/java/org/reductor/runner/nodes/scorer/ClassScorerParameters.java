/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.nodes.scorer;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.persistence.Persist;

/** Settings of the Scorer, under KNIME's keys. */
final class ClassScorerParameters implements NodeParameters {

    @Persist(configKey = "first")
    String m_first = "";

    @Persist(configKey = "second")
    String m_second = "";

    @Persist(configKey = "flowVarPrefix")
    @Migrate(loadDefaultIfAbsent = true)
    String m_variablePrefix;

    @Persist(configKey = "sortingReversed")
    @Migrate(loadDefaultIfAbsent = true)
    boolean m_reversed;

    @Persist(configKey = "sortingStrategy")
    @Migrate(loadDefaultIfAbsent = true)
    int m_sorting;

    @Persist(configKey = "ignore.missing.values")
    @Migrate(loadDefaultIfAbsent = true)
    boolean m_ignoreMissing = true;

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_sorting != 0 || m_reversed) {
            throw new InvalidSettingsException("'sortingStrategy' is " + m_sorting + ", 'sortingReversed' "
                + m_reversed + "; the runner only knows the order in which classes occur (0, false).");
        }
    }
}
