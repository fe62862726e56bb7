/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.node;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.knime.core.node.port.PortType;
import org.knime.node.RequirePorts.PortsAdder;

/** A port of a node. */
record PortGroup(boolean input, String name, String description, PortType type) {

    static List<PortGroup> collect(final Consumer<PortsAdder> ports) {
        final List<PortGroup> all = new ArrayList<>();
        ports.accept(new PortsAdder() {

            @Override
            public PortsAdder addInputPort(final String name, final String description, final PortType portType) {
                all.add(new PortGroup(true, name, description, portType));
                return this;
            }

            @Override
            public PortsAdder addOutputPort(final String name, final String description, final PortType portType) {
                all.add(new PortGroup(false, name, description, portType));
                return this;
            }
        });
        return List.copyOf(all);
    }
}
