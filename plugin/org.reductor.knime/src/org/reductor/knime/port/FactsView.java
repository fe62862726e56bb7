/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.port;

import java.util.Optional;

import org.knime.core.webui.data.InitialDataService;
import org.knime.core.webui.data.RpcDataService;
import org.knime.core.webui.node.port.PortView;
import org.knime.core.webui.page.Page;
import org.reductor.knime.view.ViewPage;

/** A port view: facts in a few lists, on one page for all ports. */
@SuppressWarnings("unchecked") // the type parameter of the interface's createInitialDataService says nothing
final class FactsView implements PortView {

    /** KNIME tells static pages apart by the class of the port object; this one is the same for all. */
    private static final Page PAGE = ViewPage.FACTS.of(Page.create(), "port");

    private final ModelFacts facts;

    FactsView(final ModelFacts facts) {
        this.facts = facts;
    }

    @Override
    public Page getPage() {
        return PAGE;
    }

    @Override
    public Optional<InitialDataService<ModelFacts>> createInitialDataService() {
        return Optional.of(InitialDataService.builder(() -> facts).build());
    }

    @Override
    public Optional<RpcDataService> createRpcDataService() {
        return Optional.empty();
    }
}
