/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.webui.node.port;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.knime.core.node.port.PortType;

/** Knows which views belong to which ports. */
public final class PortViewManager {

    private static final Map<Class<?>, PortViews> VIEWS = new ConcurrentHashMap<>();

    private PortViewManager() {
    }

    /** A view that may be shown, by the text of its tab; made by a {@link PortViewFactory}. */
    public record PortViewDescriptor(String label, Object viewFactory) {
    }

    /** All views of a port, and which of them are shown for a configured and for an executed node. */
    public record PortViews(List<PortViewDescriptor> viewDescriptors, List<Integer> configuredIndices,
        List<Integer> executedIndices) {
    }

    /** A second registration replaces the first. */
    public static void registerPortViews(final Class<?> portObjectClass, final List<PortViewDescriptor> viewDescriptors,
        final List<Integer> configuredIndices, final List<Integer> executedIndices) {
        VIEWS.put(portObjectClass, new PortViews(viewDescriptors, configuredIndices, executedIndices));
    }

    /** Null if there are none. */
    public static PortViews getPortViews(final PortType portType) {
        return VIEWS.get(portType.getPortObjectClass());
    }
}
