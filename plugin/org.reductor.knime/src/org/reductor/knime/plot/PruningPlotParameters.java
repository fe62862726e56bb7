/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.plot;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;

/** Settings of the node Pruning Plot. */
final class PruningPlotParameters implements NodeParameters {

    @Widget(title = "Title", description = "What stands above the plot. Leave it empty for the name of the target.")
    String m_title = "";
}
