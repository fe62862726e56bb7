/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.registry;

import org.knime.core.node.NodeFactory;

/**
 * A node as a plugin.xml registers it: under the name that workflows store, and the class to instantiate, which is
 * another one for KNIME's standard nodes.
 */
public record NodeEntry(String factoryName, String implementation, String categoryPath) {

    /** @throws ReflectiveOperationException if the class is missing or cannot be created */
    public NodeFactory<?> createFactory() throws ReflectiveOperationException {
        final var context = Thread.currentThread().getContextClassLoader();
        final var loader = context != null ? context : NodeEntry.class.getClassLoader();
        return Class.forName(implementation, true, loader).asSubclass(NodeFactory.class).getDeclaredConstructor()
            .newInstance();
    }

    /** Whether this is one of the runner's replacements for a standard node of KNIME. */
    public boolean isStandIn() {
        return !factoryName.equals(implementation);
    }
}
