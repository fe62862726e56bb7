/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.reader;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileReaderWidget;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileSelection;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.reductor.knime.modelfile.ChosenFile;

/** Settings of the node Reductor Network Reader. */
final class NetworkReaderParameters implements NodeParameters {

    @Widget(title = "File", description = "The model file that is read." + ChosenFile.PLACES)
    @FileReaderWidget(fileExtensions = "reductor")
    FileSelection m_file = ChosenFile.inDataArea("model.reductor");

    @Override
    public void validate() throws InvalidSettingsException {
        ChosenFile.require(m_file, "model.reductor");
    }
}
