/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.webui;

import org.knime.core.webui.page.Page;

/** A part of the user interface that is a web page. */
public interface UIExtension {

    Page getPage();
}
