/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.webui.node.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.IntCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortTypeRegistry;
import org.knime.core.webui.data.InitialDataService;
import org.knime.core.webui.data.RpcDataService;
import org.knime.core.webui.node.port.PortViewManager.PortViewDescriptor;
import org.knime.core.webui.page.EmbeddedPage;
import org.knime.core.webui.page.Page;

/** Port views as an extension registers them, and as the platform makes them. */
class PortViewTest {

    /** A port object of this test alone, as registrations are for the whole platform. */
    private static final class Shape implements PortObject {

        @Override
        public String getSummary() {
            return "a shape";
        }

        @Override
        public DataTableSpec getSpec() {
            return new DataTableSpec(new DataColumnSpecCreator("corners", IntCell.TYPE).createSpec());
        }

        @Override
        public javax.swing.JComponent[] getViews() {
            return new javax.swing.JComponent[0];
        }
    }

    /** What the page is handed. */
    record Data(String title, int corners) {
    }

    private static final class View implements PortView {

        private final Data data;

        View(final String title, final int corners) {
            data = new Data(title, corners);
        }

        @Override
        public Page getPage() {
            return Page.create().fromString(() -> "<html>" + data.title() + "</html>").relativePath("shape.html");
        }

        @Override
        @SuppressWarnings("unchecked") // the interface's method has a type parameter that says nothing
        public Optional<InitialDataService<Data>> createInitialDataService() {
            return Optional.of(InitialDataService.builder(() -> data).build());
        }

        @Override
        public Optional<RpcDataService> createRpcDataService() {
            return Optional.empty();
        }
    }

    private static void register() {
        final PortSpecViewFactory<DataTableSpec> specView = spec -> new View("planned", spec.getNumColumns());
        final PortViewFactory<Shape> objectView = shape -> new View(shape.getSummary(), 3);
        PortViewManager.registerPortViews(Shape.class,
            List.of(new PortViewDescriptor("Plan", specView), new PortViewDescriptor("Shape", objectView)),
            List.of(0), List.of(1));
    }

    private static String page(final PortView view) throws IOException {
        final String file = EmbeddedPage.files(view.getPage()).get(0);
        try (InputStream in = EmbeddedPage.open(view.getPage(), file)) {
            return file + ": " + new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void executedNodeShowsTheViewOfItsPortObject() throws Exception {
        register();
        final var type = PortTypeRegistry.getInstance().getPortType(Shape.class);
        final var views = EmbeddedPortViews.executed(type, new Shape());
        assertThat(views).containsOnlyKeys("Shape");
        assertThat(page(views.get("Shape"))).isEqualTo("shape.html: <html>a shape</html>");
        assertThat(views.get("Shape").createInitialDataService().orElseThrow().getInitialData())
            .isEqualTo("{\"result\":{\"title\":\"a shape\",\"corners\":3}}");
    }

    @Test
    void configuredNodeShowsTheViewOfItsSpec() throws Exception {
        register();
        final var type = PortTypeRegistry.getInstance().getPortType(Shape.class);
        final var views = EmbeddedPortViews.configured(type, new Shape().getSpec());
        assertThat(page(views.get("Plan"))).contains("planned");
        assertThat(PortViewManager.getPortViewDescriptor(type, 1)).map(PortViewDescriptor::label).contains("Shape");
        assertThat(PortViewManager.getPortViewDescriptor(type, 2)).isEmpty();
    }

    @Test
    void portWithoutViewsHasNone() {
        assertThat(EmbeddedPortViews.configured(BufferedDataTable.TYPE, new DataTableSpec())).isEmpty();
        assertThat(PortViewManager.getPortViewDescriptor(BufferedDataTable.TYPE, 0)).isEmpty();
    }

    @Test
    void pageMadeFromTextHasNoOtherFiles() {
        final Page page = new View("x", 1).getPage();
        assertThatThrownBy(() -> EmbeddedPage.open(page, "other.js")).isInstanceOf(FileNotFoundException.class)
            .hasMessageContaining("other.js");
    }
}
