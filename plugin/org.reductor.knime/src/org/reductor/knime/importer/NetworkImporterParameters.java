/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.importer;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileReaderWidget;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileSelection;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.reductor.core.data.Limits;
import org.reductor.knime.column.FingerprintColumns;
import org.reductor.knime.modelfile.ChosenFile;

/** Settings of the node Network Importer. */
final class NetworkImporterParameters implements NodeParameters {

    static final class HasTable implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getConstant(input -> input.getInTableSpec(0).isPresent());
        }
    }

    @Widget(title = "File", description = "The DL4J or Keras file that is read." + ChosenFile.PLACES)
    @FileReaderWidget(fileExtensions = {"h5", "hdf5", "zip"})
    FileSelection m_file = ChosenFile.inDataArea("model.h5");

    @Widget(title = "Name of the target", description = "What the network predicts, which names the columns of "
        + "predictions; several targets get their number behind it. Empty for the names in the file, where there "
        + "are any. Classes without names in the file are called 0, 1 and so on.")
    @TextInputWidget(placeholder = "pKi")
    String m_target = "";

    @Widget(title = "Features column", description = "The column of the table with the features that the network was "
        + "trained on; where none is chosen, the one that looks most like it. A file that says how its features are "
        + "made must agree.")
    @ChoicesProvider(FingerprintColumns.class)
    @Effect(type = EffectType.SHOW, predicate = HasTable.class)
    String m_featuresColumn = "";

    @Widget(title = "Name of the features column", description = "Without a table: name of the column of bit vectors "
        + "that tables for the Network Predictor will have. Not used where the file says how its features are made.")
    @TextInputWidget(placeholder = "features")
    @Effect(type = EffectType.HIDE, predicate = HasTable.class)
    String m_featuresName = "";

    @Widget(title = "Largest file (MB)", description = "Larger files, also when they are larger unpacked, are refused "
        + "before memory is taken.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Advanced
    int m_largestSize = (int)(Limits.FOREIGN_BYTES / 1_000_000);

    @Override
    public void validate() throws InvalidSettingsException {
        ChosenFile.require(m_file, "model.h5");
        if (m_largestSize < 1) {
            throw new InvalidSettingsException(
                "The largest file is " + m_largestSize + " MB; it must be at least 1 MB.");
        }
    }

    long largestSize() {
        return m_largestSize * 1_000_000L;
    }
}
