/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.view;

import java.util.List;

import org.knime.core.webui.page.FromFilePage;
import org.knime.core.webui.page.Page;
import org.knime.core.webui.page.Page.RequireFromFileOrString;

/**
 * The page of a view: {@code js/NAME.html} and {@code NAME.js}, which draws what {@code page.js} has fetched, with what
 * all pages share.
 */
public enum ViewPage {

    /** Facts in a few lists. */
    FACTS(List.of()),
    /** Charts, on the library of that. */
    CHARTS(List.of("lib/echarts.common.min.js", "charts.js")),
    /** Cards in pages that can be searched. */
    CARDS(List.of("cards.css", "cards.js"));

    private static final List<String> SHARED = List.of("page.css", "initial-data.js", "page.js");

    private final List<String> files;

    ViewPage(final List<String> files) {
        this.files = files;
    }

    /**
     * @param page in the making
     * @param name of its files
     * @return the page
     */
    public Page of(final RequireFromFileOrString page, final String name) {
        FromFilePage made = page.fromFile().bundleClass(ViewPage.class).basePath("js").relativeFilePath(name + ".html");
        for (final String file : SHARED) {
            made = made.addResourceFile(file);
        }
        for (final String file : files) {
            made = made.addResourceFile(file);
        }
        return made.addResourceFile(name + ".js");
    }
}
