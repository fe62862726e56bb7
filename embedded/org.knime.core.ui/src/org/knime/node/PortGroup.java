/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.node;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import org.knime.core.node.port.PortType;
import org.knime.node.RequirePorts.ConfigurablePort;
import org.knime.node.RequirePorts.DynamicPortsAdder;
import org.knime.node.RequirePorts.RequireConfigurablePortMode;
import org.knime.node.RequirePorts.RequirePortName;
import org.knime.node.RequirePorts.RequireSupportedTypes;

/** A port of a node; {@code added} ports do not exist until the user adds them. */
record PortGroup(String id, boolean input, String name, String description, PortType type, boolean added) {

    static List<PortGroup> collect(final Consumer<DynamicPortsAdder> ports) {
        final List<PortGroup> all = new ArrayList<>();
        ports.accept(new DynamicPortsAdder() {

            @Override
            public DynamicPortsAdder addInputPortGroup(final String groupId,
                final Function<RequirePortName, ConfigurablePort> groupConfiguration) {
                return add(groupId, true, groupConfiguration);
            }

            @Override
            public DynamicPortsAdder addOutputPortGroup(final String groupId,
                final Function<RequirePortName, ConfigurablePort> groupConfiguration) {
                return add(groupId, false, groupConfiguration);
            }

            private DynamicPortsAdder add(final String id, final boolean input,
                final Function<RequirePortName, ConfigurablePort> groupConfiguration) {
                groupConfiguration.apply(name -> description -> new Mode(
                    (type, added) -> all.add(new PortGroup(id, input, name, description, type, added))));
                return this;
            }
        });
        return List.copyOf(all);
    }

    private interface Sink {
        void accept(PortType type, boolean added);
    }

    private record Mode(Sink sink) implements RequireConfigurablePortMode {

        @Override
        public ConfigurablePort.FinalConfigurablePort fixed(final PortType portType) {
            sink.accept(portType, false);
            return new ConfigurablePort.FinalConfigurablePort();
        }

        @Override
        public RequireSupportedTypes<ConfigurablePort.OptionalConfigurablePort> optional() {
            return types -> {
                sink.accept(types[0], true);
                return new ConfigurablePort.OptionalConfigurablePort() {
                };
            };
        }
    }
}
