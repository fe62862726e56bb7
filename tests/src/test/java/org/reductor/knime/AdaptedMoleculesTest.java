/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.MissingCell;
import org.knime.core.node.BufferedDataTable;
import org.reductor.knime.featurizer.MoleculeFeaturizerNodeFactory;
import org.reductor.knime.grouper.MoleculeGrouperNodeFactory;
import org.reductor.knime.port.NetworksPortObject;

/** Columns of cells that are molecules by an adapter only, one of which has failed. */
class AdaptedMoleculesTest {

    private static final String REASON = "The molecule could not be turned into SMILES: odd valence.";

    private static final BufferedDataTable ADAPTED = Tables.of(
        List.of(Tables.text("id"), AdaptedMolecule.smiles("C").column("mol")),
        new Object[]{"a", AdaptedMolecule.smiles("CCO")}, new Object[]{"b", AdaptedMolecule.failed("odd valence")},
        new Object[]{"c", AdaptedMolecule.smiles("Cc1ccccc1")}, new Object[]{"d", null});

    private static final BufferedDataTable TEXT = Tables.of(List.of(Tables.text("id"), Tables.text("mol")),
        new Object[]{"a", "CCO"}, new Object[]{"b", null}, new Object[]{"c", "Cc1ccccc1"}, new Object[]{"d", null});

    @Test
    void theFeaturizerGuessesThemAndMakesTheSameFeaturesAsOfText() throws Exception {
        final NodeRunner node = new NodeRunner(new MoleculeFeaturizerNodeFactory()).guess(ADAPTED).run(ADAPTED);
        final NodeRunner text = new NodeRunner(new MoleculeFeaturizerNodeFactory())
            .guess(Tables.of(List.of(Tables.text("mol")))).run(TEXT);

        assertThat(Tables.column(node.table(0), "Features")).hasSize(2)
            .isEqualTo(Tables.column(text.table(0), "Features"));
        assertThat(Tables.column(node.table(1), "Reason").stream().map(DataCell::toString))
            .containsExactly(REASON, "The molecule is missing.");
        assertThat(node.warnings()).containsExactly("2 of 4 molecules could not be read and went to the second "
            + "output. The first is Row1: " + REASON);
    }

    @Test
    void theGrouperReadsThem() throws Exception {
        final NodeRunner node = new NodeRunner(new MoleculeGrouperNodeFactory()).guess(ADAPTED).run(ADAPTED);

        final List<DataCell> groups = Tables.column(node.table(0), "Group");
        assertThat(groups.get(2)).hasToString("c1ccccc1");
        assertThat(((MissingCell)groups.get(1)).getError()).isEqualTo(REASON);
    }

    @Test
    void thePredictorReadsThemByNameAndByChoice() throws Exception {
        final var networks = new NetworksPortObject(TinyModel.create());
        final BufferedDataTable smiles = Tables.of(List.of(AdaptedMolecule.smiles("C").column("smiles")),
            new Object[]{AdaptedMolecule.smiles("CCO")}, new Object[]{AdaptedMolecule.failed("odd valence")});
        final double ofText = Tables.numbers(NodeRunner.plainPredictor().run(networks,
            Tables.of(List.of(Tables.text("smiles")), new Object[]{"CCO"})).table(0), "Prediction (activity)")[0];

        final List<DataCell> byName = predictions(NodeRunner.plainPredictor().run(networks, smiles));
        final List<DataCell> byChoice = predictions(NodeRunner.plainPredictor().set(s -> {
            s.addString("source", "MOLECULE_COLUMN");
            s.addString("moleculeColumn", "mol");
        }).run(networks, ADAPTED));

        assertThat(byName.get(0)).hasToString(Double.toString(ofText)).isEqualTo(byChoice.get(0));
        assertThat(((MissingCell)byName.get(1)).getError()).isEqualTo(REASON);
        assertThat(((MissingCell)byChoice.get(1)).getError()).isEqualTo(REASON);
    }

    private static List<DataCell> predictions(final NodeRunner predictor) {
        return Tables.column(predictor.table(0), "Prediction (activity)");
    }
}
