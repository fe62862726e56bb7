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
import org.knime.node.EmbeddedNode;
import org.reductor.runner.nodes.rowfilter.RowFilterParameters.Criterion;

class RowTestTest {

    private static Criterion criterion(final String column, final Operator operator, final Object reference,
        final boolean caseSensitive) {
        final Criterion criterion = new Criterion();
        criterion.m_column.m_column = column;
        criterion.m_operator = operator;
        criterion.m_predicateValues.m_values = new Reference[]{new Reference(reference, caseSensitive)};
        return criterion;
    }

    private static boolean test(final DataType type, final DataCell cell, final Operator operator,
        final Object reference) throws InvalidSettingsException {
        final var spec = new DataTableSpec(new DataColumnSpecCreator("x", type).createSpec());
        return RowTest.of(criterion("x", operator, reference, true), spec).test(new DefaultRow("Row0", cell));
    }

    @ParameterizedTest
    @CsvSource({"EQ, false, true, false", "NEQ, true, false, true", "NEQ_MISS, true, false, true",
        "LT, true, false, false", "LTE, true, true, false", "GT, false, false, true", "GTE, false, true, true"})
    void numbersCompareAsTheOperatorSays(final Operator operator, final boolean below, final boolean equal,
        final boolean above) throws Exception {
        assertThat(test(DoubleCell.TYPE, new DoubleCell(.4), operator, .5)).isEqualTo(below);
        assertThat(test(DoubleCell.TYPE, new DoubleCell(.5), operator, .5)).isEqualTo(equal);
        assertThat(test(DoubleCell.TYPE, new DoubleCell(.6), operator, .5)).isEqualTo(above);
        assertThat(test(IntCell.TYPE, new IntCell(4), operator, 5L)).isEqualTo(below);
        assertThat(test(LongCell.TYPE, new LongCell(5), operator, 5)).isEqualTo(equal);
    }

    /** KNIME compares with Double.compare, which puts NaN above all numbers: a lower limit alone lets it pass. */
    @ParameterizedTest
    @CsvSource({"EQ, false", "NEQ, true", "LT, false", "LTE, false", "GT, true", "GTE, true"})
    void notANumberIsAboveAllNumbersAsInKnime(final Operator operator, final boolean passes) throws Exception {
        assertThat(test(DoubleCell.TYPE, new DoubleCell(Double.NaN), operator, .5)).isEqualTo(passes);
    }

    @Test
    void largeWholeNumbersAreNotRounded() throws Exception {
        final long large = (1L << 53) + 1;
        assertThat(test(LongCell.TYPE, new LongCell(large), Operator.EQ, large - 1)).isFalse();
    }

    @Test
    void missingValuePassesOnlyWhereKnimeSaysSo() throws Exception {
        assertThat(test(DoubleCell.TYPE, DataType.getMissingCell(), Operator.NEQ, .5)).isFalse();
        assertThat(test(DoubleCell.TYPE, DataType.getMissingCell(), Operator.LT, .5)).isFalse();
        assertThat(test(DoubleCell.TYPE, DataType.getMissingCell(), Operator.NEQ_MISS, .5)).isTrue();
    }

    @Test
    void textsAndRowIdsAreEqualOrNot() throws Exception {
        assertThat(test(StringCell.TYPE, new StringCell("a"), Operator.EQ, "a")).isTrue();
        assertThat(test(StringCell.TYPE, new StringCell("a"), Operator.NEQ, "a")).isFalse();
        final var row = new DefaultRow("Row0", new StringCell("a"));
        assertThat(RowTest.of(criterion(null, Operator.EQ, "ROW0", false), new DataTableSpec()).test(row)).isTrue();
        assertThat(RowTest.of(criterion(null, Operator.EQ, "ROW0", true), new DataTableSpec()).test(row)).isFalse();
    }

    @Test
    void whatKnimeWouldNotCompareIsRefused() {
        assertThatThrownBy(() -> test(StringCell.TYPE, new StringCell("a"), Operator.LT, "b"))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContainingAll("LT", "column 'x'");
        assertThatThrownBy(() -> test(StringCell.TYPE, new StringCell("a"), Operator.EQ, 1))
            .hasMessageContaining("needs a text");
        assertThatThrownBy(() -> test(DoubleCell.TYPE, new DoubleCell(1), Operator.EQ, "1"))
            .hasMessageContaining("cannot be compared with the String '1'");
        assertThatThrownBy(() -> test(DoubleCell.TYPE, new DoubleCell(1), Operator.EQ, 1L))
            .hasMessageContaining("cannot be compared with the Long '1'");
        assertThatThrownBy(() -> test(BooleanCell.TYPE, BooleanCell.TRUE, Operator.EQ, 1))
            .hasMessageContainingAll("column 'x'", "neither numbers nor texts");
    }

    @Test
    void settingsOfAllKindsOfReferencesSurviveSavingAndLoading() throws Exception {
        for (final Object value : new Object[]{"a", 1, 2L, .5}) {
            final NodeSettings settings = new NodeSettings("x");
            new Reference.ReferencePersistor().save(new Reference(value, false), settings);
            assertThat(new Reference.ReferencePersistor().load(settings).value).isEqualTo(value);
        }
    }

    @Test
    void filterWithoutCriteriaIsRefused() {
        final EmbeddedNode node = EmbeddedNode.of(new RowFilterNodeFactory());
        assertThatThrownBy(() -> node.configure(new DataTableSpec[]{new DataTableSpec()}, w -> {
        })).isInstanceOf(InvalidSettingsException.class).hasMessageContaining("'predicates' is empty");
    }
}
