/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.writer;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileSelection;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileWriterWidget;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.reductor.knime.modelfile.ChosenFile;
import org.reductor.knime.modelfile.IfExists;

/** Settings of the node Reductor Network Writer. */
final class NetworkWriterParameters implements NodeParameters {

    @Widget(title = "File", description = "The model file that is written." + ChosenFile.PLACES)
    @FileWriterWidget(fileExtension = "reductor")
    FileSelection m_file = ChosenFile.inDataArea("model.reductor");

    @Widget(title = "If the file exists", description = "What happens when there is a file of that name already.")
    @ValueSwitchWidget
    IfExists m_ifExists = IfExists.FAIL;

    @Widget(title = "Create missing folders", description = "Whether folders of the path that do not exist are made.")
    boolean m_createFolders = true;

    @Override
    public void validate() throws InvalidSettingsException {
        ChosenFile.require(m_file, "model.reductor");
    }
}
