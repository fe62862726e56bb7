/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.node;

import java.util.Arrays;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.NodeParameters;

/** What a node is handed. */
class NodeInput {

    private final NodeParameters parameters;

    NodeInput(final NodeParameters parameters) {
        this.parameters = parameters;
    }

    @SuppressWarnings("unchecked")
    public <S extends NodeParameters> S getParameters() {
        return (S)parameters;
    }

    static final class Configure extends NodeInput implements DefaultModel.ConfigureInput {

        private final PortObjectSpec[] specs;

        private final PortType[] outTypes;

        Configure(final NodeParameters parameters, final PortObjectSpec[] specs, final PortType[] outTypes) {
            super(parameters);
            this.specs = specs;
            this.outTypes = outTypes;
        }

        @Override
        public PortObjectSpec[] getInPortSpecs() {
            return specs;
        }

        @Override
        @SuppressWarnings("unchecked")
        public <S extends PortObjectSpec> S getInPortSpec(final int index) {
            return (S)specs[index];
        }

        @Override
        public DataTableSpec[] getInTableSpecs() {
            return Arrays.stream(specs).map(DataTableSpec.class::cast).toArray(DataTableSpec[]::new);
        }

        @Override
        public DataTableSpec getInTableSpec(final int portIndex) {
            return (DataTableSpec)specs[portIndex];
        }

        @Override
        public PortType[] getOutPortTypes() {
            return outTypes;
        }
    }

    static final class Rearrange extends NodeInput implements DefaultModel.RearrangeColumnsInput {

        private final DataTableSpec spec;

        Rearrange(final NodeParameters parameters, final DataTableSpec spec) {
            super(parameters);
            this.spec = spec;
        }

        @Override
        public DataTableSpec getDataTableSpec() {
            return spec;
        }
    }

    static final class Execute extends NodeInput implements DefaultModel.ExecuteInput {

        private final PortObject[] objects;

        private final PortType[] outTypes;

        private final ExecutionContext exec;

        Execute(final NodeParameters parameters, final PortObject[] objects, final PortType[] outTypes,
            final ExecutionContext exec) {
            super(parameters);
            this.objects = objects;
            this.outTypes = outTypes;
            this.exec = exec;
        }

        @Override
        public ExecutionContext getExecutionContext() {
            return exec;
        }

        @Override
        public PortObject[] getInPortObjects() {
            return objects;
        }

        @Override
        @SuppressWarnings("unchecked")
        public <D extends PortObject> D getInPortObject(final int portIndex) {
            return (D)objects[portIndex];
        }

        @Override
        public BufferedDataTable[] getInTables() {
            return Arrays.stream(objects).map(BufferedDataTable.class::cast).toArray(BufferedDataTable[]::new);
        }

        @Override
        public BufferedDataTable getInTable(final int portIndex) {
            return (BufferedDataTable)objects[portIndex];
        }

        @Override
        public PortType[] getOutPortTypes() {
            return outTypes;
        }
    }
}
