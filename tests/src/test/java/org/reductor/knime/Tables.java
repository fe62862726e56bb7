/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObjectSpec;
import org.reductor.knime.column.FeatureCells;
import org.reductor.knime.column.RecipeProperty;
import org.reductor.knime.featurizer.MoleculeFeaturizerNodeFactory;

/** Small tables for tests. */
public final class Tables {

    private Tables() {
    }

    /** @return a column of text */
    public static DataColumnSpec text(final String name) {
        return new DataColumnSpecCreator(name, StringCell.TYPE).createSpec();
    }

    /** @return a column of numbers */
    public static DataColumnSpec number(final String name) {
        return new DataColumnSpecCreator(name, DoubleCell.TYPE).createSpec();
    }

    /** @return a column of bits that some other node made in a column of the name {@code source} */
    public static DataColumnSpec foreignBits(final String name, final String source, final int width) {
        return FeatureCells.column(name, RecipeProperty.foreign(FeatureCells.column(source, true), width));
    }

    /** @return a table; rows of String, Double, DataCell or null for a missing cell, with the RowIDs Row0, Row1, ... */
    public static BufferedDataTable of(final List<DataColumnSpec> columns, final Object[]... rows) {
        final BufferedDataContainer container =
            NodeRunner.context().createDataContainer(new DataTableSpec(columns.toArray(DataColumnSpec[]::new)));
        for (int i = 0; i < rows.length; i++) {
            container.addRowToTable(
                new DefaultRow("Row" + i, Arrays.stream(rows[i]).map(Tables::cell).toArray(DataCell[]::new)));
        }
        container.close();
        return container.getTable();
    }

    /** @return molecules with an activity: chains of carbon atoms that end in an alcohol or an amine */
    public static BufferedDataTable molecules(final int rows) {
        final Object[][] cells = new Object[rows][];
        for (int i = 0; i < rows; i++) {
            final String end = i % 3 == 0 ? "O" : i % 3 == 1 ? "N" : "c1ccccc1";
            cells[i] = new Object[]{"m" + i, "C".repeat(1 + i % 10) + end, 5 + 0.1 * (i % 10) + i % 3};
        }
        return of(List.of(text("id"), text("smiles"), number("activity")), cells);
    }

    /** @return the table with a Morgan fingerprint of 128 bits appended */
    public static BufferedDataTable featurized(final BufferedDataTable table) throws Exception {
        return new NodeRunner(new MoleculeFeaturizerNodeFactory())
            .set(s -> {
                s.addString("moleculeColumn", "smiles");
                s.addString("secondFingerprint", "NONE");
                s.addString("thirdFingerprint", "NONE");
                s.addString("descriptorSet", "NONE");
                s.addInt("length", 128);
            }).run(table).table(0);
    }

    /** @return all cells of a column */
    public static List<DataCell> column(final BufferedDataTable table, final String name) {
        final int index = table.getDataTableSpec().findColumnIndex(name);
        final List<DataCell> cells = new ArrayList<>();
        for (final DataRow row : table) {
            cells.add(row.getCell(index));
        }
        return cells;
    }

    /** @return name, type and recipe of each column: what a node must know of its output before it is executed */
    public static List<String> structure(final PortObjectSpec table) {
        return ((DataTableSpec)table).stream()
            .map(column -> column.getName() + " " + column.getType() + " " + RecipeProperty.of(column)).toList();
    }

    /** @return all numbers of a column */
    public static double[] numbers(final BufferedDataTable table, final String name) {
        return column(table, name).stream().mapToDouble(cell -> ((DoubleValue)cell).getDoubleValue()).toArray();
    }

    /** @return the RowIDs */
    public static List<String> rowIds(final BufferedDataTable table) {
        final List<String> ids = new ArrayList<>();
        for (final DataRow row : table) {
            ids.add(row.getKey().getString());
        }
        return ids;
    }

    private static DataCell cell(final Object value) {
        if (value == null) {
            return DataType.getMissingCell();
        }
        if (value instanceof DataCell cell) {
            return cell;
        }
        return value instanceof Double number ? new DoubleCell(number) : new StringCell((String)value);
    }
}
