/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.nodes;

import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.parameters.persistence.Persist;

/** Stands in for KNIME's Breakpoint. */
public final class BreakpointNodeFactory extends StandardNodeFactory {

    static final class Parameters implements StandardParameters {
        @Persist(configKey = "Enabled") boolean m_enabled;
        @Unchanged @Persist(configKey = "BreakPoint") String m_condition = "empty table";
        @Persist(configKey = "Use custom error message") boolean m_useMessage;
        @Persist(configKey = "Custom error message") String m_message = "Breakpoint halted execution";
    }

    public BreakpointNodeFactory() {
        super("Breakpoint", "Lets the run fail when its input table is empty; else hands the table on.",
            p -> p.addInputTable("Input table", "The table to look at.").addOutputTable("Output table", "The same."),
            Parameters.class, (in, out) -> out.setOutSpecs(in.getInTableSpec(0)), BreakpointNodeFactory::execute);
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out) throws KNIMEException {
        final Parameters parameters = in.getParameters();
        if (parameters.m_enabled && in.getInTable(0).size() == 0) {
            throw new KNIMEException(parameters.m_useMessage ? parameters.m_message
                : "Breakpoint halted execution (table is empty)");
        }
        out.setOutData(in.getInTable(0));
    }
}
