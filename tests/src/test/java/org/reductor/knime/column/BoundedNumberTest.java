/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.column;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.data.DataTableSpec;
import org.reductor.core.data.Relation;
import org.reductor.knime.Tables;
import org.reductor.knime.column.Columns.Role;

class BoundedNumberTest {

    @ParameterizedTest
    @CsvSource({">10000,10000,ABOVE", "> 1e4,10000,ABOVE", ">=5,5,ABOVE", "\u22655,5,ABOVE", "<.5,0.5,BELOW",
        "<=-2,-2,BELOW", "\u22643,3,BELOW", "=7,7,EQUAL", "6.25,6.25,EQUAL"})
    void relationBeforeANumberIsRead(final String text, final double value, final Relation relation) {
        assertThat(BoundedNumber.parse(text)).contains(new BoundedNumber(value, relation));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "n.d.", ">", "~5", "<>5", ">>5", "5 nM", "1,5", "NaN", ">5 <7"})
    void everythingElseIsText(final String text) {
        assertThat(BoundedNumber.parse(text)).isEmpty();
    }

    @Test
    void columnNamedAsOneOfClassesIsGuessedWhereNoNumberHasATellingName() {
        assertThat(Columns.guess(new DataTableSpec(Tables.text("smiles"), Tables.text("Class")), Role.TARGET))
            .isEqualTo("Class");
        assertThat(Columns.guess(new DataTableSpec(Tables.text("class"), Tables.number("mass")), Role.TARGET))
            .isEqualTo("class");
        assertThat(Columns.guess(new DataTableSpec(Tables.text("class"), Tables.number("pIC50")), Role.TARGET))
            .isEqualTo("pIC50");
    }
}
