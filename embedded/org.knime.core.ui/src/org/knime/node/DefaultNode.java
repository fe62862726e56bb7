/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.node;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultModel.RequireModelParameters;
import org.knime.node.DefaultView.RequireViewParameters;

/** The description of a node, put together step by step from {@link #create()}. */
public final class DefaultNode {

    final String name;

    final String icon;

    final String shortDescription;

    final List<PortGroup> ports;

    final DefaultModel.Standard model;

    private final List<String> keywordList = new ArrayList<>();

    private DefaultView view;

    private NodeType type;

    private DefaultNode(final String name, final String icon, final String shortDescription,
        final List<PortGroup> ports, final DefaultModel model) {
        this.name = name;
        this.icon = icon;
        this.shortDescription = shortDescription;
        this.ports = ports;
        this.model = (DefaultModel.Standard)model;
    }

    public static RequireName create() {
        return name -> icon -> shortText -> fullText -> (major, minor, revision) -> ports -> model -> new DefaultNode(
            name, icon, shortText, PortGroup.collect(ports), model.apply(DefaultModel.create()));
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

    /** @throws UnsupportedOperationException if there is a view already */
    public DefaultNode addView(final Function<RequireViewParameters, DefaultView> view) {
        if (this.view != null) {
            throw new UnsupportedOperationException("A node has one view at most.");
        }
        this.view = view.apply(DefaultView.create());
        return this;
    }

    public DefaultNode nodeType(final NodeType nodeType) {
        if (type != null) {
            throw new IllegalStateException("The type of the node is set already.");
        }
        type = nodeType;
        return this;
    }

    /** Words that find the node in the repository. */
    public DefaultNode keywords(final String... keywords) {
        if (!keywordList.isEmpty()) {
            throw new IllegalStateException("The keywords of the node are set already.");
        }
        keywordList.addAll(Arrays.asList(keywords));
        return this;
    }

    /** A link at the end of the description. */
    public DefaultNode addExternalResource(final String href, final String description) {
        if (href == null || description == null) {
            throw new IllegalArgumentException("A link needs an address and a text.");
        }
        return this;
    }

    Optional<DefaultView> view() {
        return Optional.ofNullable(view);
    }

    List<String> keywordList() {
        return List.copyOf(keywordList);
    }
}
