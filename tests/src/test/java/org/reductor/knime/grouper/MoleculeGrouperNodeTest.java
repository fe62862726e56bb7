/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.grouper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reductor.knime.Tables.number;
import static org.reductor.knime.Tables.text;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.MissingCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.EmbeddedProgress;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.reductor.knime.NodeRunner;
import org.reductor.knime.Tables;

class MoleculeGrouperNodeTest {

    private static final BufferedDataTable MOLECULES = smiles("Cc1ccccc1", "CCO", "Clc1ccccc1", "C(", "c1ccncc1C",
        null, "OCC", "CC(=O)O", "[Na+].CC(=O)[O-]");

    private static BufferedDataTable smiles(final String... smiles) {
        final Object[][] rows = new Object[smiles.length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new Object[]{smiles[i], (double)i};
        }
        return Tables.of(List.of(text("smiles"), number("x")), rows);
    }

    private static NodeRunner node(final BufferedDataTable table) throws Exception {
        return new NodeRunner(new MoleculeGrouperNodeFactory()).guess(table);
    }

    private static List<String> groups(final NodeRunner node) {
        return Tables.column(node.table(0), "Group").stream()
            .map(cell -> cell.isMissing() ? null : cell.toString()).toList();
    }

    @Test
    void scaffoldsAreAppendedAndEveryRowStays() throws Exception {
        final NodeRunner node = node(MOLECULES).run(MOLECULES);

        assertThat(node.table(0).getDataTableSpec().getColumnNames()).containsExactly("smiles", "x", "Group");
        assertThat(node.table(0).getDataTableSpec()).isEqualTo(node.configure(MOLECULES)[0]);
        assertThat(Tables.rowIds(node.table(0))).isEqualTo(Tables.rowIds(MOLECULES));
        assertThat(groups(node)).containsExactly("c1ccccc1", "CCO", "c1ccccc1", null, "c1ccncc1", null, "CCO",
            "CC(=O)O", "CC(=O)O");
    }

    @Test
    void unreadableMoleculesHaveTheReasonInTheirCellAndOneWarningCountsThem() throws Exception {
        final NodeRunner node = node(MOLECULES).run(MOLECULES);

        final List<DataCell> cells = Tables.column(node.table(0), "Group");
        assertThat(((MissingCell)cells.get(3)).getError()).contains("'C(' cannot be read");
        assertThat(((MissingCell)cells.get(5)).getError()).isEqualTo("The molecule is missing.");
        assertThat(node.warnings()).containsExactly("2 of 9 molecules have no group. "
            + "The first is Row3: The SMILES 'C(' cannot be read: a branch '(' is never closed.");
    }

    @Test
    void eachWayOfGroupingReachesTheMolecules() throws Exception {
        assertThat(groups(node(MOLECULES).set(s -> s.addString("groupBy", "GENERIC_SCAFFOLD")).run(MOLECULES)))
            .startsWith("C1CCCCC1", "CCO", "C1CCCCC1", null, "C1CCCCC1");
        assertThat(groups(node(MOLECULES).set(s -> s.addString("groupBy", "MOLECULE")).run(MOLECULES)))
            .startsWith("Cc1ccccc1", "CCO", "Clc1ccccc1").endsWith("CC(=O)O", "CC(=O)O");
        assertThat(groups(node(MOLECULES).set(s -> s.addString("ringless", "TOGETHER")).run(MOLECULES)))
            .startsWith("c1ccccc1", "(no ring)").endsWith("(no ring)", "(no ring)");
        assertThat(groups(node(MOLECULES).set(s -> s.addBoolean("ignoreSalts", false)).run(MOLECULES)))
            .endsWith("CC(=O)O", "CC(=O)[O-].[Na+]");
    }

    @Test
    void stereoisomersAreToldApartWhereAsked() throws Exception {
        final BufferedDataTable table = smiles("C[C@H](N)C(=O)O", "C[C@@H](N)C(=O)O");
        assertThat(groups(node(table).set(s -> s.addString("groupBy", "MOLECULE")).run(table)))
            .containsExactly("CC(N)C(=O)O", "CC(N)C(=O)O");
        assertThat(groups(node(table).set(s -> {
            s.addString("groupBy", "MOLECULE");
            s.addBoolean("stereo", true);
        }).run(table))).doesNotHaveDuplicates();
        assertThat(groups(node(table).set(s -> s.addBoolean("stereo", true)).run(table)))
            .as("the setting is hidden for scaffolds").containsExactly("CC(N)C(=O)O", "CC(N)C(=O)O");
    }

