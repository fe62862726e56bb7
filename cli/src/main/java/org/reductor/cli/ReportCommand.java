/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.node.EmbeddedNode;
import org.reductor.cli.report.HtmlReport;
import org.reductor.core.model.UnusableFileException;
import org.reductor.runner.workflow.CancelFlag;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a report from a model: the view of its rounds and, with a table, that of its predictions. */
@Command(name = "report", mixinStandardHelpOptions = true, versionProvider = ReductorCommand.Version.class,
    sortOptions = false,
    description = {"Show a model on one HTML page: its rounds, what is left of the network and, with a table, its "
        + "predictions.",
        "%nThe page needs no network and no other file. The views are those of the nodes Reductor Network Reader and "
            + "Network Predictor.%n"},
    customSynopsis = "reductor report MODEL.reductor [TABLE.csv] [options]",
    footer = {"%nFor instance:",
        "  reductor report target/runs/affinity/data/model.reductor molecules.csv --output affinity.html"})
final class ReportCommand implements Callable<Integer> {

    private final PrintStream out;

    private final PrintStream err;

    private final CancelFlag cancel;

    @Parameters(index = "0", paramLabel = "MODEL.reductor", description = "The model.")
    private Path model;

    @Parameters(index = "1", arity = "0..1", paramLabel = "TABLE.csv",
        description = "Rows to predict, with the columns that training read. A column that is named like the target "
            + "holds what is true.")
    private Path table;

    @Option(names = "--output", paramLabel = "FILE", defaultValue = "report.html",
        description = "The file to write; ${DEFAULT-VALUE} if it is not given.")
    private Path target;

    @Mixin
    private final TargetFile output = new TargetFile();

    ReportCommand(final PrintStream out, final PrintStream err, final CancelFlag cancel) {
        this.out = out;
        this.err = err;
        this.cancel = cancel;
    }

    @Override
    public Integer call() throws IOException {
        final Path file = TargetFile.absolute(target);
        try {
            output.require(file);
            final SingleNodes nodes = new SingleNodes(out, cancel);
            final HtmlReport report = new HtmlReport("Report on " + model.getFileName());
            final EmbeddedNode reader = nodes.reader("org.reductor.knime.reader.NetworkReaderNodeFactory",
                List.of("file", "path"), model);
            final PortObject[] networks = nodes.run(reader);
            report.add(reader.name(), reader.view().orElseThrow());
            if (table != null) {
                final EmbeddedNode csv = nodes.reader("org.knime.base.node.io.filehandling.csv.reader."
                    + "CSVTableReaderNodeFactory", List.of("settings", "file_selection", "path"), table);
                final EmbeddedNode predictor = nodes.of("org.reductor.knime.predictor.NetworkPredictorNodeFactory");
                nodes.run(predictor, networks[0], nodes.run(csv)[0]);
                report.add(predictor.name(), predictor.view().orElseThrow());
            }
            output.write(stream -> report.write(List.of(), stream), file);
        } catch (final KNIMEException | InvalidSettingsException | UnusableFileException ex) {
            err.println(ex.getMessage());
            return ExitCode.EXECUTION_FAILED;
        } catch (final CanceledExecutionException ex) {
            err.println("The report was cancelled; nothing was written.");
            return ExitCode.EXECUTION_FAILED;
        }
        out.println(String.format(Locale.ENGLISH, "Wrote %s: %,d bytes. Open it in a browser.", file,
            Files.size(file)));
        return ExitCode.SUCCESS;
    }
}
