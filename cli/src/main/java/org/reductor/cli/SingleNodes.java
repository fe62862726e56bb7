/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.EmbeddedProgress;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.EmbeddedNode;
import org.reductor.runner.registry.ExtensionRegistry;
import org.reductor.runner.registry.NodeEntry;
import org.reductor.runner.workflow.CancelFlag;

/** Nodes that a command runs without a workflow. */
final class SingleNodes {

    private final ExtensionRegistry registry = ExtensionRegistry.ofClassPath();

    private final PrintStream out;

    private final CancelFlag cancel;

    /**
     * @param out hears warnings
     * @param cancel ends a run when set
     * @throws IOException if the nodes' list cannot be read
     */
    SingleNodes(final PrintStream out, final CancelFlag cancel) throws IOException {
        this.out = out;
        this.cancel = cancel;
    }

    /** @return the node of a factory that is on the class path */
    EmbeddedNode of(final String factory) {
        final NodeEntry entry = registry.node(factory).orElseThrow();
        try {
            return EmbeddedNode.of(entry.createFactory());
        } catch (final ReflectiveOperationException ex) {
            throw new IllegalStateException(ex);
        }
    }

    /**
     * @param factory of a node that reads a file
     * @param keys where its settings name the file
     * @param file of this machine
     * @return the node
     */
    EmbeddedNode reader(final String factory, final List<String> keys, final Path file)
        throws InvalidSettingsException {
        final EmbeddedNode node = of(factory);
        final NodeSettings settings = new NodeSettings("model");
        node.save(settings);
        NodeSettings location = settings;
        for (final String key : keys) {
            location = location.getNodeSettings(key);
        }
        location.addBoolean("location_present", true);
        location.addString("file_system_type", "LOCAL");
        location.addString("file_system_specifier", null);
        location.addString("path", file.toAbsolutePath().normalize().toString());
        node.validateAndLoad(settings);
        return node;
    }

    /**
     * Configures and executes.
     *
     * @param node the node
     * @param in what is connected
     * @return its outputs
     */
    PortObject[] run(final EmbeddedNode node, final PortObject... in)
        throws InvalidSettingsException, KNIMEException, CanceledExecutionException {
        final PortObjectSpec[] specs =
            Arrays.stream(in).map(port -> port == null ? null : port.getSpec()).toArray(PortObjectSpec[]::new);
        node.configure(specs, warning -> { }); // comes again below
        final EmbeddedProgress progress = new EmbeddedProgress() {
            @Override
            public boolean isCanceled() {
                return cancel.isSet();
            }
        };
        try {
            return node.execute(in, new ExecutionContext(progress), this::warn);
        } catch (final InvalidSettingsException | KNIMEException | CanceledExecutionException | RuntimeException ex) {
            throw ex;
        } catch (final Exception ex) {
            throw new KNIMEException(ex.getMessage(), ex);
        }
    }

    private void warn(final String warning) {
        if (warning != null) {
            out.println("warning: " + warning);
        }
    }
}
