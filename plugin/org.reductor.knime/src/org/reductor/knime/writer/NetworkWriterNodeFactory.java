/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.writer;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.reductor.knime.modelfile.IfExists;
import org.reductor.knime.modelfile.ModelFile;
import org.reductor.knime.modelfile.Place;
import org.reductor.knime.port.NetworksPortObject;

/** The node Reductor Network Writer. */
public final class NetworkWriterNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Reductor Network Writer") //
        .icon("../../../../icons/writer.png") //
        .shortDescription("Writes networks to a .reductor file.") //
        .fullDescription("""
                <p>The file holds everything that is needed to predict from raw molecules elsewhere: the recipe of the
                fingerprints, the weights that are left, the target's scale, the pruning history, and where the networks
                come from. It holds numbers and text only; nothing in it is ever run as a program.</p>
                <p>The file appears under its name only when it is complete. Networks of the same seed, data and
                settings give the same file but for the times recorded in it.</p>
                <p>What the steps of a pruning round tell each other besides the networks is not written: networks that
                are read again predict, and can be a start for training.</p>
                """) //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p //
            .addInputPort("Networks", "Networks to write.", NetworksPortObject.TYPE)) //
        .model(m -> m //
            .parametersClass(NetworkWriterParameters.class) //
            .configure((in, out) -> in.<NetworkWriterParameters> getParameters().validate()) //
            .execute(NetworkWriterNodeFactory::execute)) //
        .nodeType(NodeType.Sink) //
        .keywords("save", "export", "model", "file", "reductor");

    /** Called by KNIME. */
    public NetworkWriterNodeFactory() {
        super(NODE);
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final NetworkWriterParameters parameters = in.getParameters();
        final NetworksPortObject networks = in.getInPortObject(0);
        in.getExecutionContext().checkCanceled();
        try (Place place = Place.open(parameters.m_file.getFSLocation())) {
            ModelFile.write(networks.model()::write, place, parameters.m_ifExists == IfExists.OVERWRITE,
                parameters.m_createFolders);
        }
    }
}
