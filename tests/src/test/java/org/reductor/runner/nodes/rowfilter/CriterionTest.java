/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.nodes.rowfilter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.EmbeddedNode;
import org.reductor.runner.nodes.rowfilter.Criterion.Operator;

class CriterionTest {

    private static Criterion criterion(final String column, final Operator operator, final Object reference) {
        final Criterion criterion = new Criterion();
        criterion.m_column.m_column = column;
        criterion.m_operator = operator;
        criterion.m_predicateValues.m_values = new Reference[]{new Reference(reference)};
        return criterion;
    }

    private static boolean test(final DataType type, final DataCell cell, final Operator operator,
        final Object reference) throws InvalidSettingsException {
        final var spec = new DataTableSpec(new DataColumnSpecCreator("x", type).createSpec());
        return criterion("x", operator, reference).test(spec).test(new DefaultRow("Row0", cell));
    }

    @ParameterizedTest
    @CsvSource({"EQ, false, true, false", "LT, true, false, false", "LTE, true, true, false",
        "GT, false, false, true", "GTE, false, true, true"})
    void numbersCompareAsTheOperatorSays(final Operator operator, final boolean below, final boolean equal,
        final boolean above) throws Exception {
        assertThat(test(DoubleCell.TYPE, new DoubleCell(.4), operator, .5)).isEqualTo(below);
        assertThat(test(DoubleCell.TYPE, new DoubleCell(.5), operator, .5)).isEqualTo(equal);
        assertThat(test(DoubleCell.TYPE, new DoubleCell(.6), operator, .5)).isEqualTo(above);
        assertThat(test(IntCell.TYPE, new IntCell(4), operator, 5)).isEqualTo(below);
    }

    /** KNIME compares with Double.compare, which puts NaN above all numbers: a lower limit alone lets it pass. */
    @ParameterizedTest
    @CsvSource({"EQ, false", "LT, false", "LTE, false", "GT, true", "GTE, true"})
    void notANumberIsAboveAllNumbersAsInKnime(final Operator operator, final boolean passes) throws Exception {
        assertThat(test(DoubleCell.TYPE, new DoubleCell(Double.NaN), operator, .5)).isEqualTo(passes);
    }

    @Test
    void missingValueDoesNotPass() throws Exception {
        assertThat(test(DoubleCell.TYPE, DataType.getMissingCell(), Operator.LT, .5)).isFalse();
    }

    @Test
    void textsAndRowIdsAreEqualOrNot() throws Exception {
        assertThat(test(StringCell.TYPE, new StringCell("a"), Operator.EQ, "a")).isTrue();
        assertThat(test(StringCell.TYPE, new StringCell("A"), Operator.EQ, "a")).isFalse();
        final var row = new DefaultRow("Row0", new StringCell("a"));
        assertThat(criterion(null, Operator.EQ, "Row0").test(new DataTableSpec()).test(row)).isTrue();
        assertThat(criterion(null, Operator.EQ, "ROW0").test(new DataTableSpec()).test(row)).isFalse();
    }

    @Test
    void whatKnimeWouldNotCompareIsRefused() {
        assertThatThrownBy(() -> test(StringCell.TYPE, new StringCell("a"), Operator.LT, "b"))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContainingAll("LT", "column 'x'");
        assertThatThrownBy(() -> test(StringCell.TYPE, new StringCell("a"), Operator.EQ, 1))
            .hasMessageContaining("needs a text");
        assertThatThrownBy(() -> test(DoubleCell.TYPE, new DoubleCell(1), Operator.EQ, "1"))
            .hasMessageContaining("cannot be compared with the text '1'");
        assertThatThrownBy(() -> test(LongCell.TYPE, new LongCell(1), Operator.EQ, 1))
            .hasMessageContaining("neither numbers nor texts");
        assertThatThrownBy(() -> test(BooleanCell.TYPE, BooleanCell.TRUE, Operator.EQ, 1))
            .hasMessageContainingAll("column 'x'", "neither numbers nor texts");
    }

    @Test
    void referencesOfOtherKindsAreRefused() throws Exception {
        final NodeSettings settings = new NodeSettings("x");
        final NodeSettingsWO type = settings.addNodeSettings("typeIdentifier");
        settings.addString("value", "a");
        settings.addNodeSettings("stringCaseMatching").addString("caseMatching", "CASESENSITIVE");
        final var persistor = new Reference.ReferencePersistor();
        type.addString("cell_class", "org.knime.core.data.def.StringCell");
        assertThat(persistor.load(settings).value()).isEqualTo("a");
        settings.addNodeSettings("stringCaseMatching").addString("caseMatching", "CASEINSENSITIVE");
        assertThatThrownBy(() -> persistor.load(settings)).hasMessageContaining("CASEINSENSITIVE");
        type.addString("cell_class", "org.knime.core.data.def.LongCell");
        assertThatThrownBy(() -> persistor.load(settings)).hasMessageContaining("LongCell, which is not supported");
    }

    @Test
    void filterWithoutCriteriaIsRefused() {
        final EmbeddedNode node = EmbeddedNode.of(new RowFilterNodeFactory());
        assertThatThrownBy(() -> node.configure(new DataTableSpec[]{new DataTableSpec()}, w -> {
        })).isInstanceOf(InvalidSettingsException.class).hasMessageContaining("'predicates' is empty");
    }
}
