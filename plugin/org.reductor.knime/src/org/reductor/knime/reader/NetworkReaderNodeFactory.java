/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.reader;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.reductor.knime.modelfile.ModelFile;
import org.reductor.knime.modelfile.Place;
import org.reductor.knime.port.NetworksPortObject;

/** The node Reductor Network Reader. */
public final class NetworkReaderNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Reductor Network Reader") //
        .icon("../../../../icons/reader.png") //
        .shortDescription("Reads networks from a .reductor file.") //
        .fullDescription("""
                <p>Reads what a <i>Reductor Network Writer</i> wrote, here or on another machine: the networks with the
                recipe of their features, ready for a <i>Network Predictor</i>, or as a start for a learner.</p>
                <p>A file from somebody else is safe to read: it holds numbers and text only, every size is checked
                before memory is taken, and damage is noticed.</p>
                """) //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p //
            .addOutputPort("Networks", "The networks of the file.", NetworksPortObject.TYPE)) //
        .model(m -> m //
            .parametersClass(NetworkReaderParameters.class) //
            // What is in the file is known once it has been read.
            .configure((in, out) -> in.<NetworkReaderParameters> getParameters().validate()) //
            .execute(NetworkReaderNodeFactory::execute)) //
        .nodeType(NodeType.Source) //
        .keywords("load", "import", "model", "file", "reductor");

    /** Called by KNIME. */
    public NetworkReaderNodeFactory() {
        super(NODE);
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final NetworkReaderParameters parameters = in.getParameters();
        in.getExecutionContext().checkCanceled();
        try (Place place = Place.open(parameters.m_file.getFSLocation())) {
            out.setOutData(0, new NetworksPortObject(ModelFile.read(place)));
        }
    }
}
