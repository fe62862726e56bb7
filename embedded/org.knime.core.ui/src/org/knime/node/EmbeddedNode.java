/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.node;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.knime.core.node.EmbeddedModel;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.webui.node.dialog.defaultdialog.NodeParametersUtil;
import org.knime.core.webui.node.dialog.defaultdialog.persistence.ParametersPersistor;
import org.knime.core.webui.node.impl.EmbeddedConfiguration;
import org.knime.core.webui.node.impl.EmbeddedConfiguration.Port;
import org.knime.core.webui.node.impl.WebUINodeFactory;
import org.knime.node.parameters.NodeParameters;

/**
 * Stand-in only: how the runner drives a node. Extension code must not use it. Arrays of ports have an element a port;
 * it is null where an optional port is not connected.
 */
public final class EmbeddedNode {

    private final EmbeddedConfiguration configuration;

    private final EmbeddedModel model;

    private final Supplier<EmbeddedView> view;

    private EmbeddedNode(final EmbeddedConfiguration configuration, final NodeModel model, final DefaultView view) {
        this.configuration = configuration;
        this.model = new EmbeddedModel(model);
        this.view = view == null ? null : () -> new EmbeddedView(view, ((DefaultNodeModel)model).internalData());
    }

    /** @throws IllegalArgumentException if the factory is of a kind that is not known here */
    public static EmbeddedNode of(final NodeFactory<?> factory) {
        if (factory instanceof DefaultNodeFactory known) {
            return new EmbeddedNode(known.node.configuration, new DefaultNodeModel(known.node), known.node.view);
        }
        if (factory instanceof WebUINodeFactory<?> known) {
            return new EmbeddedNode(EmbeddedConfiguration.of(known), known.createNodeModel(), null);
        }
        throw new IllegalArgumentException(factory.getClass().getName() + " is neither a DefaultNodeFactory nor a "
            + "WebUINodeFactory.");
    }

    public String name() {
        return configuration.name();
    }

    public String shortDescription() {
        return configuration.shortDescription();
    }

    public String iconPath() {
        return configuration.icon();
    }

    public List<String> keywords() {
        return configuration.keywords();
    }

    public List<Port> inputs() {
        return configuration.inputs();
    }

    public List<Port> outputs() {
        return configuration.outputs();
    }

    public Class<? extends NodeParameters> parametersClass() {
        return configuration.parametersClass();
    }

    /** What the dialog of a fresh node would show for these inputs. */
    public NodeParameters defaultParameters(final PortObjectSpec[] inSpecs) {
        return NodeParametersUtil.createSettings(parametersClass(), inSpecs);
    }

    /** @throws InvalidSettingsException names the key with its path in the file */
    public void validateAndLoad(final NodeSettingsRO settings) throws InvalidSettingsException {
        model.validateAndLoad(settings);
    }

    public void save(final NodeSettingsWO settings) {
        model.save(settings);
    }

    /** Whether the node reads this setting, which it does not store any more, from older workflows. */
    public boolean readsOld(final List<String> path) {
        return ParametersPersistor.readsOld(parametersClass(), path);
    }

    /** @param warning is told what the user should know although the node can run */
    public PortObjectSpec[] configure(final PortObjectSpec[] in, final Consumer<String> warning)
        throws InvalidSettingsException {
        final PortObjectSpec[] out = model.configure(in, warning);
        for (int i = 0; i < out.length; i++) {
            check(i, out[i], outputs().get(i).type().acceptsPortObjectSpec(out[i]));
        }
        return out;
    }

    /** Runs the node; {@link #configure} comes first. Outputs are null only at a loop end that goes on. */
    public PortObject[] execute(final PortObject[] in, final ExecutionContext exec, final Consumer<String> warning)
        throws Exception {
        final PortObject[] out = model.execute(in, exec, warning);
        for (int i = 0; i < out.length && !model.continuesLoop(); i++) {
            check(i, out[i], out[i] != null && outputs().get(i).type().acceptsPortObject(out[i]));
        }
        return out;
    }

    private void check(final int output, final Object given, final boolean fits) {
        if (!fits) {
            throw new IllegalStateException("Node \"" + name() + "\" gives "
                + (given == null ? "nothing" : "a " + given.getClass().getName()) + " at output " + output
                + ", which is " + outputs().get(output).type() + ".");
        }
    }

    /** Forgets what the last execution left. */
    public void reset() {
        model.reset();
    }

    /** The view of the executed node, if it has one. */
    public Optional<EmbeddedView> view() {
        return Optional.ofNullable(view).map(Supplier::get);
    }

    public EmbeddedModel model() {
        return model;
    }
}
