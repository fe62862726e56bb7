/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.workflow;

import java.nio.file.Path;
import java.util.function.Predicate;

import org.knime.core.node.EmbeddedModel;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeSettings;
import org.knime.node.EmbeddedNode;

/** A node of a workflow with its stored settings. */
public final class WorkflowNode {

    private final int id;

    private final String name;

    private final Path file;

    private final NodeSettings settings;

    private final NodeFactory<?> factory;

    private final EmbeddedNode node;

    WorkflowNode(final int id, final String name, final Path file, final NodeSettings settings,
        final NodeFactory<?> factory) {
        this.id = id;
        this.name = name;
        this.file = file;
        this.settings = settings;
        this.factory = factory;
        this.node = EmbeddedNode.of(factory);
    }

    /** @return the node's number in the workflow */
    public int id() {
        return id;
    }

    /** @return the name that the user sees */
    public String name() {
        return name;
    }

    /** @return name and number, as in `CSV Reader (#1)` */
    public String label() {
        return name + " (#" + id + ")";
    }

    /** @return its settings.xml, relative to the workflow folder */
    Path file() {
        return file;
    }

    /** @return everything in settings.xml, with the changes of the command line */
    NodeSettings settings() {
        return settings;
    }

    /** @return the settings that the node itself reads */
    NodeSettings model() throws InvalidSettingsException {
        return settings.containsKey("model") ? settings.getNodeSettings("model") : new NodeSettings("model");
    }

    /** @return the factory; it may be a {@link VariableSource} */
    NodeFactory<?> factory() {
        return factory;
    }

    /** @return the node */
    public EmbeddedNode node() {
        return node;
    }

    /** @return whether it starts a loop */
    boolean isLoopStart() {
        return is(EmbeddedModel::isLoopStart);
    }

    /** @return whether it ends a loop */
    boolean isLoopEnd() {
        return is(EmbeddedModel::isLoopEnd);
    }

    private boolean is(final Predicate<EmbeddedModel> kind) {
        return node.model().filter(kind).isPresent();
    }

    @Override
    public String toString() {
        return label();
    }
}
