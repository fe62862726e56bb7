/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.node;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.node.BufferedDataTable;
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
 * Stand-in only: how the runner drives a node. Extension code must not use it. Arrays of ports have an element a
 * descriptor, null for what is not connected; ports that the user would have to add are left out of what the node sees
 * when they are not connected.
 */
public final class EmbeddedNode {

    /** A port as it stands at the node. */
    public record PortDescriptor(String name, String description, PortType type, boolean optional) {
    }

    private final DefaultNode node;

    private final List<PortGroup> inputs;

    private final List<PortGroup> outputs;

    private NodeParameters parameters;

    private PortObject[] internalData;

    private EmbeddedNode(final DefaultNode node) {
        this.node = node;
        inputs = node.ports.stream().filter(PortGroup::input).toList();
        outputs = node.ports.stream().filter(p -> !p.input()).toList();
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

    public String fullDescription() {
        return node.fullDescription;
    }

    public String iconPath() {
        return node.icon;
    }

    public List<String> keywords() {
        return node.keywordList();
    }

    public List<PortDescriptor> inputs() {
        return inputs.stream().map(EmbeddedNode::describe).toList();
    }

    public List<PortDescriptor> outputs() {
        return outputs.stream().map(EmbeddedNode::describe).toList();
    }

    private static PortDescriptor describe(final PortGroup port) {
        return new PortDescriptor(port.name(), port.description(), port.type(),
            port.added() || port.type().isOptional());
    }

    /** The class of the settings, or null. */
    public Class<? extends NodeParameters> parametersClass() {
        return node.model.parametersClass().orElse(null);
    }

    /** What the dialog of a fresh node would show for these inputs. */
    public NodeParameters defaultParameters(final PortObjectSpec[] inSpecs) {
        return parametersClass() == null ? null
            : NodeParametersUtil.createSettings(parametersClass(), present(inSpecs));
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
        final PortObjectSpec[] specs = present(in);
        if (parameters == null && parametersClass() != null) {
            parameters = NodeParametersUtil.createSettings(parametersClass(), specs);
            parameters.validate();
        }
        final PortObjectSpec[] out = new PortObjectSpec[outputs.size()];
        if (node.model instanceof DefaultModel.Standard standard) {
            standard.configure.accept(new NodeInput.Configure(parameters, specs, outTypes()),
                new NodeOutput.Configure(out, warning));
        } else {
            out[0] = plan((DataTableSpec)specs[0]).createSpec();
        }
        for (int i = 0; i < out.length; i++) {
            if (!outputs.get(i).type().acceptsPortObjectSpec(out[i])) {
                throw new IllegalStateException("Node \"" + name() + "\" gives a " + out[i].getClass().getName()
                    + " as the spec of output " + i + ", which is " + outputs.get(i).type() + ".");
            }
        }
        return out;
    }

    /** Runs the node; {@link #configure} comes first. */
    public PortObject[] execute(final PortObject[] in, final ExecutionContext exec, final Consumer<String> warning)
        throws Exception {
        final PortObject[] objects = present(in);
        final PortObject[] out = new PortObject[outputs.size()];
        if (node.model instanceof DefaultModel.Standard standard) {
            standard.execute.accept(new NodeInput.Execute(parameters, objects, outTypes(), exec),
                new NodeOutput.Execute(out, data -> internalData = data, warning));
        } else {
            final BufferedDataTable table = (BufferedDataTable)objects[0];
            out[0] = exec.createColumnRearrangeTable(table, plan(table.getDataTableSpec()), exec);
        }
        for (int i = 0; i < out.length; i++) {
            if (out[i] == null || !outputs.get(i).type().acceptsPortObject(out[i])) {
                throw new IllegalStateException("Node \"" + name() + "\" gives "
                    + (out[i] == null ? "nothing" : "a " + out[i].getClass().getName()) + " at output " + i
                    + ", which is " + outputs.get(i).type() + ".");
            }
        }
        return out;
    }

    /** The view of the executed node, if it has one. */
    public Optional<EmbeddedView> view() {
        return node.view().map(v -> new EmbeddedView(v, internalData));
    }

    private ColumnRearranger plan(final DataTableSpec spec) throws InvalidSettingsException {
        final var result = new ColumnRearranger[1];
        ((DefaultModel.Rearrange)node.model).plan.accept(new NodeInput.Rearrange(parameters, spec),
            plan -> result[0] = plan);
        if (result[0] == null) {
            throw new InvalidSettingsException("Node \"" + name() + "\" has set no plan for its columns.");
        }
        return result[0];
    }

    private PortType[] outTypes() {
        return outputs.stream().map(PortGroup::type).toArray(PortType[]::new);
    }

    private <T> T[] present(final T[] all) {
        final T[] result = Arrays.copyOf(all, all.length);
        int n = 0;
        for (int i = 0; i < all.length; i++) {
            if (all[i] != null || !inputs.get(i).added()) {
                result[n++] = all[i];
            }
        }
        return Arrays.copyOf(result, n);
    }
}
