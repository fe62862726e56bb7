/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.plot;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.reductor.knime.history.HistoryViewData;
import org.reductor.knime.image.Drawings;
import org.reductor.knime.port.NetworksPortObject;

/** The node Pruning Plot. */
public final class PruningPlotNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Pruning Plot") //
        .icon("../../../../icons/plot.png") //
        .shortDescription("Draws the rounds of a pruning run as an image.") //
        .fullDescription("""
                <p>Draws what the view of the <i>Reductive Pruning Learner</i> shows first, for reports, slides and
                files: the error of each round against the weights that were left, and its difference to the round that
                others are compared with, with the 95 % interval of this paired difference. Errors are those of rows
                that trained none of the networks that they judge.</p>
                <p>The image is SVG. KNIME's nodes for images take it: <i>Image Writer (Port)</i> makes a file of it,
                <i>Image to Table</i> a cell, and those of KNIME's reporting extensions a part of a report. It needs
                the extension <i>KNIME SVG Support</i>.</p>
                """) //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p //
            .addInputPort("Networks", "Networks that a run of pruning made: by the Reductive Pruning Learner, its loop, "
                + "or read from a file.", NetworksPortObject.TYPE) //
            .addOutputPort("Image", "The plot as SVG.", ImagePortObject.TYPE)) //
        .model(m -> m //
            .parametersClass(PruningPlotParameters.class) //
            .configure((in, out) -> out.setOutSpec(0, Drawings.imageSpec())) //
            .execute(PruningPlotNodeFactory::execute)) //
        .nodeType(NodeType.Visualizer) //
        .keywords("chart", "image", "SVG", "report", "history", "export");

    /** Called by KNIME. */
    public PruningPlotNodeFactory() {
        super(NODE);
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out) throws KNIMEException {
        final HistoryViewData data = HistoryViewData.of(in.<NetworksPortObject> getInPortObject(0).model());
        if (data.rounds().stream().noneMatch(HistoryViewData.Round::accepted)) {
            throw new KNIMEException("These networks come with no rounds: they were not pruned by a run of Reductor. "
                + "Connect the pruned networks of a Reductive Pruning Learner or of a Reductive Pruning Loop End.");
        }
        if (data.plot() == null) {
            throw new KNIMEException("There is no error to draw: the rows that judge give none.");
        }
        try {
            out.setOutData(0, Drawings.image(HistoryPicture.of(data, in.<PruningPlotParameters> getParameters().m_title)));
        } catch (InvalidSettingsException e) {
            throw new KNIMEException(e.getMessage(), e);
        }
    }
}
