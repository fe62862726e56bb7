/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.nodes.csv;

import java.io.IOException;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.reductor.runner.nodes.StandardNodeFactory;

/** Stands in for KNIME's CSV Reader. */
public final class CsvReaderNodeFactory extends StandardNodeFactory {

    public CsvReaderNodeFactory() {
        super("CSV Reader", "Reads a CSV file; column types are guessed from the values.",
            p -> p.addOutputTable("File Table", "The table of the file."), CsvReaderParameters.class,
            CsvReaderNodeFactory::configure, CsvReaderNodeFactory::execute);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final CsvReaderParameters parameters = in.getParameters();
        try {
            out.setOutSpec(0, CsvTables.spec(parameters.open(), parameters.name()));
        } catch (final IOException ex) {
            throw new InvalidSettingsException(ex.getMessage(), ex);
        }
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final CsvReaderParameters parameters = in.getParameters();
        try {
            out.setOutData(0, CsvTables.read(parameters.open(), parameters.name(), in.getExecutionContext(),
                out::setWarningMessage));
        } catch (final IOException | InvalidSettingsException ex) {
            throw new KNIMEException(ex.getMessage(), ex);
        }
    }
}
