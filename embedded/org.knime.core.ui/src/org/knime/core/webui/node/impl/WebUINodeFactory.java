/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.webui.node.impl;

import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;

/** What plugin.xml names for a node with a model class; subclasses have a public constructor without parameters. */
public abstract class WebUINodeFactory<M extends NodeModel> extends NodeFactory<M> {

    private final WebUINodeConfiguration configuration;

    protected WebUINodeFactory(final WebUINodeConfiguration configuration) {
        this.configuration = configuration;
    }

    public abstract M createNodeModel();

    WebUINodeConfiguration configuration() {
        return configuration;
    }
}
