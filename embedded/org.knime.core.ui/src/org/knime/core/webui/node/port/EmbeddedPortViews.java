/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.webui.node.port;

import java.util.LinkedHashMap;
import java.util.Map;

import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortType;
import org.knime.core.webui.node.port.PortViewManager.PortViewDescriptor;
import org.knime.core.webui.node.port.PortViewManager.PortViews;

/** Stand-in only: makes the registered views of a port, as the platform would. Extension code must not use it. */
public final class EmbeddedPortViews {

    private EmbeddedPortViews() {
    }

    /** The views of an executed node's port, by label; empty if none are registered. */
    @SuppressWarnings("unchecked")
    public static Map<String, PortView> executed(final PortType type, final PortObject object) {
        final PortViews views = PortViewManager.getPortViews(type);
        final Map<String, PortView> result = new LinkedHashMap<>();
        if (views != null) {
            for (final int index : views.executedIndices()) {
                final PortViewDescriptor view = views.viewDescriptors().get(index);
                result.put(view.label(), ((PortViewFactory<PortObject>)view.viewFactory()).createPortView(object));
            }
        }
        return result;
    }
}
