/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.node;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;
import org.knime.core.webui.data.InitialDataService;
import org.knime.core.webui.page.EmbeddedPage;
import org.knime.node.DefaultView.ViewInput;

/** Stand-in only: the view of an executed node. Extension code must not use it. */
public final class EmbeddedView {

    private final DefaultView view;

    private final PortObject[] internalData;

    EmbeddedView(final DefaultView view, final PortObject[] internalData) {
        this.view = view;
        this.internalData = internalData;
    }

    /** The files of the page, relative to its base path; the page itself, which is HTML, comes first. */
    public List<String> files() {
        return EmbeddedPage.files(view.page);
    }

    public InputStream open(final String file) throws IOException {
        return EmbeddedPage.open(view.page, file);
    }

    /** The initial data as the page is given it: an object with the one field {@code result}. */
    public String initialDataJson() {
        final ViewInput input = () -> Arrays.copyOf(internalData, internalData.length, BufferedDataTable[].class);
        return InitialDataService.builder(() -> view.initialData(input)).build().getInitialData();
    }
}
