/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.knime.core.webui.node.impl.EmbeddedConfiguration.Port;
import org.knime.node.EmbeddedNode;
import org.reductor.runner.registry.ExtensionRegistry;
import org.reductor.runner.registry.NodeEntry;
import org.reductor.runner.workflow.PortNames;

/** The text of {@code reductor nodes}. */
final class NodeList {

    private NodeList() {
    }

    static String of(final ExtensionRegistry registry) {
        final Map<String, List<NodeEntry>> byCategory = new TreeMap<>();
        registry.nodes().forEach(n -> byCategory.computeIfAbsent(n.categoryPath(), c -> new ArrayList<>()).add(n));
        final StringBuilder text = new StringBuilder();
        byCategory.forEach((category, nodes) -> {
            final String name = registry.category(category).orElse("");
            text.append(name.isEmpty() ? category : name + "  (" + category + ")").append('\n');
            nodes.forEach(n -> describe(n, text));
            text.append('\n');
        });
        return text.toString().stripTrailing();
    }

    private static void describe(final NodeEntry entry, final StringBuilder text) {
        try {
            final EmbeddedNode node = EmbeddedNode.of(entry.createFactory());
            text.append("  ").append(node.name()).append(": ").append(node.shortDescription().strip())
                .append(entry.isStandIn() ? " (standard node of KNIME)" : "").append('\n');
            node.inputs().forEach(p -> port("in ", p, text));
            node.outputs().forEach(p -> port("out", p, text));
        } catch (final ReflectiveOperationException | LinkageError ex) {
            text.append("  ").append(entry.factoryName()).append(": cannot be created: ").append(ex).append('\n');
        }
    }

    private static void port(final String direction, final Port port, final StringBuilder text) {
        text.append("      ").append(direction).append("  ").append(port.name()).append(" [")
            .append(PortNames.of(port.type())).append(port.optional() ? ", optional" : "").append("]: ")
            .append(port.description().strip()).append('\n');
    }
}
