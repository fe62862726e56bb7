/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.exporter;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileSelection;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileWriterWidget;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.reductor.core.exchange.Dl4jLayout;
import org.reductor.core.exchange.ExportFormat;
import org.reductor.knime.modelfile.ChosenFile;
import org.reductor.knime.modelfile.IfExists;

/** Settings of the node Network Exporter. */
final class NetworkExporterParameters implements NodeParameters {

    enum Format {
        @Label(value = "ONNX", description = "For ONNX Runtime, in Python, C++, C#, Java and browsers. Gives the mean "
            + "of the networks, their spread and each network's prediction. Holds the kept weights only; the recipe of "
            + "the features, the scale of the target and the provenance are in its metadata.")
        ONNX(ExportFormat.ONNX),
        @Label(value = "DL4J", description = "A MultiLayerNetwork for DeepLearning4J whose output is the mean of the "
            + "networks. Needs the extension 'Reductor: DL4J and Keras'.")
        DL4J(ExportFormat.DL4J),
        @Label(value = "NumPy arrays", description = "An .npz file with sparse kernels and a description in JSON, for "
            + "NumPy and SciPy.")
        NPZ(ExportFormat.NPZ),
        @Label(value = "CSV tables", description = "A zip file with tables of weights, biases and inputs and a "
            + "description in JSON, for any program.")
        CSV(ExportFormat.CSV);

        private final ExportFormat format;

        Format(final ExportFormat format) {
            this.format = format;
        }

        ExportFormat format() {
            return format;
        }
    }

    enum Members {
        @Label(value = "All", description = "All networks: their mean is the prediction.")
        ALL,
        @Label(value = "One", description = "A single network: a smaller file, and a slightly larger error.")
        ONE
    }

    enum Pruned {
        @Label(value = "Left out", description = "Dead units and unread features are left out; rows must have the "
            + "surviving features only, which the entry reductor.json of the file lists.")
        LEFT_OUT(Dl4jLayout.COMPACT),
        @Label(value = "Zero", description = "All units are there, as before the pruning, and pruned weights are zero; "
            + "rows have all features.")
        ZERO(Dl4jLayout.ZEROS);

        private final Dl4jLayout layout;

        Pruned(final Dl4jLayout layout) {
            this.layout = layout;
        }

        Dl4jLayout layout() {
            return layout;
        }
    }

    interface FormatReference extends ParameterReference<Format> {
    }

    interface MembersReference extends ParameterReference<Members> {
    }

    static final class IsDl4j implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(FormatReference.class).isOneOf(Format.DL4J);
        }
    }

    static final class IsOne implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(MembersReference.class).isOneOf(Members.ONE);
        }
    }

    @Widget(title = "Format", description = "Which program is to read the networks.")
    @ValueReference(FormatReference.class)
    Format m_format = Format.ONNX;

    @Widget(title = "Pruned weights", description = "What becomes of them in a DL4J file, whose kernels are dense.")
    @ValueSwitchWidget
    @Effect(type = EffectType.SHOW, predicate = IsDl4j.class)
    Pruned m_pruned = Pruned.LEFT_OUT;

    @Widget(title = "Networks", description = "Which of the networks are written.")
    @ValueSwitchWidget
    @ValueReference(MembersReference.class)
    Members m_members = Members.ALL;

    @Widget(title = "Number of the network", description = "Counted from 1, in the order of the folds.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(type = EffectType.SHOW, predicate = IsOne.class)
    int m_member = 1;

    @Widget(title = "File", description = "The file that is written. Its name ends in .onnx, .zip (DL4J), "
        + ".npz or .csv.zip, as the format has it." + ChosenFile.PLACES)
    @FileWriterWidget
    FileSelection m_file = ChosenFile.inDataArea("model.onnx");

    @Widget(title = "If the file exists", description = "What happens when there is a file of that name already.")
    @ValueSwitchWidget
    IfExists m_ifExists = IfExists.FAIL;

    @Widget(title = "Create missing folders", description = "Whether folders of the path that do not exist are made.")
    boolean m_createFolders = true;

    @Override
    public void validate() throws InvalidSettingsException {
        ChosenFile.require(m_file, "model.onnx");
        ChosenFile.requireEnding(m_file, m_format.format());
        if (m_members == Members.ONE && m_member < 1) {
            throw new InvalidSettingsException(
                "The number of the network is " + m_member + "; networks are counted from 1.");
        }
    }
}
