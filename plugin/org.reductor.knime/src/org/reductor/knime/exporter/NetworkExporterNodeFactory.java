/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.exporter;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.reductor.core.exchange.ExportFormat;
import org.reductor.core.exchange.NetworkBridge;
import org.reductor.core.model.NetworkModel;
import org.reductor.knime.bridge.Dl4jExtension;
import org.reductor.knime.exporter.NetworkExporterParameters.Members;
import org.reductor.knime.modelfile.IfExists;
import org.reductor.knime.modelfile.ModelFile;
import org.reductor.knime.modelfile.Place;
import org.reductor.knime.port.NetworksPortObject;
import org.reductor.knime.port.NetworksPortObjectSpec;

/** The node Network Exporter. */
public final class NetworkExporterNodeFactory extends DefaultNodeFactory {

    private static final String PURPOSE = "Writing DL4J files";

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Network Exporter") //
        .icon("../../../../icons/exporter.png") //
        .shortDescription("Writes networks to a file that other software reads.") //
        .fullDescription("""
                <p>Writes networks as ONNX, for DeepLearning4J, as NumPy arrays or as CSV tables. Only what pruning has
                left is written, so the file shrinks as the networks do. Predictions are numbers in the units of the
                target, or probabilities of classes, and equal those of the <i>Network Predictor</i> to a few millionths
                of the target's standard deviation. What networks know of how far they are to be trusted is not written:
                there are no intervals, and probabilities are not calibrated.</p>
                <p>A DL4J file holds the mean of the networks for numbers, but a single network for classes, and only
                targets of one kind: numbers, targets of two classes, or one target of more.</p>
                <p>What reads the file must make the features itself, in the way that the recipe in the file tells; the
                recipe is the text in JSON that the Molecule Featurizer attaches to its features column.</p>
                <p>To go on with the networks in KNIME, use the <i>Reductor Network Writer</i> instead.</p>
                """) //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p //
            .addInputPort("Networks", "Networks to write.", NetworksPortObject.TYPE)) //
        .model(m -> m //
            .parametersClass(NetworkExporterParameters.class) //
            .configure(NetworkExporterNodeFactory::configure) //
            .execute(NetworkExporterNodeFactory::execute)) //
        .nodeType(NodeType.Sink) //
        .addExternalResource("https://onnx.ai", "ONNX") //
        .keywords("save", "ONNX", "DL4J", "NumPy", "CSV", "deploy", "file");

    /** Called by KNIME. */
    public NetworkExporterNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final NetworkExporterParameters parameters = in.getParameters();
        parameters.validate();
        if (parameters.m_format.format().needsBridge()) {
            Dl4jExtension.require(PURPOSE);
        }
        final NetworksPortObjectSpec networks = in.getInPortSpec(0);
        if (networks != null && parameters.m_members == Members.ONE && parameters.m_member > networks.members()) {
            throw new InvalidSettingsException("The number of the network is " + parameters.m_member + ", but there "
                + "are " + networks.members() + " networks. Give a number from 1 to " + networks.members() + ".");
        }
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final NetworkExporterParameters parameters = in.getParameters();
        final NetworksPortObject networks = in.getInPortObject(0);
        final ExportFormat format = parameters.m_format.format();
        final NetworkBridge bridge = format.needsBridge() ? Dl4jExtension.bridge(PURPOSE) : null;
        in.getExecutionContext().checkCanceled();
        try (Place place = Place.open(parameters.m_file.getFSLocation())) {
            final NetworkModel model = parameters.m_members == Members.ALL ? networks.model()
                : networks.model().member(parameters.m_member - 1);
            ModelFile.write(file -> format.write(model, bridge, parameters.m_pruned.layout(), file), place,
                parameters.m_ifExists == IfExists.OVERWRITE, parameters.m_createFolders);
            ExportFormat.leftOut(networks.model()).ifPresent(out::setWarningMessage);
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new KNIMEException(e.getMessage(), e);
        }
    }
}
