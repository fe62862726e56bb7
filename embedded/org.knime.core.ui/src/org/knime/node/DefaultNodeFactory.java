/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.node;

import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;

/** What plugin.xml names for a node; subclasses have a public constructor without parameters. */
public abstract class DefaultNodeFactory extends NodeFactory<NodeModel> {

    final DefaultNode node;

    /** @throws IllegalArgumentException if two ports have the same name */
    protected DefaultNodeFactory(final DefaultNode node) {
        node.check();
        this.node = node;
    }
}
