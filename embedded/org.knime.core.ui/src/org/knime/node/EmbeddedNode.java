/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.node;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.webui.node.dialog.defaultdialog.NodeParametersUtil;
import org.knime.node.parameters.NodeParameters;

/**
 * Stand-in only: how the runner drives a node. Extension code must not use it. Arrays of ports have an element a port;
 * it is null where an optional port is not connected.
 */
public final class EmbeddedNode {

    /** A port as it stands at the node. */
    public record PortDescriptor(String name, String description, PortType type, boolean optional) {
    }

    private final DefaultNode node;

    private final List<PortDescriptor> inputs;

    private final List<PortDescriptor> outputs;

    private NodeParameters parameters;

    private PortObject[] internalData;

    private EmbeddedNode(final DefaultNode node) {
        this.node = node;
        inputs = node.ports.stream().filter(PortGroup::input).map(EmbeddedNode::describe).toList();
        outputs = node.ports.stream().filter(p -> !p.input()).map(EmbeddedNode::describe).toList();
    }

    private static PortDescriptor describe(final PortGroup port) {
        return new PortDescriptor(port.name(), port.description(), port.type(), port.type().isOptional());
    }

    /** One node of its own. */
    public static EmbeddedNode of(final DefaultNodeFactory factory) {
        return new EmbeddedNode(factory.node());
    }

    public String name() {
        return node.name;
    }

    public String shortDescription() {
        return node.shortDescription;
    }

    public String iconPath() {
        return node.icon;
    }

    public List<String> keywords() {
        return node.keywordList();
    }

    public List<PortDescriptor> inputs() {
        return inputs;
    }

    public List<PortDescriptor> outputs() {
        return outputs;
    }

    /** The class of the settings, or null. */
    public Class<? extends NodeParameters> parametersClass() {
        return node.model.parametersClass;
    }

    /** What the dialog of a fresh node would show for these inputs; null for a node without settings. */
    public NodeParameters defaultParameters(final PortObjectSpec[] inSpecs) {
        return parametersClass() == null ? null : NodeParametersUtil.createSettings(parametersClass(), inSpecs);
    }

    /** @throws InvalidSettingsException names the key with its path in the file */
    public void validateAndLoad(final NodeSettingsRO model) throws InvalidSettingsException {
        if (parametersClass() != null) {
            final NodeParameters loaded = NodeParametersUtil.loadSettings(model, parametersClass());
            loaded.validate();
            parameters = loaded;
        }
    }

    public void save(final NodeSettingsWO model) {
        if (parametersClass() != null) {
            final NodeParameters saved =
                parameters == null ? NodeParametersUtil.createSettings(parametersClass()) : parameters;
            NodeParametersUtil.saveSettings(parametersClass(), saved, model);
        }
    }

    /** @param warning is told what the user should know although the node can run */
    public PortObjectSpec[] configure(final PortObjectSpec[] in, final Consumer<String> warning)
        throws InvalidSettingsException {
        if (parameters == null && parametersClass() != null) {
            parameters = defaultParameters(in);
            parameters.validate();
        }
        final var out = new PortObjectSpec[outputs.size()];
        node.model.configure.accept(new NodeInput(parameters, in, null, null),
            new NodeOutput(out, null, null, warning));
        for (int i = 0; i < out.length; i++) {
            check(i, out[i], outputs.get(i).type().acceptsPortObjectSpec(out[i]));
        }
        return out;
    }

    /** Runs the node; {@link #configure} comes first. */
    public PortObject[] execute(final PortObject[] in, final ExecutionContext exec, final Consumer<String> warning)
        throws Exception {
        final var out = new PortObject[outputs.size()];
        node.model.execute.accept(new NodeInput(parameters, null, in, exec),
            new NodeOutput(null, out, data -> internalData = data, warning));
        for (int i = 0; i < out.length; i++) {
            check(i, out[i], out[i] != null && outputs.get(i).type().acceptsPortObject(out[i]));
        }
        return out;
    }

    private void check(final int output, final Object given, final boolean fits) {
        if (!fits) {
            throw new IllegalStateException("Node \"" + name() + "\" gives "
                + (given == null ? "nothing" : "a " + given.getClass().getName()) + " at output " + output
                + ", which is " + outputs.get(output).type() + ".");
        }
    }

    /** The view of the executed node, if it has one. */
    public Optional<EmbeddedView> view() {
        return node.view().map(v -> new EmbeddedView(v, internalData));
    }
}
