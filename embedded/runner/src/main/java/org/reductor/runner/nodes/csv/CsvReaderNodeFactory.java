/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.nodes.csv;

import java.io.IOException;

import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.util.DuplicateKeyException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** Stands in for KNIME's CSV Reader. */
public final class CsvReaderNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("CSV Reader") //
        .icon("csv-reader.svg") //
        .shortDescription("Reads a CSV file.") //
        .fullDescription("Reads a CSV file; column types are guessed from the values.") //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p.addOutputTable("File Table", "The table of the file.")) //
        .model(m -> m.parametersClass(CsvReaderParameters.class) //
            .configure(CsvReaderNodeFactory::configure) //
            .execute(CsvReaderNodeFactory::execute));

    /** Called by the platform. */
    public CsvReaderNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        try {
            out.setOutSpec(0, new CsvTableReader(in.getParameters()).readSpec());
        } catch (final IOException ex) {
            throw new InvalidSettingsException(ex.getMessage(), ex);
        }
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final var exec = in.getExecutionContext();
        final BufferedDataContainer[] container = new BufferedDataContainer[1];
        try {
            new CsvTableReader(in.getParameters()).read(spec -> {
                container[0] = exec.createDataContainer(spec);
                return row -> {
                    exec.checkCanceled();
                    container[0].addRowToTable(row);
                };
            }).forEach(out::setWarningMessage);
        } catch (final DuplicateKeyException ex) {
            throw new KNIMEException("Two rows of the file have the same RowID. " + ex.getMessage(), ex);
        } catch (final CanceledExecutionException | RuntimeException ex) {
            throw ex;
        } catch (final Exception ex) {
            throw new KNIMEException(ex.getMessage(), ex);
        }
        container[0].close();
        out.setOutData(0, container[0].getTable());
    }
}
