/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.reader;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.text.TextInputWidget;

/** Settings of the node Network Reader. */
final class NetworkReaderParameters implements NodeParameters {

    @Widget(title = "File", description = "Path of the model file. A relative path, such as model.reductor or "
        + "models/first.reductor, lies in the workflow data area: the folder 'data' of the workflow. An absolute path "
        + "lies on the machine that runs the workflow.")
    @TextInputWidget(placeholder = "model.reductor")
    String m_path = "model.reductor";

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_path == null || m_path.isBlank()) {
            throw new InvalidSettingsException("The model file has no path. Give one, for example model.reductor.");
        }
    }
}
