/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.workflow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.knime.core.webui.node.impl.EmbeddedConfiguration.Port;

/** A connection of two nodes, by their numbers. Port 0 is the flow-variable port; a node's first real port is 1. */
public record Connection(int source, int sourcePort, int target, int targetPort) {

    /** @throws LoadException unless both ends exist and carry the same kind of data */
    static List<Connection> read(final SettingsFile list, final Map<Integer, WorkflowNode> nodes)
        throws LoadException {
        final List<Connection> result = new ArrayList<>();
        final Set<String> taken = new HashSet<>();
        for (final String key : list.keys()) {
            final SettingsFile entry = list.child(key);
            final Connection c = new Connection(entry.integer("sourceID"), entry.integer("sourcePort"),
                entry.integer("destID"), entry.integer("destPort"));
            c.check(entry, nodes);
            if (c.targetPort() > 0 && !taken.add(c.target() + ":" + c.targetPort())) {
                throw entry.error("destPort", "two connections lead to port " + c.targetPort() + " of "
                    + nodes.get(c.target()) + ".");
            }
            result.add(c);
        }
        return List.copyOf(result);
    }

    private void check(final SettingsFile entry, final Map<Integer, WorkflowNode> nodes) throws LoadException {
        final WorkflowNode from = node(entry, "sourceID", source, nodes);
        final WorkflowNode to = node(entry, "destID", target, nodes);
        final Port out = port(entry, "sourcePort", from, sourcePort, from.node().outputs());
        final Port in = port(entry, "destPort", to, targetPort, to.node().inputs());
        if ((out == null) != (in == null)) {
            throw entry.error(null, "port 0 carries flow variables only; it cannot be connected to port "
                + Math.max(sourcePort, targetPort) + " of " + (out == null ? to : from) + ".");
        }
        if (out != null && !in.type().isSuperTypeOf(out.type())) {
            throw entry.error(null, from + ", output '" + out.name() + "' carries " + PortNames.of(out.type())
                + ", but " + to + ", input '" + in.name() + "' takes " + PortNames.of(in.type()) + ".");
        }
    }

    private static WorkflowNode node(final SettingsFile entry, final String key, final int id,
        final Map<Integer, WorkflowNode> nodes) throws LoadException {
        if (!nodes.containsKey(id)) {
            throw entry.error(key, "the workflow has no node #" + id + ".");
        }
        return nodes.get(id);
    }

    private static Port port(final SettingsFile entry, final String key, final WorkflowNode node,
        final int port, final List<Port> ports) throws LoadException {
        if (port < 0 || port > ports.size()) {
            throw entry.error(key, node + " has no port " + port + "; it has " + ports.size() + " of that kind.");
        }
        return port == 0 ? null : ports.get(port - 1);
    }
}
