/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.nodes.breakpoint;

import java.util.Optional;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** Stands in for KNIME's Breakpoint. */
public final class BreakpointNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Breakpoint") //
        .icon("breakpoint.svg") //
        .shortDescription("Lets the run fail when a condition is met.") //
        .fullDescription("Lets the run fail when its input table is empty, or is not; else hands the table on.") //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p.addInputTable("Input table", "The table to look at.") //
            .addOutputTable("Output table", "The same table.")) //
        .model(m -> m.parametersClass(BreakpointParameters.class) //
            .configure((in, out) -> out.setOutSpecs(in.getInTableSpec(0))) //
            .execute(BreakpointNodeFactory::execute));

    /** Called by the platform. */
    public BreakpointNodeFactory() {
        super(NODE);
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out) throws KNIMEException {
        final BreakpointParameters parameters = in.getParameters();
        final BufferedDataTable table = in.getInTable(0);
        final Optional<String> reason = parameters.m_enabled ? reason(parameters.m_condition, table) : Optional.empty();
        if (reason.isPresent()) {
            throw new KNIMEException(parameters.m_useMessage ? parameters.m_message
                : "Breakpoint halted execution (" + reason.get() + ")");
        }
        out.setOutData(table);
    }

    private static Optional<String> reason(final String condition, final BufferedDataTable table) {
        return Optional.ofNullable(switch (condition) {
            case BreakpointParameters.EMPTY -> table.size() == 0 ? "table is empty" : null;
            case BreakpointParameters.NOT_EMPTY -> table.size() > 0 ? "table is not empty" : null;
            case BreakpointParameters.ACTIVE -> "branch is active";
            default -> null;
        });
    }
}
