/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.writer;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.LocalFileWriterWidget;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.reductor.knime.modelfile.IfExists;

/** Settings of the node Network Writer. */
final class NetworkWriterParameters implements NodeParameters {

    // The annotation only adds a browse button. It is not part of KNIME's public interface; should a later KNIME lack
    // it, Java ignores it and the field stays a text field.
    @Widget(title = "File", description = "Path of the model file. A relative path, such as model.reductor or "
        + "models/first.reductor, lies in the workflow data area: the folder 'data' of the workflow. An absolute path "
        + "lies on the machine that runs the workflow.")
    @LocalFileWriterWidget(placeholder = "model.reductor", fileExtension = "reductor")
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
