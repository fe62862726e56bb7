/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.nodes.csv;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.reductor.csv.CsvFile;
import org.reductor.csv.CsvFormat;

/** CSV files as KNIME's tables. */
public final class CsvTables {

    private CsvTables() {
    }

    /**
     * Reads a file as a CSV Reader that is set to nothing but the file.
     *
     * @throws IOException if there is no such table; the message names the file and what is wrong
     */
    public static BufferedDataTable read(final Path file, final ExecutionContext exec)
        throws IOException, CanceledExecutionException {
        final String path = file.toAbsolutePath().toString();
        return read(new CsvFile(file, path, CsvFormat.DEFAULT, Long.MAX_VALUE), path, exec, warning -> { });
    }

    static BufferedDataTable read(final CsvFile file, final String name, final ExecutionContext exec,
        final Consumer<String> warning) throws IOException, CanceledExecutionException {
        final BufferedDataContainer container = exec.createDataContainer(spec(file, name));
        final List<String> warnings = file.<CanceledExecutionException>rows((index, values) -> {
            exec.checkCanceled();
            container.addRowToTable(
                new DefaultRow("Row" + index, Arrays.stream(values).map(CsvTables::cell).toArray(DataCell[]::new)));
        });
        if (!warnings.isEmpty()) {
            warning.accept(String.join(" ", warnings));
        }
        container.close();
        return container.getTable();
    }

    static DataTableSpec spec(final CsvFile file, final String name) throws IOException {
        return new DataTableSpec(name,
            file.columns().stream().map(CsvTables::column).toArray(DataColumnSpec[]::new));
    }

    private static DataColumnSpec column(final CsvFile.Column column) {
        return new DataColumnSpecCreator(column.name(), switch (column.type()) {
            case INT -> IntCell.TYPE;
            case LONG -> LongCell.TYPE;
            case DOUBLE -> DoubleCell.TYPE;
            case STRING -> StringCell.TYPE;
        }).createSpec();
    }

    private static DataCell cell(final Object value) {
        if (value instanceof Integer number) {
            return new IntCell(number);
        }
        if (value instanceof Long number) {
            return new LongCell(number);
        }
        if (value instanceof Double number) {
            return new DoubleCell(number);
        }
        return value == null ? DataType.getMissingCell() : new StringCell((String)value);
    }
}
