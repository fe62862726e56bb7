/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.nodes;

import java.util.List;
import java.util.function.Consumer;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOrRearrangerConsumer;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteConsumer;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.RequirePorts.PortsAdder;

/** Stands in for one of KNIME's standard nodes. */
public abstract class StandardNodeFactory extends DefaultNodeFactory {

    protected StandardNodeFactory(final String name, final String description, final Consumer<PortsAdder> ports,
        final Class<? extends StandardParameters> parameters,
        final ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configure,
        final ExecuteConsumer execute) {
        super(DefaultNode.create().name(name).icon("standard.svg").shortDescription(description)
            .fullDescription(description).sinceVersion(5, 8, 0).ports(ports)
            .model(m -> m.parametersClass(parameters).configure(configure).execute(execute)));
    }

    /** @throws InvalidSettingsException if there is no column of that name; says what the column is for */
    protected static int column(final DataTableSpec spec, final String name, final String role)
        throws InvalidSettingsException {
        if (!spec.containsName(name)) {
            throw new InvalidSettingsException("The " + role + " column '" + name + "' is not in the input table, "
                + "which has the columns " + List.of(spec.getColumnNames()) + ".");
        }
        return spec.findColumnIndex(name);
    }
}
