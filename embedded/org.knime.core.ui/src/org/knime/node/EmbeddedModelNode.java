/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.node;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.knime.core.node.EmbeddedModel;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.webui.node.impl.EmbeddedConfiguration;
import org.knime.node.parameters.NodeParameters;

/** A node that has a class for its model, as loop nodes do. */
final class EmbeddedModelNode extends EmbeddedNode {

    private final EmbeddedConfiguration configuration;

    private final EmbeddedModel model;

    EmbeddedModelNode(final EmbeddedConfiguration configuration) {
        super(configuration.name(), ports(configuration.inputs()), ports(configuration.outputs()));
        this.configuration = configuration;
        this.model = configuration.model();
    }

    private static List<PortDescriptor> ports(final List<EmbeddedConfiguration.Port> ports) {
        return ports.stream().map(p -> describe(p.name(), p.description(), p.type())).toList();
    }

    @Override
    public String shortDescription() {
        return configuration.shortDescription();
    }

    @Override
    public String iconPath() {
        return configuration.icon();
    }

    @Override
    public List<String> keywords() {
        return configuration.keywords();
    }

    @Override
    public Class<? extends NodeParameters> parametersClass() {
        return configuration.parametersClass();
    }

    @Override
    public void validateAndLoad(final NodeSettingsRO settings) throws InvalidSettingsException {
        model.validateAndLoad(settings);
    }

    @Override
    public void save(final NodeSettingsWO settings) {
        model.save(settings);
    }

    @Override
    PortObjectSpec[] configureNode(final PortObjectSpec[] in, final Consumer<String> warning)
        throws InvalidSettingsException {
        return model.configure(in, warning);
    }

    @Override
    public PortObject[] execute(final PortObject[] in, final ExecutionContext exec, final Consumer<String> warning)
        throws Exception {
        final PortObject[] out = model.execute(in, exec, warning);
        if (!model.continuesLoop()) {
            check(out);
        }
        return out;
    }

    @Override
    public void reset() {
        model.reset();
    }

    @Override
    public Optional<EmbeddedView> view() {
        return Optional.empty();
    }

    @Override
    public Optional<EmbeddedModel> model() {
        return Optional.of(model);
    }
}
