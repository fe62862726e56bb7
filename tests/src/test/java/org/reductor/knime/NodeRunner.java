/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.EmbeddedProgress;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.EmbeddedNode;
import org.reductor.knime.predictor.NetworkPredictorNodeFactory;

/** Drives one node as the platform would: settings guessed or loaded, then configure, then execute. */
public final class NodeRunner {

    private final EmbeddedNode node;

    private final List<String> warnings = new ArrayList<>();

    private PortObject[] out;

    /** @param factory of the node */
    public NodeRunner(final NodeFactory<?> factory) {
        node = EmbeddedNode.of(factory);
    }

    /** @return a Network Predictor that tells predictions and their spread, and nothing more of uncertainty */
    public static NodeRunner plainPredictor() throws Exception {
        return new NodeRunner(new NetworkPredictorNodeFactory())
            .set(s -> List.of("intervals", "calibrate", "similarity").forEach(key -> s.addBoolean(key, false)));
    }

    /** Changes settings by key: those that were guessed or loaded before, or else the defaults. */
    public NodeRunner set(final Consumer<NodeSettings> changes) throws Exception {
        final NodeSettings settings = new NodeSettings("model");
        node.save(settings);
        changes.accept(settings);
        node.validateAndLoad(settings);
        return this;
    }

    /** Guesses the settings from the inputs, as a fresh node does; settings can be changed afterwards. */
    public NodeRunner guess(final PortObject... in) throws InvalidSettingsException {
        node.configure(specs(in), warnings::add);
        return this;
    }

    /** @return the specs of the outputs */
    public PortObjectSpec[] configure(final PortObject... in) throws InvalidSettingsException {
        return node.configure(specs(in), warnings::add);
    }

    /** Configures and executes. */
    public NodeRunner run(final PortObject... in) throws Exception {
        node.configure(specs(in), warnings::add);
        out = node.execute(atEveryPort(in), context(), warnings::add);
        return this;
    }

    /** Executes with another context. */
    public void run(final ExecutionContext context, final PortObject... in) throws Exception {
        node.configure(specs(in), warnings::add);
        out = node.execute(atEveryPort(in), context, warnings::add);
    }

    /** @return the table at an output */
    public BufferedDataTable table(final int index) {
        return (BufferedDataTable)out[index];
    }

    /** @return the object at an output */
    public PortObject out(final int index) {
        return out[index];
    }

    /** @return all warnings so far */
    public List<String> warnings() {
        return warnings;
    }

    /** @return the node itself */
    public EmbeddedNode node() {
        return node;
    }

    /** @return a context that is never cancelled */
    public static ExecutionContext context() {
        return new ExecutionContext(new EmbeddedProgress() { });
    }

    /** Ports that a test does not mention are not connected. */
    private PortObject[] atEveryPort(final PortObject... in) {
        return Arrays.copyOf(in, node.inputs().size());
    }

    private PortObjectSpec[] specs(final PortObject... in) {
        return Arrays.stream(atEveryPort(in)).map(object -> object == null ? null : object.getSpec())
            .toArray(PortObjectSpec[]::new);
    }
}
