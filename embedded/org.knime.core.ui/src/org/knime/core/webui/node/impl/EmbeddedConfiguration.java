/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.webui.node.impl;

import java.util.List;

import org.knime.core.node.NodeModel;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.NodeParameters;

/** Stand-in only: what a factory tells of its node, and its model. Extension code must not use it. */
public record EmbeddedConfiguration(String name, String icon, String shortDescription, List<String> keywords,
    Class<? extends NodeParameters> parametersClass, List<Port> inputs, List<Port> outputs, NodeModel model) {

    /** A port as it stands at the node. */
    public record Port(String name, String description, PortType type) {

        public boolean optional() {
            return type.isOptional();
        }
    }

    public static EmbeddedConfiguration of(final WebUINodeFactory<?> factory) {
        final var given = factory.configuration().given;
        return new EmbeddedConfiguration(given.name, given.icon, given.shortDescription, given.keywordList,
            given.parametersClass, given.inputs, given.outputs, factory.createNodeModel());
    }

    public static PortType[] types(final List<Port> ports) {
        return ports.stream().map(Port::type).toArray(PortType[]::new);
    }
}
