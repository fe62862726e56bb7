/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.node;

import java.util.function.Function;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.webui.page.Page;
import org.knime.core.webui.page.Page.RequireFromFileOrString;
import org.knime.node.parameters.NodeParameters;

/** A web page that shows what a node found. */
public final class DefaultView {

    final Page page;

    private Function<ViewInput, ?> dataSupplier;

    private DefaultView(final Page page) {
        this.page = page;
    }

    static RequireViewParameters create() {
        return parameters -> description -> page -> new DefaultView(page.apply(Page.create()));
    }

    /** The settings of the view. */
    public interface RequireViewParameters {

        RequireDescription parametersClass(Class<? extends NodeParameters> parametersClass);

        default RequireDescription withoutParameters() {
            return parametersClass(null);
        }
    }

    /** What the view shows, in words. */
    public interface RequireDescription {
        RequirePage description(String description);
    }

    /** The page. */
    public interface RequirePage {
        DefaultView page(Function<RequireFromFileOrString, Page> page);
    }

    /** What the page is handed as JSON when it opens. */
    public <D> DefaultView initialData(final Function<RequireInitialData, DefaultInitialData<D>> initialData) {
        dataSupplier = initialData.apply(new RequireInitialData() {

            @Override
            public <T> DefaultInitialData<T> data(final Function<ViewInput, T> data) {
                return new DefaultInitialData<>(data);
            }
        }).supplier;
        return this;
    }

    /** Computes the initial data, or gives null when the view has none. */
    Object initialData(final ViewInput input) {
        return dataSupplier == null ? null : dataSupplier.apply(input);
    }

    /** Where initial data come from. */
    public interface RequireInitialData {
        <D> DefaultInitialData<D> data(Function<ViewInput, D> data);
    }

    /** Initial data: an object that Jackson can write. */
    public static final class DefaultInitialData<D> {

        private final Function<ViewInput, D> supplier;

        DefaultInitialData(final Function<ViewInput, D> supplier) {
            this.supplier = supplier;
        }
    }

    /** What a view is made from: the internal data that execute set. */
    public interface ViewInput {

        BufferedDataTable[] getInternalTables();
    }
}
