/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.webui.node.port;

import org.knime.core.node.port.PortObject;

/** Makes views of the port of an executed node. */
public interface PortViewFactory<T extends PortObject> {

    PortView createPortView(T portObject);
}
