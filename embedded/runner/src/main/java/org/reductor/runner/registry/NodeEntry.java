/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.registry;

import org.knime.core.node.NodeFactory;

/**
 * A node as a plugin.xml registers it.
 *
 * @param factoryName the class name that workflows store under `factory`
 * @param implementation the class to instantiate: the same, except for KNIME's standard nodes, which the runner
 *            replaces by classes of its own
 * @param categoryPath such as `/community/reductor`
 * @param source the plugin.xml it comes from
 */
public record NodeEntry(String factoryName, String implementation, String categoryPath, String source) {

    /**
     * @return a new factory; one for each node of a workflow
     * @throws ReflectiveOperationException if the class is missing or cannot be created
     */
    public NodeFactory<?> createFactory() throws ReflectiveOperationException {
        return Class.forName(implementation, true, contextLoader()).asSubclass(NodeFactory.class)
            .getDeclaredConstructor().newInstance();
    }

    /** @return whether this is one of the runner's replacements for a standard node of KNIME */
    public boolean isStandIn() {
        return !factoryName.equals(implementation);
    }

    private static ClassLoader contextLoader() {
        final var loader = Thread.currentThread().getContextClassLoader();
        return loader != null ? loader : NodeEntry.class.getClassLoader();
    }
}
