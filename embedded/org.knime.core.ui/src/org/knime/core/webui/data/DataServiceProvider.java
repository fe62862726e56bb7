/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.webui.data;

import java.util.Optional;

/** Gives a page its data. Implementations declare what they return without the type parameter of the method. */
public interface DataServiceProvider {

    /** What the page is handed when it opens. */
    <D> Optional<InitialDataService<D>> createInitialDataService();

    /** What the page may ask for later. */
    Optional<RpcDataService> createRpcDataService();
}
