/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.webui.node.port;

import org.knime.core.node.port.PortObjectSpec;

/** Makes views of the port of a node that is configured only. */
public interface PortSpecViewFactory<S extends PortObjectSpec> {

    PortView createPortView(S portObjectSpec);
}
