/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.webui.node.port;

import org.knime.core.webui.UIExtension;
import org.knime.core.webui.data.DataServiceProvider;

/** A web page that shows what a port carries. */
public interface PortView extends UIExtension, DataServiceProvider {
}
