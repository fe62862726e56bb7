/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.node;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.knime.core.node.EmbeddedModel;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.webui.node.dialog.defaultdialog.NodeParametersUtil;
import org.knime.core.webui.node.dialog.defaultdialog.persistence.ParametersPersistor;
import org.knime.core.webui.node.impl.EmbeddedConfiguration;
import org.knime.core.webui.node.impl.WebUINodeFactory;
import org.knime.node.parameters.NodeParameters;

/**
 * Stand-in only: how the runner drives a node. Extension code must not use it. Arrays of ports have an element a port;
 * it is null where an optional port is not connected.
 */
public abstract sealed class EmbeddedNode permits EmbeddedDefaultNode, EmbeddedModelNode {

    /** A port as it stands at the node. */
    public record PortDescriptor(String name, String description, PortType type, boolean optional) {
    }

    private final String name;

    private final List<PortDescriptor> inputs;

    private final List<PortDescriptor> outputs;

    EmbeddedNode(final String name, final List<PortDescriptor> inputs, final List<PortDescriptor> outputs) {
        this.name = name;
        this.inputs = inputs;
        this.outputs = outputs;
    }

    static PortDescriptor describe(final String name, final String description, final PortType type) {
        return new PortDescriptor(name, description, type, type.isOptional());
    }

    /**
     * One node of its own.
     *
     * @throws IllegalArgumentException if the factory is of a kind that is not known here
     */
    public static EmbeddedNode of(final NodeFactory<?> factory) {
        if (factory instanceof DefaultNodeFactory known) {
            return new EmbeddedDefaultNode(known.node());
        }
        if (factory instanceof WebUINodeFactory<?> known) {
            return new EmbeddedModelNode(EmbeddedConfiguration.of(known));
        }
        throw new IllegalArgumentException(factory.getClass().getName() + " is neither a DefaultNodeFactory nor a "
            + "WebUINodeFactory.");
    }

    public final String name() {
        return name;
    }

    public abstract String shortDescription();

    public abstract String iconPath();

    public abstract List<String> keywords();

    public final List<PortDescriptor> inputs() {
        return inputs;
    }

    public final List<PortDescriptor> outputs() {
        return outputs;
    }

    /** The class of the settings, or null. */
    public abstract Class<? extends NodeParameters> parametersClass();

    /** What the dialog of a fresh node would show for these inputs; null for a node without settings. */
    public final NodeParameters defaultParameters(final PortObjectSpec[] inSpecs) {
        return parametersClass() == null ? null : NodeParametersUtil.createSettings(parametersClass(), inSpecs);
    }

    /** @throws InvalidSettingsException names the key with its path in the file */
    public abstract void validateAndLoad(NodeSettingsRO model) throws InvalidSettingsException;

    public abstract void save(NodeSettingsWO model);

    /** Whether the node reads this setting, which it does not store any more, from older workflows. */
    public final boolean readsOld(final List<String> path) {
        return parametersClass() != null && ParametersPersistor.readsOld(parametersClass(), path);
    }

    /** @param warning is told what the user should know although the node can run */
    public final PortObjectSpec[] configure(final PortObjectSpec[] in, final Consumer<String> warning)
        throws InvalidSettingsException {
        final PortObjectSpec[] out = configureNode(in, warning);
        for (int i = 0; i < outputs.size(); i++) {
            check(i, out[i], outputs.get(i).type().acceptsPortObjectSpec(out[i]));
        }
        return out;
    }

    abstract PortObjectSpec[] configureNode(PortObjectSpec[] in, Consumer<String> warning)
        throws InvalidSettingsException;

    /** Runs the node; {@link #configure} comes first. Outputs are null only at a loop end that goes on. */
    public abstract PortObject[] execute(PortObject[] in, ExecutionContext exec, Consumer<String> warning)
        throws Exception;

    /** Forgets what the last execution left. */
    public abstract void reset();

    /** The view of the executed node, if it has one. */
    public abstract Optional<EmbeddedView> view();

    /** The model, if the node has a class for it. */
    public abstract Optional<EmbeddedModel> model();

    final void check(final PortObject[] out) {
        for (int i = 0; i < outputs.size(); i++) {
            check(i, out[i], out[i] != null && outputs.get(i).type().acceptsPortObject(out[i]));
        }
    }

    private void check(final int output, final Object given, final boolean fits) {
        if (!fits) {
            throw new IllegalStateException("Node \"" + name + "\" gives "
                + (given == null ? "nothing" : "a " + given.getClass().getName()) + " at output " + output
                + ", which is " + outputs.get(output).type() + ".");
        }
    }
}
