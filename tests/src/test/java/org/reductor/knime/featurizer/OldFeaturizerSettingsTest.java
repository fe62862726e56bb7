/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.featurizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reductor.knime.featurizer.FeaturizerRuns.recipe;

import java.io.InputStream;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.knime.core.node.NodeSettings;
import org.reductor.chem.Featurizer;
import org.reductor.chem.FingerprintKind;
import org.reductor.knime.ColumnChoices;
import org.reductor.knime.NodeRunner;
import org.reductor.knime.Tables;

class OldFeaturizerSettingsTest {

    /** The settings as version 0.1 stored them, with a single molecule column. */
    @Test
    void workflowsWithASingleMoleculeColumnStillOpen() throws Exception {
        final NodeSettings model;
        try (InputStream in = OldFeaturizerSettingsTest.class
            .getResourceAsStream("/old-settings/molecule-featurizer-single-column.xml")) {
            model = (NodeSettings)NodeSettings.loadFromXML(in);
        }
        final NodeRunner node = new NodeRunner(new MoleculeFeaturizerNodeFactory());
        final NodeSettings settings = new NodeSettings("model");
        model.getNodeSettings("model").copyTo(settings);
        assertThat(settings.keySet()).containsExactly("moleculeColumn", "badMolecules", "fingerprint", "radius",
            "length", "outputColumn");
        node.node().validateAndLoad(settings);
        node.run(Tables.molecules(3));

        assertThat(recipe(node)).isEqualTo(Featurizer.recipe("smiles", FingerprintKind.MORGAN, 2048, 2));
        assertThat(recipe(node).toJson()).isEqualTo("[{\"column\":\"smiles\",\"kind\":\"morgan\",\"width\":2048,"
            + "\"parameters\":{\"radius\":\"2\"}}]");
    }

    /** A new node has a third fingerprint; one that was stored without must go on making the features that it made. */
    @Test
    void nodesThatWereStoredBeforeTheThirdFingerprintGoOnWithout() throws Exception {
        final NodeSettings settings = new NodeSettings("model");
        final NodeRunner node = new NodeRunner(new MoleculeFeaturizerNodeFactory()).guess(Tables.molecules(3));
        node.node().save(settings);
        final NodeSettings old = new NodeSettings("model");
        settings.keySet().stream().filter(key -> !key.startsWith("third"))
            .forEach(key -> old.addEntry(settings.getEntry(key)));

        node.node().validateAndLoad(old);
        node.run(Tables.molecules(3));

        assertThat(recipe(node).blocks()).extracting("kind").containsExactly("morgan", "feature-morgan",
            "descriptors");
    }

    /** Before there were switches for reactions, categories and numbers, what was chosen counted. */
    @Test
    void columnsThatWereChosenBeforeTheSwitchesStillCount() throws Exception {
        final NodeSettings settings = new NodeSettings("model");
        final NodeRunner node = new NodeRunner(new MoleculeFeaturizerNodeFactory());
        node.node().save(settings);
        ColumnChoices.selectOnly(settings, "moleculeColumns");
        ColumnChoices.selectOnly(settings, "numericColumns", "yield");
        final NodeSettings old = new NodeSettings("model");
        settings.keySet().stream().filter(key -> !List.of("reactions", "categories", "numbers").contains(key))
            .forEach(key -> old.addEntry(settings.getEntry(key)));

        node.node().validateAndLoad(old);
        node.run(FeaturizerRuns.REACTIONS);

        assertThat(recipe(node).blocks()).singleElement().extracting("column").isEqualTo("yield");
    }
}
