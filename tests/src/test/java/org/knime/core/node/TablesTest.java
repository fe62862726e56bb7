/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.MissingCell;
import org.knime.core.data.StringValue;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.util.DuplicateKeyException;

class TablesTest {

    private static final DataTableSpec SPEC =
        new DataTableSpec(column("smiles", StringCell.TYPE), column("pKi", DoubleCell.TYPE));

    private final ExecutionContext exec = new ExecutionContext(new SilentProgress());

    private static DataColumnSpec column(final String name, final DataType type) {
        return new DataColumnSpecCreator(name, type).createSpec();
    }

    @Test
    void aContainerGivesItsRowsInOrder() {
        final BufferedDataContainer container = exec.createDataContainer(SPEC);
        container.addRowToTable(new DefaultRow("a", new StringCell("C"), new DoubleCell(1)));
        container.addRowToTable(new DefaultRow("b", new StringCell("CC"), new MissingCell("not measured")));
        assertThatThrownBy(container::getTable).isInstanceOf(IllegalStateException.class);
        container.close();
        final BufferedDataTable table = container.getTable();
        assertThat(table.size()).isEqualTo(2);
        assertThat(table).extracting(r -> r.getKey().getString()).containsExactly("a", "b");
        assertThat(table.getSummary()).isEqualTo("Rows: 2, Cols: 2");
    }

    @Test
    void aContainerRefusesWhatDoesNotFit() {
        final BufferedDataContainer container = exec.createDataContainer(SPEC);
        final DataRow row = new DefaultRow("a", new StringCell("C"), new IntCell(1));
        assertThatThrownBy(() -> container.addRowToTable(new DefaultRow("x", new StringCell("C"))))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("1 cells").hasMessageContaining("2");
        assertThatThrownBy(
            () -> container.addRowToTable(new DefaultRow("x", new StringCell("C"), new StringCell("high"))))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("\"pKi\"");
        container.addRowToTable(row);
        assertThatThrownBy(() -> container.addRowToTable(row)).isInstanceOf(DuplicateKeyException.class)
            .hasMessageContaining("\"a\"");
    }

    @Test
    void specsFindColumnsAndRefuseDuplicates() {
        assertThat(SPEC.findColumnIndex("pKi")).isEqualTo(1);
        assertThat(SPEC.findColumnIndex("logP")).isEqualTo(-1);
        assertThat(SPEC.getColumnSpec("logP")).isNull();
        assertThat(DataTableSpec.getUniqueColumnName(SPEC, "pKi")).isEqualTo("pKi (#1)");
        assertThatThrownBy(() -> new DataTableSpec(SPEC.getColumnSpec(0), SPEC.getColumnSpec(0)))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("\"smiles\"");
    }

    @Test
    void typesSayWhatTheyCanBeReadAs() {
        assertThat(IntCell.TYPE.isCompatible(DoubleValue.class)).isTrue();
        assertThat(StringCell.TYPE.isCompatible(DoubleValue.class)).isFalse();
        assertThat(DoubleCell.TYPE.isASuperTypeOf(LongCell.TYPE)).isTrue();
        assertThat(LongCell.TYPE.isASuperTypeOf(DoubleCell.TYPE)).isFalse();
        assertThat(DataType.getMissingCell().getType().isCompatible(StringValue.class)).isTrue();
        assertThat(DataType.getType(StringCell.class)).isSameAs(StringCell.TYPE);
        assertThat(DoubleCell.TYPE.getName()).isEqualTo("Number (Float)");
        assertThat(BooleanCell.TYPE.getName()).isEqualTo("Boolean");
    }

    @Test
    void cellsAreEqualByClassAndContent() {
        final DataCell one = new IntCell(1);
        assertThat(one).isEqualTo(new IntCell(1)).isNotEqualTo(new DoubleCell(1)).isNotEqualTo(new LongCell(1));
        assertThat(new DoubleCell(Double.NaN)).isEqualTo(new DoubleCell(Double.NaN));
        assertThat((DataCell)new MissingCell("a")).isEqualTo(DataType.getMissingCell());
    }
}