    @Test
    void similarMoleculesAreAClusterAndTheThresholdDecides() throws Exception {
        final BufferedDataTable table = smiles("CCCCCCCCO", "c1ccccc1", "CCCCCCCCCO", "C(", "CCCCCCCCCCO", "c1ccncc1");

        assertThat(groups(node(table).set(s -> s.addString("groupBy", "CLUSTER")).run(table)))
            .containsExactly("Cluster 1", "Cluster 2", "Cluster 1", null, "Cluster 1", "Cluster 3");
        assertThat(groups(node(table).set(s -> {
            s.addString("groupBy", "CLUSTER");
            s.addDouble("similarity", 0.001);
        }).run(table))).containsExactly("Cluster 1", "Cluster 2", "Cluster 1", null, "Cluster 1", "Cluster 2");
    }

    /** RDKit's reader ends its process at this one. */
    @Test
    void aMolblockThatCrashesRdkitCostsItsOwnRowOnly() throws Exception {
        final String broken = "\n\n\n  0  0  0     0  0            999 V3000\nM  V30 BEGIN CTAB\n"
            + "M  V30 COUNTS 1 0 0 0 0\nM  V30 BEGIN ATOM\nM  V30 1 [] 0 0 0 0\nM  V30 END ATOM\nM  V30 END CTAB\n"
            + "M  END\n";
        final BufferedDataTable table = smiles("CCO", broken, "CCO");

        for (final String by : List.of("SCAFFOLD", "CLUSTER")) {
            final NodeRunner node = node(table).set(s -> s.addString("groupBy", by)).run(table);
            assertThat(groups(node)).satisfiesExactly(first -> assertThat(first).isNotNull(),
                second -> assertThat(second).isNull(), third -> assertThat(third).isEqualTo(groups(node).get(0)));
            assertThat(node.warnings()).singleElement().asString().startsWith(
                "1 of 3 molecules has no group. The first is Row1: RDKit crashed on the molblock; no other row");
        }
    }

    @Test
    void aTakenNameIsMadeUnique() throws Exception {
        final BufferedDataTable table = Tables.of(List.of(text("smiles"), text("Group")), new Object[]{"CCO", "a"});
        assertThat(node(table).run(table).table(0).getDataTableSpec().getColumnNames()).hasSize(3)
            .doesNotHaveDuplicates();
    }

    @Test
    void anEmptyTableGivesAnEmptyTable() throws Exception {
        final BufferedDataTable none = Tables.molecules(0);
        for (final String by : List.of("SCAFFOLD", "CLUSTER")) {
            final NodeRunner node = node(none).set(s -> s.addString("groupBy", by)).run(none);
            assertThat(node.table(0).size()).isZero();
            assertThat(node.warnings()).containsExactly("The input table has no rows.");
        }
    }

    @Test
    void failsWhereNothingCanBeReadOrWhereAsked() {
        final BufferedDataTable names = smiles("acetic acid", "xyz");
        assertThatThrownBy(() -> node(names).run(names)).isInstanceOf(KNIMEException.class)
            .hasMessageStartingWith(
                "2 of 2 molecules in the column 'smiles' could not be read, so there are no groups.")
            .hasMessageEndingWith("Check that the column holds SMILES or molblocks.");
        assertThatThrownBy(() -> node(MOLECULES).set(s -> s.addString("badMolecules", "FAIL")).run(MOLECULES))
            .isInstanceOf(KNIMEException.class).hasMessageStartingWith("2 of 9 molecules could not be read. The first");
    }

    @Test
    void impossibleSettingsAreRefused() {
        assertThatThrownBy(() -> node(MOLECULES).set(s -> {
            s.addString("groupBy", "CLUSTER");
            s.addDouble("similarity", 0);
        })).isInstanceOf(InvalidSettingsException.class).hasMessageContaining("The similarity is 0.0");
        assertThatThrownBy(() -> node(MOLECULES).set(s -> s.addString("outputColumn", "")))
            .hasMessageContaining("needs a name");
        assertThatThrownBy(() -> node(MOLECULES).set(s -> s.addString("moleculeColumn", "structure")).run(MOLECULES))
            .hasMessageContaining("'structure' is not in the input table").hasMessageContaining("'smiles'");
    }

    @Test
    void canBeCancelled() {
        final var cancelled = new ExecutionContext(new EmbeddedProgress() {
            @Override
            public void progress(final double fraction, final String message) {
                // not of interest
            }

            @Override
            public boolean isCanceled() {
                return true;
            }
        });
        for (final String by : List.of("SCAFFOLD", "CLUSTER")) {
            assertThatThrownBy(() -> node(MOLECULES).set(s -> s.addString("groupBy", by)).run(cancelled, MOLECULES))
                .isInstanceOf(CanceledExecutionException.class);
        }
    }
}
