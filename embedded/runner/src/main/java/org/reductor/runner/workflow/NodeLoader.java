/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.workflow;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeSettings;
import org.knime.node.EmbeddedNode;
import org.reductor.runner.registry.ExtensionRegistry;
import org.reductor.runner.registry.NodeEntry;

/** Reads a node's settings.xml and creates the node. */
final class NodeLoader {

    private final ExtensionRegistry registry;

    private final List<String> warnings;

    NodeLoader(final ExtensionRegistry registry, final List<String> warnings) {
        this.registry = registry;
        this.warnings = warnings;
    }

    WorkflowNode load(final Path folder, final int id, final Path file, final List<NodeOption> options)
        throws LoadException {
        final NodeSettings settings = SettingsFile.read(folder, file);
        final SettingsFile root = SettingsFile.of(file, settings);
        final NodeEntry entry = entry(root);
        final String name = root.has("node-name") ? root.string("node-name") : entry.factoryName();
        final WorkflowNode node = new WorkflowNode(id, name, file, settings, EmbeddedNode.of(factory(entry, root)));
        loadModel(node, options, !entry.isStandIn());
        return node;
    }

    private NodeEntry entry(final SettingsFile root) throws LoadException {
        final String factory = root.string("factory");
        final var entry = registry.node(factory);
        if (entry.isEmpty()) {
            final String reason = factory.contains("loop") ? "KNIME's own loop nodes are not supported by the runner"
                : "no extension on the class path registers this node";
            throw root.error("factory", "unknown node '" + factory + "': " + reason
                + ". './reductor nodes' lists the nodes that there are.");
        }
        return entry.get();
    }

    private static NodeFactory<?> factory(final NodeEntry entry, final SettingsFile root) throws LoadException {
        try {
            return entry.createFactory();
        } catch (final ReflectiveOperationException | ClassCastException | LinkageError ex) {
            final Throwable cause = ex.getCause() != null ? ex.getCause() : ex;
            throw root.error("factory", "the node's class " + entry.implementation() + " cannot be created: " + cause);
        }
    }

    private void loadModel(final WorkflowNode node, final List<NodeOption> options, final boolean strict)
        throws LoadException {
        try {
            final NodeSettings model = node.model();
            for (final NodeOption option : options) {
                option.applyTo(model);
            }
            node.node().validateAndLoad(model);
            if (strict) {
                final NodeSettings saved = new NodeSettings("model");
                node.node().save(saved);
                warnUnknown(node, model, saved, List.of());
            }
        } catch (final InvalidSettingsException ex) {
            throw new LoadException(node.file() + ": " + ex.getMessage());
        } catch (final RuntimeException ex) {
            Failures.trace(ex);
            throw new LoadException(node.file() + ": " + Failures.message(ex));
        }
    }

    /** A misspelt key would otherwise be ignored in silence. Older keys are read by migrations. */
    private void warnUnknown(final WorkflowNode node, final NodeSettings stored, final NodeSettings known,
        final List<String> parents) {
        for (final String key : stored.keySet()) {
            final List<String> path = Stream.concat(parents.stream(), Stream.of(key)).toList();
            if (key.endsWith("_Internals")) {
                continue;
            }
            if (known.containsKey(key)) {
                if (stored.getEntry(key) instanceof NodeSettings branch
                    && known.getEntry(key) instanceof NodeSettings knownBranch) {
                    warnUnknown(node, branch, knownBranch, path);
                }
            } else if (!node.node().readsOld(path)) {
                warnings.add(node.file() + ": the node has no setting 'model/" + String.join("/", path)
                    + "'; it is ignored");
            }
        }
    }
}
