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
import org.knime.core.webui.node.dialog.defaultdialog.NodeParametersUtil;
import org.knime.node.parameters.NodeParameters;

/** A node that was described as a {@link DefaultNode}. */
final class EmbeddedDefaultNode extends EmbeddedNode {

    private final DefaultNode node;

    private NodeParameters parameters;

    private PortObject[] internalData;

    EmbeddedDefaultNode(final DefaultNode node) {
        super(node.name, ports(node, true), ports(node, false));
        this.node = node;
    }

    private static List<PortDescriptor> ports(final DefaultNode node, final boolean input) {
        return node.ports.stream().filter(p -> p.input() == input)
            .map(p -> describe(p.name(), p.description(), p.type())).toList();
    }

    @Override
    public String shortDescription() {
        return node.shortDescription;
    }

    @Override
    public String iconPath() {
        return node.icon;
    }

    @Override
    public List<String> keywords() {
        return node.keywordList();
    }

    @Override
    public Class<? extends NodeParameters> parametersClass() {
        return node.model.parametersClass;
    }

    @Override
    public void validateAndLoad(final NodeSettingsRO model) throws InvalidSettingsException {
        if (parametersClass() != null) {
            final NodeParameters loaded = NodeParametersUtil.loadSettings(model, parametersClass());
            loaded.validate();
            parameters = loaded;
        }
    }

    @Override
    public void save(final NodeSettingsWO model) {
        if (parametersClass() != null) {
            final NodeParameters saved =
                parameters == null ? NodeParametersUtil.createSettings(parametersClass()) : parameters;
            NodeParametersUtil.saveSettings(parametersClass(), saved, model);
        }
    }

    @Override
    PortObjectSpec[] configureNode(final PortObjectSpec[] in, final Consumer<String> warning)
        throws InvalidSettingsException {
        if (parameters == null && parametersClass() != null) {
            parameters = defaultParameters(in);
            parameters.validate();
        }
        final var out = new PortObjectSpec[outputs().size()];
        node.model.configure.accept(new NodeInput(parameters, in, null, null),
            new NodeOutput(out, null, null, warning));
        return out;
    }

    @Override
    public PortObject[] execute(final PortObject[] in, final ExecutionContext exec, final Consumer<String> warning)
        throws Exception {
        final var out = new PortObject[outputs().size()];
        node.model.execute.accept(new NodeInput(parameters, null, in, exec),
            new NodeOutput(null, out, data -> internalData = data, warning));
        check(out);
        return out;
    }

    @Override
    public void reset() {
        internalData = null;
    }

    @Override
    public Optional<EmbeddedView> view() {
        return node.view().map(v -> new EmbeddedView(v, internalData));
    }

    @Override
    public Optional<EmbeddedModel> model() {
        return Optional.empty();
    }
}
