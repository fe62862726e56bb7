/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.node;

import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.webui.node.impl.EmbeddedConfiguration;
import org.knime.core.webui.node.impl.WebUINodeModel;
import org.knime.node.parameters.NodeParameters;

/** The model of a node that was described as a {@link DefaultNode}. */
final class DefaultNodeModel extends WebUINodeModel<NodeParameters> {

    private final DefaultModel model;

    private PortObject[] internalData;

    @SuppressWarnings("unchecked")
    DefaultNodeModel(final DefaultNode node) {
        super(EmbeddedConfiguration.types(node.configuration.inputs()),
            EmbeddedConfiguration.types(node.configuration.outputs()),
            (Class<NodeParameters>)node.model.parametersClass);
        model = node.model;
    }

    @Override
    protected PortObjectSpec[] configure(final PortObjectSpec[] in, final NodeParameters parameters)
        throws InvalidSettingsException {
        final var out = new PortObjectSpec[getNrOutPorts()];
        model.configure.accept(new NodeInput(parameters, in, null, null),
            new NodeOutput(out, null, null, this::setWarningMessage));
        return out;
    }

    @Override
    protected PortObject[] execute(final PortObject[] in, final ExecutionContext exec,
        final NodeParameters parameters) throws Exception {
        final var out = new PortObject[getNrOutPorts()];
        model.execute.accept(new NodeInput(parameters, null, in, exec),
            new NodeOutput(null, out, data -> internalData = data, this::setWarningMessage));
        return out;
    }

    @Override
    protected void reset() {
        internalData = null;
    }

    PortObject[] internalData() {
        return internalData;
    }
}
