/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.LongCell;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.parameters.NodeParameters;

/** Wants more memory than the tests' Java has. */
public final class HungryNodeFactory extends DefaultNodeFactory {

    static final class Parameters implements NodeParameters {
    }

    /** Called by the platform. */
    public HungryNodeFactory() {
        super(DefaultNode.create().name("Hungry").icon("hungry.svg").shortDescription("Wants 16 GB.")
            .fullDescription("Wants 16 GB.").sinceVersion(5, 8, 0)
            .ports(p -> p.addInputTable("In", "Not looked at.").addOutputTable("Out", "Never made."))
            .model(m -> m.parametersClass(Parameters.class).configure((in, out) -> out.setOutSpecs(new DataTableSpec()))
                .execute((in, out) -> {
                    final var rows = in.getExecutionContext().createDataContainer(new DataTableSpec());
                    final long[] large = new long[Integer.MAX_VALUE - 8];
                    rows.addRowToTable(new DefaultRow("Row0", new LongCell(large[1])));
                })));
    }
}
