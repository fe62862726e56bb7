/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.webui.node.dialog.defaultdialog;

import java.util.Arrays;
import java.util.Optional;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.NodeParametersInput;

/** Inputs of which only the specs are known. */
record SpecsInput(PortObjectSpec[] specs) implements NodeParametersInput {

    @Override
    public PortType[] getInPortTypes() {
        final var types = new PortType[specs.length];
        Arrays.fill(types, PortObject.TYPE);
        return types;
    }

    @Override
    public PortObjectSpec[] getInPortSpecs() {
        return specs;
    }

    @Override
    public Optional<PortObjectSpec> getInPortSpec(final int portIndex) {
        return Optional.ofNullable(specs[portIndex]);
    }

    @Override
    public DataTableSpec[] getInTableSpecs() {
        return Arrays.stream(specs).map(DataTableSpec.class::cast).toArray(DataTableSpec[]::new);
    }

    @Override
    public Optional<DataTableSpec> getInTableSpec(final int portIndex) {
        return getInPortSpec(portIndex).map(DataTableSpec.class::cast);
    }
}
