/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reductor.knime.Tables.number;
import static org.reductor.knime.Tables.text;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.reductor.core.data.FeatureBlock;
import org.reductor.core.data.FeatureRecipe;
import org.reductor.core.model.NetworkModel;
import org.reductor.knime.NodeRunner;
import org.reductor.knime.Tables;
import org.reductor.knime.TinyModel;
import org.reductor.knime.column.BitCells;
import org.reductor.knime.column.FeatureCells;
import org.reductor.knime.port.NetworksPortObject;
import org.reductor.knime.predictor.NetworkPredictorNodeFactory;

/** Columns that cannot be a target, and what is said of them. */
class TargetColumnTest {

    private static final DataColumnSpec BITS = FeatureCells.column("bits", true);

    private static BufferedDataTable withTarget(final DataColumnSpec target, final Object... values) {
        final Object[][] rows = new Object[values.length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new Object[]{BitCells.cell(new int[]{i % 7, 9}, 32), values[i]};
        }
        return Tables.of(List.of(BITS, target), rows);
    }

    private static NodeRunner automatic(final String target) throws Exception {
        return new NodeRunner(new ReductivePruningLearnerNodeFactory()).set(s -> {
            s.addString("fingerprintColumn", "bits");
            s.addString("targetColumn", target);
        });
    }

    private static NodeRunner step(final String target) throws Exception {
        return new NodeRunner(new NetworkLearnerNodeFactory()).set(s -> {
            s.addString("fingerprintColumn", "bits");
            s.addString("targetColumn", target);
        });
    }

    @Test
    void aTargetThatMixesNumbersAndTextNamesTheTextWithItsRow() throws Exception {
        final BufferedDataTable mixed = withTarget(text("activity"), "5.1", ">6.2", "n.d.", "4.9");

        for (final NodeRunner node : List.of(automatic("activity"), step("activity"))) {
            node.configure(mixed);
            assertThat(node.warnings()).isEmpty();
            assertThatThrownBy(() -> node.run(mixed)).isInstanceOf(KNIMEException.class)
                .hasMessageStartingWith("The target column 'activity' of the training table must hold numbers, but 1 "
                    + "of its 4 values is none: 'n.d.' in Row2. A target that mixes numbers and text cannot be "
                    + "learned.")
                .hasMessageEndingWith("If the values are names of classes, set the kind of target to Classes.");
        }
    }

    @Test
    void anEmptyColumnHasNoValues() throws Exception {
        assertThatThrownBy(() -> automatic("activity").run(withTarget(text("activity"), null, null, null)))
            .isInstanceOf(KNIMEException.class)
            .hasMessageStartingWith("The target column 'activity' of the training table has no values: all 3 rows");
    }

    @Test
    void aSelectionTableIsHeldToTheSame() throws Exception {
        final Object[] numbers = new Object[40];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = 1.0 * (i % 7);
        }
        assertThatThrownBy(() -> automatic("activity").run(withTarget(number("activity"), numbers), null,
            withTarget(text("activity"), "5.1", "n.d."))).isInstanceOf(KNIMEException.class)
                .hasMessageContaining("of the selection table must hold numbers, but 1 of its 2 values is none: 'n.d.' "
                    + "in Row1");
    }

    /** Text with a telling name is asked about; a number without one is not learned in its place. */
    @Test
    void guessDoesNotPassOverATellingColumnThatIsText() throws Exception {
        final BufferedDataTable unclear = Tables.of(List.of(number("id"), text("smiles"), text("activity"), BITS),
            new Object[]{1.0, "CCO", "5.1", BitCells.cell(new int[]{1}, 32)},
            new Object[]{2.0, "CCN", "n.d.", BitCells.cell(new int[]{2}, 32)});

        assertThatThrownBy(() -> new NodeRunner(new ReductivePruningLearnerNodeFactory()).guess(unclear).run(unclear))
            .isInstanceOf(KNIMEException.class).hasMessageContaining("'activity'")
            .hasMessageContaining("'n.d.' in Row1");
    }

    private static DataColumnSpec features(final FeatureBlock... blocks) {
        return FeatureCells.column("bits", new FeatureRecipe(List.of(blocks)));
    }

    private static FeatureBlock numeric(final String column) {
        return FeatureBlock.of(column, FeatureBlock.NUMERIC, 1,
            Map.of("center", "[0.0]", "scale", "[1.0]"));
    }

    private static FeatureBlock oneHot(final String column) {
        return FeatureBlock.of(column, "one-hot", 2,
            Map.of(FeatureBlock.CATEGORIES, FeatureBlock.listOf(List.of("1", "2"))));
    }

    @Test
    void aTargetAmongTheFeaturesIsRefusedBeforeTheNodeRuns() throws Exception {
        for (final FeatureBlock leak : List.of(numeric("activity"), oneHot("activity"))) {
            final BufferedDataTable table = Tables.of(List.of(features(numeric("mass"), leak), number("activity")));
            for (final NodeRunner node : List.of(automatic("activity"), step("activity"))) {
                assertThatThrownBy(() -> node.configure(table)).isInstanceOf(InvalidSettingsException.class)
                    .hasMessage("The target column 'activity' is also one of the features, so that networks could read "
                        + "what they are to predict. Take 'activity' out of the columns of the Molecule Featurizer, or "
                        + "choose another target column, and train again.");
            }
        }
        automatic("activity").configure(Tables.of(List.of(features(numeric("mass")), number("activity"))));
    }

    @Test
    void networksThatReadTheirTargetDoNotPredict() {
        final NetworkModel tiny = TinyModel.create();
        final FeatureBlock rest = FeatureBlock.of("smiles", "morgan", 31, Map.of("radius", "2"));
        final var networks = new NetworksPortObject(new NetworkModel(tiny.networks(),
            new FeatureRecipe(List.of(rest, numeric("activity"))), List.of(), tiny.provenance()));
        final BufferedDataTable table = Tables.of(List.of(text("smiles"), number("activity")));

        assertThatThrownBy(() -> new NodeRunner(new NetworkPredictorNodeFactory()).configure(networks, table))
            .isInstanceOf(InvalidSettingsException.class)
            .hasMessageStartingWith("The target column 'activity' is also one of the features");
    }

    @Test
    void networksToStartFromAreComparedBeforeTheRowsAreKnown() throws Exception {
        final var networks = new NetworksPortObject(TinyModel.create());
        final BufferedDataTable table = withTarget(number("activity"), 1.0, 2.0);

        for (final NodeRunner node : List.of(automatic("activity"), step("activity"))) {
            assertThatThrownBy(() -> node.configure(table, networks)).isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("column 'smiles' in the networks, column 'bits' in the training table");
        }
    }
}
