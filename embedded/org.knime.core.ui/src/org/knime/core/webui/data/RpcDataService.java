/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.webui.data;

/** Answers questions of a page; here, no page has any. */
public final class RpcDataService {

    private RpcDataService() {
    }
}
