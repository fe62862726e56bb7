/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.webui.page;

import org.knime.core.webui.page.Page.StringSupplier;

/** A page whose text is made anew each time that it is asked for. */
final class FromStringPage extends Page {

    final StringSupplier content;

    final String relativePath;

    FromStringPage(final StringSupplier content, final String relativePath) {
        this.content = content;
        this.relativePath = relativePath;
    }
}
