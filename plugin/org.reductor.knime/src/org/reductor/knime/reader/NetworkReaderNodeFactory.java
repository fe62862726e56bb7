/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.reader;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.reductor.core.model.NetworkModel;
import org.reductor.knime.history.HistoryViewData;
import org.reductor.knime.modelfile.ModelFile;
import org.reductor.knime.modelfile.Place;
import org.reductor.knime.port.NetworksPortObject;
import org.reductor.knime.view.StoredView;
import org.reductor.knime.view.ViewPage;

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
        .addView(v -> v //
            .withoutParameters() //
            .description("Shows the rounds of the run that pruned the networks, and what is left of each layer.") //
            .page(p -> ViewPage.CHARTS.of(p, "pruning-history")) //
            .initialData(d -> d.data(input -> StoredView.read(input.getInternalTables()[0])))) //
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
            final NetworkModel model = ModelFile.read(place);
            out.setOutData(0, new NetworksPortObject(model));
            out.setInternalData(StoredView.of(HistoryViewData.of(model), in.getExecutionContext()));
        }
    }
}
