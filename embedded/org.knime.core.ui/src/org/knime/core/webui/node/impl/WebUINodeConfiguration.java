/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.webui.node.impl;

import java.util.Arrays;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.node.port.PortType;
import org.knime.core.webui.node.impl.EmbeddedConfiguration.Port;
import org.knime.node.parameters.NodeParameters;

/** The description of a node, put together step by step from {@link #builder()}. */
public final class WebUINodeConfiguration {

    final EmbeddedConfiguration given;

    private WebUINodeConfiguration(final EmbeddedConfiguration given) {
        this.given = given;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Starts with the name on the canvas and in the node repository. */
    public static final class Builder {

        private Builder() {
        }

        public RequireIcon name(final String name) {
            return icon -> shortText -> fullText -> parameters -> new NodeOptionals(
                new EmbeddedConfiguration(name, icon, shortText, parameters));
        }
    }

    /** The icon, relative to the factory class. */
    public interface RequireIcon {
        RequireShortDescription icon(String icon);
    }

    /** One sentence. */
    public interface RequireShortDescription {
        RequireFullDescription shortDescription(String shortDescription);
    }

    /** The text of the node description; HTML. */
    public interface RequireFullDescription {
        RequireModelSettingsClass fullDescription(String fullDescription);
    }

    /** The settings of the node. */
    public interface RequireModelSettingsClass {
        NodeOptionals modelSettingsClass(Class<? extends NodeParameters> modelSettingsClass);
    }

    /** Ports, in the order in which they stand at the node, and what else there may be. */
    public static final class NodeOptionals {

        private final EmbeddedConfiguration given;

        private NodeOptionals(final EmbeddedConfiguration given) {
            this.given = given;
        }

        public NodeOptionals nodeType(final NodeType nodeType) {
            return this;
        }

        public NodeOptionals addInputPort(final String name, final PortType type, final String description) {
            given.inputs().add(new Port(name, description, type));
            return this;
        }

        public NodeOptionals addOutputTable(final String name, final String description) {
            return addOutputPort(name, BufferedDataTable.TYPE, description);
        }

        public NodeOptionals addOutputPort(final String name, final PortType type, final String description) {
            given.outputs().add(new Port(name, description, type));
            return this;
        }

        /** Words that find the node in the repository. */
        public NodeOptionals keywords(final String... keywords) {
            given.keywords().addAll(Arrays.asList(keywords));
            return this;
        }

        /** The platform version that has the node. */
        public NodeOptionals sinceVersion(final int major, final int minor, final int revision) {
            return this;
        }

        public WebUINodeConfiguration build() {
            return new WebUINodeConfiguration(given);
        }
    }
}
