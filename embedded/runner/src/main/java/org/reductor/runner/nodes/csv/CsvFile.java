/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.nodes.csv;

import java.io.IOException;
import java.nio.file.Path;

import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.filehandling.core.connections.FSCategory;
import org.knime.filehandling.core.connections.FSLocation;

/** Reads a CSV file without a workflow, as a CSV Reader that is set to nothing but the file. */
public final class CsvFile {

    private CsvFile() {
    }

    /** @throws IOException if there is no such table; the message names the file and what is wrong */
    public static BufferedDataTable read(final Path file, final ExecutionContext exec)
        throws IOException, CanceledExecutionException {
        final CsvReaderParameters parameters = new CsvReaderParameters();
        parameters.m_settings.m_file.m_path = new FSLocation(FSCategory.LOCAL, file.toAbsolutePath().toString());
        parameters.m_advanced.m_limitScan = false;
        try {
            final CsvTableReader reader = new CsvTableReader(parameters);
            final BufferedDataContainer container = exec.createDataContainer(reader.readSpec());
            reader.readRows(row -> {
                exec.checkCanceled();
                container.addRowToTable(row);
            });
            container.close();
            return container.getTable();
        } catch (final InvalidSettingsException ex) {
            throw new IOException(ex.getMessage(), ex);
        }
    }
}
