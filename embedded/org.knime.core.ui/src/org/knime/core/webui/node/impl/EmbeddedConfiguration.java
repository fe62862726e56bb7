/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.webui.node.impl;

import java.util.ArrayList;
import java.util.List;

import org.knime.core.node.port.PortType;
import org.knime.node.parameters.NodeParameters;

/** Stand-in only: what a factory tells of its node; lists grow while it does. Extension code must not use it. */
public record EmbeddedConfiguration(String name, String icon, String shortDescription,
    Class<? extends NodeParameters> parametersClass, List<Port> inputs, List<Port> outputs, List<String> keywords) {

    public EmbeddedConfiguration(final String name, final String icon, final String shortDescription,
        final Class<? extends NodeParameters> parametersClass) {
        this(name, icon, shortDescription, parametersClass, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    /** A port as it stands at the node. */
    public record Port(String name, String description, PortType type) {

        public boolean optional() {
            return type.isOptional();
        }
    }

    public static EmbeddedConfiguration of(final WebUINodeFactory<?> factory) {
        return factory.configuration().given;
    }

    public static PortType[] types(final List<Port> ports) {
        return ports.stream().map(Port::type).toArray(PortType[]::new);
    }
}
