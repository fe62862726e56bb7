/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.importer;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.reductor.core.data.FeatureRecipe;
import org.reductor.core.exchange.ForeignNetwork;
import org.reductor.core.exchange.NetworkBridge;
import org.reductor.core.model.NetworkModel;
import org.reductor.knime.bridge.Dl4jExtension;
import org.reductor.knime.column.Columns;
import org.reductor.knime.column.Columns.Role;
import org.reductor.knime.column.FeatureCells;
import org.reductor.knime.column.RecipeProperty;
import org.reductor.knime.modelfile.ForeignFile;
import org.reductor.knime.modelfile.Place;
import org.reductor.knime.port.NetworksPortObject;

/** The node Network Importer. */
public final class NetworkImporterNodeFactory extends DefaultNodeFactory {

    private static final String PURPOSE = "Reading files of DL4J and Keras";

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Network Importer") //
        .icon("../../../../icons/importer.png") //
        .shortDescription("Reads a fully connected network that DL4J or Keras has trained.") //
        .fullDescription("""
                <p>Reads a MultiLayerNetwork of DeepLearning4J (a zip file that ModelSerializer wrote) or a Keras model
                (an HDF5 file: model.save("model.h5")), so that it can be used, trained further and pruned here: trained
                networks usually hold far more weights than they need. Connect the network to a <i>Reductive Pruning
                Learner</i> as the networks to start from.</p>
                <p>Dense layers with one activation for all hidden layers (relu, leaky relu with slope 0.01, elu, tanh,
                sigmoid or linear) can be read, with dropout, batch normalisation and normalised inputs between them;
                what normalises moves into the weights. Linear outputs are numbers, each sigmoid output is a target of
                two classes, and outputs that share a softmax are one target with a class each. Any other layer is named
                in the error. Weights that are zero count as pruned.</p>
                <p>Connect a table with the features that the network was trained on, best made by the <i>Molecule
                Featurizer</i>: then the network remembers how to make them.</p>
                <p>Let a selection table judge the pruning, with rows that the network was not trained on: those it was
                trained on it knows by heart, and no pruned network comes up to that.</p>
                <p>Nothing in the file is ever run: files with program code or serialised Java objects are refused.
                Keras files are opened by the library of HDF5, which is written in C: take them from people you
                trust.</p>
                <p>Needs the extension 'Reductor: DL4J and Keras'.</p>
                """) //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p //
            .addInputPort("Table with features",
                "Optional: rows with the features that the network was trained on; they tell how these are made.",
                BufferedDataTable.TYPE_OPTIONAL) //
            .addOutputPort("Networks", "The network of the file.", NetworksPortObject.TYPE)) //
        .model(m -> m //
            .parametersClass(NetworkImporterParameters.class) //
            .configure(NetworkImporterNodeFactory::configure) //
            .execute(NetworkImporterNodeFactory::execute)) //
        .nodeType(NodeType.Source) //
        .keywords("load", "Keras", "TensorFlow", "HDF5", "DL4J", "file", "pretrained");

    /** Called by KNIME. */
    public NetworkImporterNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final NetworkImporterParameters parameters = in.getParameters();
        parameters.validate();
        Dl4jExtension.require(PURPOSE);
        final DataTableSpec table = in.getInTableSpec(0);
        if (table != null) {
            column(table, parameters);
        }
        // What is in the file is known once it has been read.
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final NetworkImporterParameters parameters = in.getParameters();
        final NetworkBridge bridge = Dl4jExtension.bridge(PURPOSE);
        in.getExecutionContext().checkCanceled();
        final ForeignNetwork network;
        try (Place place = Place.open(parameters.m_file.getFSLocation())) {
            network = ForeignFile.read(bridge, place, parameters.largestSize());
        }
        in.getExecutionContext().checkCanceled();
        final NetworkModel model =
            ForeignFile.model(network, recipe(network, in.getInTable(0), parameters), parameters.m_target);
        out.setOutData(0, new NetworksPortObject(model));
    }

    private static FeatureRecipe recipe(final ForeignNetwork network, final BufferedDataTable table,
        final NetworkImporterParameters parameters) throws KNIMEException {
        if (table == null) {
            return ForeignFile.recipe(network, parameters.m_featuresName);
        }
        try {
            final DataColumnSpec column = column(table.getDataTableSpec(), parameters);
            final FeatureRecipe recipe = RecipeProperty.of(column)
                .orElseGet(() -> RecipeProperty.foreign(column, width(table, column, network.network().size(0))));
            ForeignFile.requireSameRecipe(network, recipe, "of the column '" + column.getName() + "'",
                "Connect no table, or one with the features of the file.");
            return recipe;
        } catch (InvalidSettingsException | IllegalArgumentException e) {
            throw new KNIMEException(e.getMessage(), e);
        }
    }

    private static DataColumnSpec column(final DataTableSpec table, final NetworkImporterParameters parameters)
        throws InvalidSettingsException {
        final String chosen = parameters.m_featuresColumn; // null where the dialog has no column to offer
        final String name = chosen == null || chosen.isBlank() ? Columns.guess(table, Role.FINGERPRINT) : chosen;
        return table.getColumnSpec(Columns.require(table, Role.FINGERPRINT, name));
    }

    /** A column of some other node does not say how many features it has, but its cells do. */
    private static int width(final BufferedDataTable table, final DataColumnSpec column, final int otherwise) {
        final int index = table.getDataTableSpec().findColumnIndex(column.getName());
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                final DataRow row = rows.next();
                if (!row.getCell(index).isMissing()) {
                    return (int)Math.min(Integer.MAX_VALUE, FeatureCells.length(row.getCell(index)));
                }
            }
        }
        return otherwise;
    }
}
