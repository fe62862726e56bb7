/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.workflow;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.knime.core.node.InvalidSettingsException;
import org.reductor.runner.registry.ExtensionRegistry;

/** Reads a workflow folder as KNIME writes it. Any problem is an error: nothing runs with guessed settings. */
public final class WorkflowLoader {

    /** Newest file format that is known, as stored under `version`. */
    private static final int FORMAT = 5;

    private final NodeLoader nodeLoader;

    private final List<String> warnings = new ArrayList<>();

    /** @param registry the nodes that a workflow may use */
    public WorkflowLoader(final ExtensionRegistry registry) {
        nodeLoader = new NodeLoader(registry, warnings);
    }

    /** The workflow, ready to run. */
    public Workflow load(final Path folder, final Collection<FlowValue> variables, final Collection<NodeOption> options)
        throws LoadException {
        final Path file = Path.of(Workflow.FILE);
        if (!Files.isRegularFile(folder.resolve(file))) {
            throw new LoadException("There is no workflow in " + folder + ": it has no " + Workflow.FILE + ".");
        }
        warnings.clear();
        final SettingsFile root = SettingsFile.of(file, SettingsFile.read(folder, file));
        checkFormat(root);
        final Map<Integer, WorkflowNode> nodes = nodes(folder, root, options);
        final List<Connection> connections = Connection.read(root.child("connections"), nodes);
        final List<WorkflowNode> sorted = TopologicalOrder.of(nodes, connections);
        final List<LoopScope> loops = new LoopFinder(sorted, nodes, connections).find();
        final List<WorkflowNode> ordered = TopologicalOrder.withLoops(sorted, connections, loops);
        final var name = folder.toAbsolutePath().normalize().getFileName();
        final List<FlowValue> allVariables = variables(root, variables);
        return new Workflow(name == null ? "workflow" : name.toString(), folder, ordered, connections, loops,
            allVariables, List.copyOf(warnings));
    }

    private static void checkFormat(final SettingsFile root) throws LoadException {
        final String version = root.string("version");
        final int dot = version.indexOf('.');
        try {
            if (Integer.parseInt(dot < 0 ? version : version.substring(0, dot)) > FORMAT) {
                throw root.error("version", "the file format " + version + " is newer than this runner knows.");
            }
        } catch (final NumberFormatException ex) {
            throw root.error("version", "'" + version + "' is no version of the file format, such as 5.1.0.");
        }
    }

    /** All nodes are looked at, so that the error names all that cannot be loaded. */
    private Map<Integer, WorkflowNode> nodes(final Path folder, final SettingsFile root,
        final Collection<NodeOption> options) throws LoadException {
        final Map<Integer, WorkflowNode> nodes = new LinkedHashMap<>();
        final List<String> problems = new ArrayList<>();
        final SettingsFile list = root.child("nodes");
        for (final String key : list.keys()) {
            final SettingsFile entry = list.child(key);
            final int id = entry.integer("id");
            try {
                if (nodes.put(id, node(folder, entry, id, options)) != null) {
                    throw entry.error("id", "two nodes have the number " + id + ".");
                }
            } catch (final LoadException ex) {
                problems.add("Node #" + id + ": " + ex.getMessage());
            }
        }
        if (problems.size() == 1) {
            throw new LoadException(problems.get(0));
        }
        if (!problems.isEmpty()) {
            throw new LoadException(problems.size() + " of its nodes have problems:\n  "
                + String.join("\n  ", problems));
        }
        return nodes;
    }

    private WorkflowNode node(final Path folder, final SettingsFile entry, final int id,
        final Collection<NodeOption> options) throws LoadException {
        final Path file = Path.of(entry.string("node_settings_file"));
        final boolean nativeNode = !entry.has("node_type") || "NativeNode".equals(entry.string("node_type"));
        if (!nativeNode) {
            throw entry.error("node_type", "'" + file.getParent() + "' is a metanode or component ("
                + entry.string("node_type") + "). These are not supported by the embedded runner.");
        }
        return nodeLoader.load(folder, id, file, options.stream().filter(o -> o.nodeId() == id).toList());
    }

    private List<FlowValue> variables(final SettingsFile root, final Collection<FlowValue> given)
        throws LoadException {
        final Map<String, FlowValue> result = new LinkedHashMap<>();
        if (root.has("workflow_variables")) {
            final SettingsFile list = root.child("workflow_variables");
            for (final String key : list.keys()) {
                try {
                    final FlowValue value = FlowValue.load(list.child(key).config());
                    result.put(value.name(), value);
                } catch (final InvalidSettingsException ex) {
                    throw list.error(key, ex.getMessage());
                }
            }
        }
        for (final FlowValue v : given) {
            if (result.put(v.name(), v) == null) {
                warnings.add("the workflow does not define the variable '" + v.name()
                    + "', so it has no effect unless a node uses that name");
            }
        }
        return List.copyOf(result.values());
    }
}
