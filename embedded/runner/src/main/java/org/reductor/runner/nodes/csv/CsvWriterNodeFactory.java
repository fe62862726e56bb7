/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.nodes.csv;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPOutputStream;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.IntValue;
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
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** Stands in for KNIME's CSV Writer. */
public final class CsvWriterNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("CSV Writer") //
        .icon("csv-writer.svg") //
        .shortDescription("Writes a table to a CSV file.") //
        .fullDescription("Writes a table to a CSV file.") //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p.addInputTable("Input table", "The table to write.")) //
        .model(m -> m.parametersClass(CsvWriterParameters.class) //
            .configure(CsvWriterNodeFactory::configure) //
            .execute(CsvWriterNodeFactory::execute));

    /** Called by the platform. */
    public CsvWriterNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final CsvWriterParameters parameters = in.getParameters();
        for (final DataColumnSpec column : in.getInTableSpec(0)) {
            final var type = column.getType();
            if (!type.isCompatible(StringValue.class) && !type.isCompatible(DoubleValue.class)
                && !type.isCompatible(IntValue.class)) {
                throw new InvalidSettingsException("Column '" + column.getName() + "' is of type " + type
                    + "; only texts and numbers can be written. Filter the column out before the CSV Writer.");
            }
        }
        if (in.getInTableSpec(0).containsCompatibleType(DoubleValue.class)
            && parameters.m_settings.m_columnDelimiter.indexOf(parameters.m_advanced.m_decimal) >= 0) {
            throw new InvalidSettingsException("The column delimiter must not contain the decimal separator '"
                + parameters.m_advanced.m_decimal + "'.");
        }
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final CsvWriterParameters parameters = in.getParameters();
        try {
            final Path file = parameters.file().resolve();
            createFolder(file.toAbsolutePath().getParent(), parameters);
            write(in.getInTable(0), file, parameters, in.getExecutionContext());
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

    /** The workflow data area itself always may be created, as KNIME does on first use. */
    private static void createFolder(final Path folder, final CsvWriterParameters parameters) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        if (!parameters.m_settings.m_file.m_createFolders && !parameters.file().isDataArea(folder)) {
            throw new IOException("the folder " + folder + " does not exist. Create it, or allow the node to "
                + "('create_missing_folders')");
        }
        Files.createDirectories(folder);
    }

    private static void write(final BufferedDataTable table, final Path file, final CsvWriterParameters parameters,
        final ExecutionContext exec) throws IOException, InvalidSettingsException, CanceledExecutionException {
        final boolean existed = Files.exists(file);
        try (Writer writer = open(file, parameters)) {
            final CsvRowWriter rows = new CsvRowWriter(writer, parameters, table.getDataTableSpec());
            final boolean skipHeader =
                parameters.append() && existed && parameters.m_settings.m_skipHeaderOnAppend;
            if (parameters.m_settings.m_writeHeader && !skipHeader) {
                rows.writeHeader();
            }
            long done = 0;
            for (final DataRow row : table) {
                exec.checkCanceled();
                exec.setProgress(done++ / (double)table.size());
                rows.write(row);
            }
        } catch (final CanceledExecutionException ex) {
            if (!existed) {
                Files.deleteIfExists(file);
            }
            throw ex;
        }
    }

    private static Writer open(final Path file, final CsvWriterParameters parameters)
        throws IOException, InvalidSettingsException {
        final OpenOption[] options = switch (parameters.m_settings.m_file.m_ifExists) {
            case "append" -> new OpenOption[]{StandardOpenOption.CREATE, StandardOpenOption.APPEND};
            case "overwrite" -> new OpenOption[]{StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING};
            default -> new OpenOption[]{StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE};
        };
        final OutputStream plain = Files.newOutputStream(file, options);
        final OutputStream out = parameters.m_advanced.m_gzip ? new GZIPOutputStream(plain) : plain;
        return new BufferedWriter(new OutputStreamWriter(out, parameters.charset()));
    }
}
