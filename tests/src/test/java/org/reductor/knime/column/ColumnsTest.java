/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reductor.knime.Tables.number;
import static org.reductor.knime.Tables.text;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.reductor.chem.Featurizer;
import org.reductor.chem.FingerprintKind;
import org.reductor.knime.Tables;
import org.reductor.knime.column.Columns.Role;

class ColumnsTest {

    private static final DataTableSpec SPEC =
        new DataTableSpec(text("id"), text("Canonical SMILES"), number("mass"), number("pKi (nM)"), number("rank"));

    @Test
    void guessesByTellingNames() {
        assertThat(Columns.guess(SPEC, Role.MOLECULE)).isEqualTo("Canonical SMILES");
        assertThat(Columns.guess(SPEC, Role.TARGET)).isEqualTo("pKi (nM)");
        assertThat(Columns.guess(SPEC, Role.FINGERPRINT)).isNull();
    }

    @Test
    void guessesByPositionWhenNoNameTells() {
        final var spec = new DataTableSpec(text("a"), text("b"), number("c"), number("d"));

        assertThat(Columns.guess(spec, Role.MOLECULE)).isEqualTo("a");
        assertThat(Columns.guess(spec, Role.TARGET)).isEqualTo("d");
    }

    @Test
    void prefersFingerprintsThatKnowTheirRecipe() {
        final var ours = FeatureCells.column("ours", Featurizer.recipe("smiles", FingerprintKind.MORGAN, 64, 2));
        final var foreign = new org.knime.core.data.DataColumnSpecCreator("foreign", ours.getType()).createSpec();

        assertThat(Columns.guess(new DataTableSpec(ours, foreign), Role.FINGERPRINT)).isEqualTo("ours");
    }

    @Test
    void missingColumnIsNamedTogetherWithWhatIsThere() {
        assertThatThrownBy(() -> Columns.require(SPEC, Role.MOLECULE, "smiles"))
            .isInstanceOf(InvalidSettingsException.class)
            .hasMessage("The molecule column 'smiles' is not in the input table. Columns with text (SMILES or "
                + "molblock) there: 'id', 'Canonical SMILES'.");
    }

    @Test
    void tableWithoutAnyFittingColumnIsDescribed() {
        final var spec = new DataTableSpec(text("id"), text("activity"));

        assertThatThrownBy(() -> Columns.require(spec, Role.TARGET, null))
            .hasMessageStartingWith("No target column is chosen. The table has no column with numbers; its columns are "
                + "'id' (").hasMessageContaining("'activity' (");
        assertThatThrownBy(() -> Columns.require(spec, Role.TARGET, "activity"))
            .hasMessageContaining("'activity' of the input table must hold numbers, but holds");
        assertThatThrownBy(() -> Columns.require(new DataTableSpec(), Role.TARGET, "x"))
            .hasMessageContaining("no columns at all");
    }

    @Test
    void longTablesAreCutShort() {
        final var spec = new DataTableSpec(
            IntStream.range(0, 300).mapToObj(i -> Tables.text("column" + i)).toArray(DataColumnSpec[]::new));

        assertThatThrownBy(() -> Columns.require(spec, Role.TARGET, "y")).hasMessageContaining("and 288 more.");
        assertThatThrownBy(() -> Columns.require(spec, Role.MOLECULE, "y")).hasMessageContaining("and 288 more.");
    }

    @Test
    void oddNamesAreTakenAsTheyAre() throws InvalidSettingsException {
        final var spec = new DataTableSpec(text("a  b"), text("a,b\"c'"), number("\u03b1\u03b2 [%]"));

        assertThat(Columns.require(spec, Role.MOLECULE, "a,b\"c'")).isEqualTo(1);
        assertThat(Columns.require(spec, Role.MOLECULE, "a  b")).isZero();
        assertThat(Columns.require(spec, Role.TARGET, "\u03b1\u03b2 [%]")).isEqualTo(2);
    }
}
