/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.webui.node.port;

import java.util.LinkedHashMap;
import java.util.Map;

import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.webui.node.port.PortViewManager.PortViewDescriptor;
import org.knime.core.webui.node.port.PortViewManager.PortViews;

/** Stand-in only: makes the registered views of a port, as the platform would. Extension code must not use it. */
public final class EmbeddedPortViews {

    private EmbeddedPortViews() {
    }

    /** The views of an executed node's port, by label; empty if none are registered. */
    public static Map<String, PortView> executed(final PortType type, final PortObject object) {
        final PortViews views = PortViewManager.getPortViews(type);
        final Map<String, PortView> result = new LinkedHashMap<>();
        if (views != null) {
            views.executedIndices().forEach(i -> add(views.viewDescriptors().get(i), object, object.getSpec(), result));
        }
        return result;
    }

    /** The views of a configured node's port, by label; empty if none are registered. */
    public static Map<String, PortView> configured(final PortType type, final PortObjectSpec spec) {
        final PortViews views = PortViewManager.getPortViews(type);
        final Map<String, PortView> result = new LinkedHashMap<>();
        if (views != null) {
            views.configuredIndices().forEach(i -> add(views.viewDescriptors().get(i), null, spec, result));
        }
        return result;
    }

    @SuppressWarnings("unchecked")
    private static void add(final PortViewDescriptor descriptor, final PortObject object, final PortObjectSpec spec,
        final Map<String, PortView> views) {
        if (descriptor.viewFactory() instanceof PortSpecViewFactory<?> factory) {
            views.put(descriptor.label(), ((PortSpecViewFactory<PortObjectSpec>)factory).createPortView(spec));
        } else if (descriptor.viewFactory() instanceof PortViewFactory<?> factory) {
            if (object == null) {
                throw new IllegalStateException("The port view \"" + descriptor.label()
                    + "\" is registered for configured nodes, but needs a port object.");
            }
            views.put(descriptor.label(), ((PortViewFactory<PortObject>)factory).createPortView(object));
        } else {
            throw new IllegalStateException("The factory of the port view \"" + descriptor.label()
                + "\" is neither a PortViewFactory nor a PortSpecViewFactory: " + descriptor.viewFactory());
        }
    }
}
