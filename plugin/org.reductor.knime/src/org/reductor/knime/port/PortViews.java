/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.port;

import java.util.List;

import org.knime.core.node.port.PortObject;
import org.knime.core.webui.node.port.PortViewFactory;
import org.knime.core.webui.node.port.PortViewManager;
import org.knime.core.webui.node.port.PortViewManager.PortViewDescriptor;

/** Makes the port views known to KNIME, which has no extension point for them. */
public final class PortViews {

    private PortViews() {
    }

    /** Registers the views. Called once, before the first port exists. */
    public static void register() {
        register(NetworksPortObject.class, "Networks",
            networks -> new FactsView(ModelFacts.of(networks.model(), networks.state())));
        register(PerturbedNetworksPortObject.class, "Perturbed networks",
            networks -> new FactsView(ModelFacts.of(networks.content())));
        register(DeviationsPortObject.class, "Deviations",
            deviations -> new FactsView(ModelFacts.of(deviations.content())));
    }

    /** By class and not by port type: the registry of types need not be there yet. */
    private static <T extends PortObject> void register(final Class<T> type, final String label,
        final PortViewFactory<T> view) {
        PortViewManager.registerPortViews(type, List.of(new PortViewDescriptor(label, view)), List.of(), List.of(0));
    }
}
