/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.webui.node.impl;

import java.util.List;

import org.knime.core.node.EmbeddedModel;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.NodeParameters;

/** Stand-in only: what a factory tells of its node, and its model. Extension code must not use it. */
public record EmbeddedConfiguration(String name, String icon, String shortDescription, List<String> keywords,
    Class<? extends NodeParameters> parametersClass, List<Port> inputs, List<Port> outputs, EmbeddedModel model) {

    /** A port as it was declared. */
    public record Port(String name, String description, PortType type) {
    }

    public static EmbeddedConfiguration of(final WebUINodeFactory<?> factory) {
        final var given = factory.configuration().given;
        return new EmbeddedConfiguration(given.name, given.icon, given.shortDescription,
            List.copyOf(given.keywordList), given.parametersClass, ports(given.inputs), ports(given.outputs),
            new EmbeddedModel(factory.createNodeModel()));
    }

    private static List<Port> ports(final List<PortDescription> ports) {
        return ports.stream().map(p -> new Port(p.name(), p.description(), p.type())).toList();
    }
}
