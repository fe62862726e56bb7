/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.data.DataColumnProperties;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeFactory;
import org.reductor.chem.Featurizer;
import org.reductor.chem.RdkitVersion;
import org.reductor.knime.ColumnChoices;
import org.reductor.knime.NodeRunner;
import org.reductor.knime.Tables;
import org.reductor.knime.featurizer.MoleculeFeaturizerNodeFactory;
import org.reductor.knime.learner.NetworkLearnerNodeFactory;
import org.reductor.knime.learner.ReductivePruningLearnerNodeFactory;
import org.reductor.knime.port.NetworksPortObject;

class RdkitPropertyTest {

    private static final String OTHER = "2024.09.2";

    private static final String HERE = Featurizer.rdkitVersion();

    private static final String WARNING = " The same molecule may have different features in the two";

    private static BufferedDataTable raw;

    private static BufferedDataTable features;

    private static BufferedDataTable otherFeatures;

    private static NetworksPortObject networks;

    private static NetworksPortObject networksOfOther;

    @BeforeAll
    static void learn() throws Exception {
        raw = Tables.molecules(30);
        features = Tables.featurized(raw);
        otherFeatures = madeBy(OTHER, features);
        networks = learnedFrom(HERE);
        networksOfOther = learnedFrom(OTHER);
    }

    private static NodeRunner learner(final NodeFactory<?> factory, final BufferedDataTable table) throws Exception {
        return new NodeRunner(factory).guess(table, null).set(s -> {
            s.addString("hiddenLayers", "4");
            s.addString("judges", "HOLD_OUT");
            s.addInt("folds", 2);
            s.addInt("maxEpochs", 1);
            s.addInt("batchSize", 8);
            if (factory instanceof ReductivePruningLearnerNodeFactory) {
                s.addInt("rounds", 1);
            }
        });
    }

    private static DataColumnSpec fingerprint(final BufferedDataTable table) {
        return table.getDataTableSpec().getColumnSpec("Features");
    }

    private static BufferedDataTable madeBy(final String version, final BufferedDataTable table) {
        final var creator = new DataColumnSpecCreator(fingerprint(table));
        final DataColumnProperties properties = fingerprint(table).getProperties();
        creator.setProperties(properties.cloneAndOverwrite(Map.of(RdkitProperty.KEY, version)));
        final DataColumnSpec[] columns = table.getDataTableSpec().stream()
            .map(c -> c.getName().equals("Features") ? creator.createSpec() : c).toArray(DataColumnSpec[]::new);
        final BufferedDataContainer container = NodeRunner.context().createDataContainer(new DataTableSpec(columns));
        for (final DataRow row : table) {
            container.addRowToTable(row);
        }
        container.close();
        return container.getTable();
    }

    private static NetworksPortObject learnedFrom(final String version) throws Exception {
        final BufferedDataTable table = madeBy(version, features);
        return (NetworksPortObject)learner(new ReductivePruningLearnerNodeFactory(), table).run(table, null, null)
            .out(0);
    }

    @Test
    void featuresAndNetworksRememberTheRdkitThatMadeThem() throws Exception {
        assertThat(RdkitProperty.of(fingerprint(features))).contains(HERE);
        assertThat(RdkitVersion.of(networks.model().provenance())).contains(HERE);

        assertThat(RdkitVersion.of(networksOfOther.model().provenance())).contains(OTHER);
    }

    @Test
    void featuresWithoutMoleculesHaveNoRdkit() throws Exception {
        final BufferedDataTable numbers = new NodeRunner(new MoleculeFeaturizerNodeFactory()).guess(raw).set(s -> {
            ColumnChoices.select(s, "moleculeColumns");
            ColumnChoices.select(s, "numericColumns", "activity");
        }).run(raw).table(0);

        assertThat(RdkitProperty.of(fingerprint(numbers))).isEmpty();
    }

    @Test
    void predictorWarnsOnceOfFeaturesThatAnotherRdkitHasMade() throws Exception {
        assertThat(NodeRunner.plainPredictor().run(networks, otherFeatures).warnings())
            .singleElement().asString()
            .startsWith("The features are made by RDKit " + OTHER
                + ", those that the networks have learned from by RDKit " + HERE + "." + WARNING);
    }

    @Test
    void predictorWarnsWhenItMakesFeaturesItself() throws Exception {
        assertThat(NodeRunner.plainPredictor().run(networksOfOther, raw).warnings())
            .singleElement().asString().startsWith("The features are made by RDKit " + HERE
                + ", those that the networks have learned from by RDKit " + OTHER + "." + WARNING);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void learnersWarnOfNetworksToStartFromThatAnotherRdkitServed(final boolean pruning) throws Exception {
        final NodeFactory<?> factory =
            pruning ? new ReductivePruningLearnerNodeFactory() : new NetworkLearnerNodeFactory();

        assertThat(learner(factory, features).run(features, networksOfOther).warnings()).singleElement().asString()
            .contains("The features of the training table are made by RDKit " + HERE
                + ", those that the networks to start from have learned from by RDKit " + OTHER + "." + WARNING);
        assertThat(learner(factory, features).run(features, networks).warnings())
            .noneMatch(warning -> warning.contains("RDKit"));
    }

    @Test
    void learnerWarnsOfASelectionTableThatAnotherRdkitServed() throws Exception {
        assertThat(learner(new ReductivePruningLearnerNodeFactory(), features).run(features, null, otherFeatures)
            .warnings()).anySatisfy(warning -> assertThat(warning).contains("The features of the selection table are "
                + "made by RDKit " + OTHER + ", those of the training table by RDKit " + HERE + "." + WARNING));
    }

    @Test
    void sameOrUnknownVersionsAreNothingToWarnOf() throws Exception {
        for (final NetworksPortObject model : List.of(networks, learnedFrom(RdkitVersion.NONE))) {
            assertThat(NodeRunner.plainPredictor().run(model, features).warnings()).isEmpty();
            assertThat(NodeRunner.plainPredictor().run(model, raw).warnings()).isEmpty();
        }
    }
}
