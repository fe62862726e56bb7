/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.node;

import java.io.IOException;
import java.io.InputStream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.knime.core.node.port.PortObject;
import org.knime.core.webui.page.EmbeddedPage;
import org.knime.node.DefaultView.ViewInput;
import org.knime.node.parameters.NodeParameters;

/** Stand-in only: the view of an executed node. Extension code must not use it. */
public final class EmbeddedView {

    private final DefaultView view;

    private final PortObject[] internalData;

    EmbeddedView(final DefaultView view, final PortObject[] internalData) {
        this.view = view;
        this.internalData = internalData;
    }

    public String description() {
        return view.description;
    }

    /** The page's file, relative to the folder of its files. */
    public String pagePath() {
        return view.page.getRelativePath();
    }

    /**
     * Opens the page or one of the files that were declared for it.
     *
     * @param relativePath for example {@link #pagePath()}
     * @throws IOException if there is no such file, or it was not declared
     */
    public InputStream open(final String relativePath) throws IOException {
        return EmbeddedPage.open(view.page, relativePath);
    }

    /** The initial data as the page is given it: an object with the one field {@code result}. */
    public String initialDataJson() {
        final var mapper = new ObjectMapper();
        final ObjectNode root = mapper.createObjectNode();
        final Object data = view.initialData(new ViewInput() {

            @Override
            public <S extends NodeParameters> S getParameters() {
                return null;
            }

            @Override
            public PortObject[] getInternalPortObjects() {
                return internalData;
            }
        });
        try {
            root.set("result", data instanceof String text ? mapper.readTree(text) : mapper.readTree(
                mapper.writeValueAsString(data)));
        } catch (JsonProcessingException e) {
            if (!(data instanceof String)) {
                throw new IllegalStateException("The initial data of the view cannot be written as JSON.", e);
            }
            root.put("result", (String)data);
        }
        return root.toString();
    }
}
