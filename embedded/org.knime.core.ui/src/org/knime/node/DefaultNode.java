/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.node;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.node.port.PortType;
import org.knime.core.webui.node.impl.EmbeddedConfiguration;
import org.knime.core.webui.node.impl.EmbeddedConfiguration.Port;
import org.knime.node.DefaultModel.RequireModelParameters;
import org.knime.node.DefaultView.RequireViewParameters;
import org.knime.node.RequirePorts.PortsAdder;

/** The description of a node, put together step by step from {@link #create()}. */
public final class DefaultNode {

    final EmbeddedConfiguration configuration;

    final DefaultModel model;

    DefaultView view;

    private NodeType type;

    private DefaultNode(final EmbeddedConfiguration configuration, final Consumer<PortsAdder> ports,
        final DefaultModel model) {
        this.configuration = configuration;
        this.model = model;
        ports.accept(new PortsAdder() {

            @Override
            public PortsAdder addInputPort(final String port, final String description, final PortType portType) {
                configuration.inputs().add(new Port(port, description, portType));
                return this;
            }

            @Override
            public PortsAdder addOutputPort(final String port, final String description, final PortType portType) {
                configuration.outputs().add(new Port(port, description, portType));
                return this;
            }
        });
    }

    public static RequireName create() {
        return name -> icon -> shortText -> fullText -> (major, minor, revision) -> ports -> model -> {
            final DefaultModel made = model.apply(DefaultModel.create());
            return new DefaultNode(new EmbeddedConfiguration(name, icon, shortText, made.parametersClass), ports, made);
        };
    }

    /** The name on the canvas and in the node repository. */
    public interface RequireName {
        RequireIcon name(String name);
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
        RequireSinceVersion fullDescription(String fullDescription);
    }

    /** The platform version that has the node. */
    public interface RequireSinceVersion {
        RequirePorts sinceVersion(int major, int minor, int revision);
    }

    /** What the node does. */
    public interface RequireModel {
        DefaultNode model(Function<RequireModelParameters, DefaultModel> model);
    }

    public DefaultNode addView(final Function<RequireViewParameters, DefaultView> nodeView) {
        requireUnset(view == null, "view");
        view = nodeView.apply(DefaultView.create());
        return this;
    }

    public DefaultNode nodeType(final NodeType nodeType) {
        requireUnset(type == null, "type");
        type = nodeType;
        return this;
    }

    /** Words that find the node in the repository. */
    public DefaultNode keywords(final String... keywords) {
        requireUnset(configuration.keywords().isEmpty(), "keywords");
        configuration.keywords().addAll(List.of(keywords));
        return this;
    }

    private static void requireUnset(final boolean unset, final String what) {
        if (!unset) {
            throw new IllegalStateException("The " + what + " of the node is set already.");
        }
    }

    /** A link at the end of the description. */
    public DefaultNode addExternalResource(final String href, final String description) {
        if (href == null || description == null) {
            throw new IllegalArgumentException("A link needs an address and a text.");
        }
        return this;
    }

    /** @throws IllegalArgumentException if two ports have the same name */
    void check() {
        final Set<String> names = new HashSet<>();
        for (final List<Port> ports : List.of(configuration.inputs(), configuration.outputs())) {
            for (final Port port : ports) {
                if (!names.add(port.name())) {
                    throw new IllegalArgumentException("Node \"" + configuration.name() + "\" has two ports called \"" + port.name()
                        + "\"; names must be unique over inputs and outputs together.");
                }
            }
        }
    }
}
