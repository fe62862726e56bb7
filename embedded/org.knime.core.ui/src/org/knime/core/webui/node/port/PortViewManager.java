/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.webui.node.port;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.knime.core.node.port.PortType;

/** Knows which views belong to which ports. */
public final class PortViewManager {

    private static final Map<String, PortViews> VIEWS = new ConcurrentHashMap<>();

    private PortViewManager() {
    }

    /**
     * A view that may be shown.
     *
     * @param label the text of its tab
     * @param viewFactory a {@link PortViewFactory} or a {@link PortSpecViewFactory}
     */
    public record PortViewDescriptor(String label, Object viewFactory) {
    }

    /** All views of a port, and which of them are shown for a configured and for an executed node. */
    public record PortViews(List<PortViewDescriptor> viewDescriptors, List<Integer> configuredIndices,
        List<Integer> executedIndices) {
    }

    public static void registerPortViews(final PortType portType, final List<PortViewDescriptor> viewDescriptors,
        final List<Integer> configuredIndices, final List<Integer> executedIndices) {
        registerPortViews(portType.getPortObjectClass(), viewDescriptors, configuredIndices, executedIndices);
    }

    public static void registerPortViews(final Class<?> portObjectClass, final List<PortViewDescriptor> viewDescriptors,
        final List<Integer> configuredIndices, final List<Integer> executedIndices) {
        registerPortViews(portObjectClass.getName(), viewDescriptors, configuredIndices, executedIndices);
    }

    /** Registers views; a second registration replaces the first. */
    public static void registerPortViews(final String portObjectClassName,
        final List<PortViewDescriptor> viewDescriptors, final List<Integer> configuredIndices,
        final List<Integer> executedIndices) {
        VIEWS.put(portObjectClassName, new PortViews(viewDescriptors, configuredIndices, executedIndices));
    }

    /** The views of a port, or else of an interface that its objects implement; null if there are none. */
    public static PortViews getPortViews(final PortType portType) {
        final Class<?> type = portType.getPortObjectClass();
        return Stream.concat(Stream.of(type), Arrays.stream(type.getInterfaces())).map(c -> VIEWS.get(c.getName()))
            .filter(Objects::nonNull).findFirst().orElse(null);
    }

    public static Optional<PortViewDescriptor> getPortViewDescriptor(final PortType portType, final int viewIdx) {
        return Optional.ofNullable(getPortViews(portType)).map(PortViews::viewDescriptors)
            .filter(views -> viewIdx >= 0 && viewIdx < views.size()).map(views -> views.get(viewIdx));
    }
}
