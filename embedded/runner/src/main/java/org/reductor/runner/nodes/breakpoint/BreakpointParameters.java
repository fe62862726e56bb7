/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.nodes.breakpoint;

import java.util.List;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.persistence.Persist;

/** Settings of the Breakpoint, under KNIME's keys. */
final class BreakpointParameters implements NodeParameters {

    static final String EMPTY = "empty table";

    static final String NOT_EMPTY = "non-empty table";

    static final String ACTIVE = "active branch";

    /** Branches are never inactive here, so it never halts. */
    static final String INACTIVE = "inactive branch";

    @Persist(configKey = "Enabled")
    boolean m_enabled;

    @Persist(configKey = "BreakPoint")
    String m_condition = EMPTY;

    @Persist(configKey = "Variable Name")
    String m_variable = "";

    @Persist(configKey = "Variable Value")
    String m_value = "0";

    @Persist(configKey = "Use custom error message")
    @Migrate(loadDefaultIfAbsent = true)
    boolean m_useMessage;

    @Persist(configKey = "Custom error message")
    @Migrate(loadDefaultIfAbsent = true)
    String m_message = "Breakpoint halted execution";

    @Override
    public void validate() throws InvalidSettingsException {
        final List<String> known = List.of(EMPTY, NOT_EMPTY, ACTIVE, INACTIVE);
        if (m_enabled && !known.contains(m_condition)) {
            throw new InvalidSettingsException("'BreakPoint' is '" + m_condition + "', which is not supported by the "
                + "embedded runner. Use one of " + known + ".");
        }
    }
}
