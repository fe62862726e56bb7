/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.workflow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.knime.node.EmbeddedNode.PortDescriptor;

/** Reads the connections of workflow.knime; both ends must exist and carry the same kind of data. */
final class ConnectionChecker {

    private ConnectionChecker() {
    }

    static List<Connection> read(final SettingsFile list, final Map<Integer, WorkflowNode> nodes)
        throws LoadException {
        final List<Connection> result = new ArrayList<>();
        final Set<String> taken = new HashSet<>();
        for (final String key : list.keys()) {
            final SettingsFile entry = list.child(key);
            final Connection c = new Connection(entry.integer("sourceID"), entry.integer("sourcePort"),
                entry.integer("destID"), entry.integer("destPort"));
            check(entry, c, nodes);
            if (c.targetPort() > 0 && !taken.add(c.target() + ":" + c.targetPort())) {
                throw entry.error("destPort", "two connections lead to port " + c.targetPort() + " of "
                    + nodes.get(c.target()) + ".");
            }
            result.add(c);
        }
        return List.copyOf(result);
    }

    private static void check(final SettingsFile entry, final Connection c, final Map<Integer, WorkflowNode> nodes)
        throws LoadException {
        final WorkflowNode source = node(entry, "sourceID", c.source(), nodes);
        final WorkflowNode target = node(entry, "destID", c.target(), nodes);
        final PortDescriptor from = port(entry, "sourcePort", source, c.sourcePort(), source.node().outputs());
        final PortDescriptor to = port(entry, "destPort", target, c.targetPort(), target.node().inputs());
        if ((from == null) != (to == null)) {
            throw entry.error(null, "port 0 carries flow variables only; it cannot be connected to port "
                + Math.max(c.sourcePort(), c.targetPort()) + " of " + (from == null ? target : source) + ".");
        }
        if (from != null && !to.type().isSuperTypeOf(from.type())) {
            throw entry.error(null, source + ", output '" + from.name() + "' carries " + PortNames.of(from.type())
                + ", but " + target + ", input '" + to.name() + "' takes " + PortNames.of(to.type()) + ".");
        }
    }

    private static WorkflowNode node(final SettingsFile entry, final String key, final int id,
        final Map<Integer, WorkflowNode> nodes) throws LoadException {
        if (!nodes.containsKey(id)) {
            throw entry.error(key, "the workflow has no node #" + id + ".");
        }
        return nodes.get(id);
    }

    private static PortDescriptor port(final SettingsFile entry, final String key, final WorkflowNode node,
        final int port, final List<PortDescriptor> ports) throws LoadException {
        if (port < 0 || port > ports.size()) {
            throw entry.error(key, node + " has no port " + port + "; it has " + ports.size() + " of that kind.");
        }
        return port == 0 ? null : ports.get(port - 1);
    }
}
