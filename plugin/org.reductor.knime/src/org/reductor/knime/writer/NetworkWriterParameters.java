/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.writer;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.reductor.knime.modelfile.IfExists;

/** Settings of the node Network Writer. */
final class NetworkWriterParameters implements NodeParameters {

    @Widget(title = "File", description = "Path of the model file. A relative path, such as model.reductor or "
        + "models/first.reductor, lies in the workflow data area: the folder 'data' of the workflow. An absolute path "
        + "lies on the machine that runs the workflow.")
    @TextInputWidget(placeholder = "model.reductor")
    String m_path = "model.reductor";

    @Widget(title = "If the file exists", description = "What happens when there is a file of that name already.")
    @ValueSwitchWidget
    IfExists m_ifExists = IfExists.FAIL;

    @Widget(title = "Create missing folders", description = "Whether folders of the path that do not exist are made.")
    boolean m_createFolders = true;

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_path == null || m_path.isBlank()) {
            throw new InvalidSettingsException("The model file has no path. Give one, for example model.reductor.");
        }
    }
}
