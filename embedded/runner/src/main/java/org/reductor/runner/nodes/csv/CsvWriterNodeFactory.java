/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.nodes.csv;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.StringJoiner;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.reductor.runner.nodes.StandardNodeFactory;

/** Stands in for KNIME's CSV Writer, whose files it writes to the character. */
public final class CsvWriterNodeFactory extends StandardNodeFactory {

    /** All digits that a double can have behind the point. */
    private static final int FRACTION_DIGITS = 340;

    public CsvWriterNodeFactory() {
        super("CSV Writer", "Writes a table to a CSV file.", p -> p.addInputTable("Input table", "The table to write."),
            CsvWriterParameters.class, CsvWriterNodeFactory::configure, CsvWriterNodeFactory::execute);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        for (final DataColumnSpec column : in.getInTableSpec(0)) {
            final var type = column.getType();
            if (!type.isCompatible(StringValue.class) && !type.isCompatible(DoubleValue.class)) {
                throw new InvalidSettingsException("Column '" + column.getName() + "' is of type " + type
                    + "; only texts and numbers can be written. Filter the column out before the CSV Writer.");
            }
        }
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final CsvWriterParameters parameters = in.getParameters();
        try {
            final Path file = parameters.file().resolve();
            createFolder(file.toAbsolutePath().getParent(), parameters);
            final boolean existed = Files.exists(file);
            final OpenOption[] options = {StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING,
                parameters.overwrite() ? StandardOpenOption.CREATE : StandardOpenOption.CREATE_NEW};
            try (Writer writer = Files.newBufferedWriter(file, options)) {
                write(in.getInTable(0), parameters.m_settings.m_columnDelimiter, writer, in.getExecutionContext());
            } catch (final CanceledExecutionException ex) {
                if (!existed) {
                    Files.deleteIfExists(file);
                }
                throw ex;
            }
        } catch (final FileAlreadyExistsException ex) {
            throw new KNIMEException("The file '" + parameters.file().shown()
                + "' exists, and the node must not overwrite it ('if_path_exists' is fail).", ex);
        } catch (final IOException ex) {
            throw new KNIMEException("The file '" + parameters.file().shown()
                + "' cannot be written: " + ex.getMessage(), ex);
        } catch (final InvalidSettingsException ex) {
            throw new KNIMEException(ex.getMessage(), ex);
        }
    }

    private static void createFolder(final Path folder, final CsvWriterParameters parameters) throws IOException {
        if (!Files.isDirectory(folder)) {
            if (!parameters.m_settings.m_file.m_createFolders) {
                throw new IOException("the folder " + folder + " does not exist. Create it, or allow the node to "
                    + "('create_missing_folders')");
            }
            Files.createDirectories(folder);
        }
    }

    static void write(final BufferedDataTable table, final String delimiter, final Writer writer,
        final ExecutionContext exec) throws IOException, CanceledExecutionException {
        final DecimalFormat plain = new DecimalFormat("#.#", DecimalFormatSymbols.getInstance(Locale.ENGLISH));
        plain.setMaximumFractionDigits(FRACTION_DIGITS);
        final StringJoiner header = new StringJoiner(delimiter, "", System.lineSeparator());
        table.getDataTableSpec().forEach(c -> header.add(quoted(c.getName())));
        writer.write(header.toString());
        long done = 0;
        for (final DataRow row : table) {
            exec.checkCanceled();
            exec.setProgress(done++ / (double)table.size());
            final StringJoiner line = new StringJoiner(delimiter, "", System.lineSeparator());
            for (int i = 0; i < row.getNumCells(); i++) {
                line.add(text(row.getCell(i), table.getDataTableSpec().getColumnSpec(i), plain));
            }
            writer.write(line.toString());
        }
    }

    private static String text(final DataCell cell, final DataColumnSpec column, final DecimalFormat plain) {
        if (cell.isMissing()) {
            return "";
        }
        if (!column.getType().isCompatible(DoubleValue.class)) {
            return quoted(cell.toString());
        }
        return plain.format(((DoubleValue)cell).getDoubleValue());
    }

    private static String quoted(final String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
