/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.node;

import java.util.function.Consumer;
import java.util.function.Function;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortType;
import org.knime.node.DefaultNode.RequireModel;

/** The ports of a node. */
public interface RequirePorts {

    /** Ports that are always there. A port's name is its id as well. */
    default RequireModel ports(final Consumer<PortsAdder> ports) {
        return dynamicPorts(dynamic -> ports.accept(new PortsAdder() {

            @Override
            public PortsAdder addInputPort(final String name, final String description, final PortType portType) {
                dynamic.addInputPortGroup(name, g -> g.name(name).description(description).fixed(portType));
                return this;
            }

            @Override
            public PortsAdder addOutputPort(final String name, final String description, final PortType portType) {
                dynamic.addOutputPortGroup(name, g -> g.name(name).description(description).fixed(portType));
                return this;
            }
        }));
    }

    /** Ports of which some are added by the user. */
    RequireModel dynamicPorts(Consumer<DynamicPortsAdder> ports);

    /** Adds ports in the order in which they stand at the node. */
    interface PortsAdder {

        PortsAdder addInputPort(String name, String description, PortType portType);

        PortsAdder addOutputPort(String name, String description, PortType portType);

        default PortsAdder addInputTable(final String name, final String description) {
            return addInputPort(name, description, BufferedDataTable.TYPE);
        }

        default PortsAdder addOutputTable(final String name, final String description) {
            return addOutputPort(name, description, BufferedDataTable.TYPE);
        }
    }

    /** Adds groups of ports. */
    interface DynamicPortsAdder {

        DynamicPortsAdder addInputPortGroup(String groupId,
            Function<RequirePortName, ConfigurablePort> groupConfiguration);

        DynamicPortsAdder addOutputPortGroup(String groupId,
            Function<RequirePortName, ConfigurablePort> groupConfiguration);
    }

    /** The name of a group. */
    interface RequirePortName {
        RequirePortDescription name(String name);
    }

    /** The description of a group. */
    interface RequirePortDescription {
        RequireConfigurablePortMode description(String description);
    }

    /** Whether the ports of a group are always there. */
    interface RequireConfigurablePortMode {

        ConfigurablePort.FinalConfigurablePort fixed(PortType portType);

        RequireSupportedTypes<ConfigurablePort.OptionalConfigurablePort> optional();
    }

    /** What may be added. */
    interface RequireSupportedTypes<T> {
        T supportedTypes(PortType... portTypes);
    }

    /** A group that is described completely. */
    sealed interface ConfigurablePort {

        /** Nothing more to say. */
        final class FinalConfigurablePort implements ConfigurablePort {
        }

        /** Absent unless the user adds it. */
        non-sealed interface OptionalConfigurablePort extends ConfigurablePort {
        }
    }
}
