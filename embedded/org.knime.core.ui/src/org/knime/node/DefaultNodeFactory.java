/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.node;

import java.util.HashSet;
import java.util.Set;

import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;

/** What plugin.xml names for a node; subclasses have a public constructor without parameters. */
public abstract class DefaultNodeFactory extends NodeFactory<NodeModel> {

    private final DefaultNode node;

    /** @throws IllegalArgumentException if two ports have the same name */
    protected DefaultNodeFactory(final DefaultNode node) {
        final Set<String> ids = new HashSet<>();
        for (final PortGroup port : node.ports) {
            if (!ids.add(port.name())) {
                throw new IllegalArgumentException("Node \"" + node.name + "\" has two ports called \"" + port.name()
                    + "\"; names must be unique over inputs and outputs together.");
            }
        }
        this.node = node;
    }

    DefaultNode node() {
        return node;
    }
}
