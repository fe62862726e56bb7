/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.EmbeddedProgress;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.KNIMEException;
import org.reductor.core.model.NetworkModel;
import org.reductor.core.model.Reproduction;
import org.reductor.core.model.UnusableFileException;
import org.reductor.core.model.WholeFile;
import org.reductor.core.prune.RunMonitor;
import org.reductor.knime.verify.Verification;
import org.reductor.runner.nodes.csv.CsvTables;
import org.reductor.runner.workflow.CancelFlag;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code reductor verify}: trains a model again and tells whether it is the same. */
@Command(name = "verify", mixinStandardHelpOptions = true, versionProvider = ReductorCommand.Version.class,
    sortOptions = false,
    description = {"Train a model again from its table, by the settings and seeds that it remembers.",
        "%nTells whether it reproduces bit for bit, reproduces within rounding, as on another machine, or differs, and "
            + "where. The table is a CSV file with the columns that the features are made of and the targets. It may "
            + "have more rows, such as those of the test: which were learned from, the model knows. It takes as long "
            + "as the training did.%n"},
    customSynopsis = "reductor verify MODEL.reductor --data TABLE.csv [options]",
    footer = {"%nExit code 0 if the model reproduces, 4 if not or if it cannot be made again, 3 if a file cannot be "
        + "read.", "%nFor instance:",
        "  reductor verify target/runs/affinity/data/model.reductor "
            + "--data test-workflows/affinity/data/chembl2321810.csv"})
final class VerifyCommand implements Callable<Integer> {

    private final PrintStream out;

    private final PrintStream err;

    private final CancelFlag cancel;

    @Parameters(index = "0", paramLabel = "MODEL.reductor", description = "The model.")
    private Path source;

    @Option(names = "--data", paramLabel = "TABLE.csv", required = true,
        description = "The table that it was trained on.")
    private Path data;

    @Option(names = "--selection", paramLabel = "TABLE.csv",
        description = "The table that decided which round won, if one did.")
    private Path selection;

    @Option(names = "--threads", paramLabel = "N", converter = CountConverter.class,
        description = "Networks trained side by side; otherwise one on each processor.")
    private Integer threads;

    VerifyCommand(final PrintStream out, final PrintStream err, final CancelFlag cancel) {
        this.out = out;
        this.err = err;
        this.cancel = cancel;
    }

    @Override
    public Integer call() throws IOException {
        final NetworkModel model;
        final BufferedDataTable training;
        final BufferedDataTable judges;
        final ExecutionContext exec = new ExecutionContext(new EmbeddedProgress() {
            @Override
            public boolean isCanceled() {
                return cancel.isSet();
            }
        });
        try {
            model = WholeFile.readModel(TargetFile.absolute(source));
            training = CsvTables.read(data, exec);
            judges = selection == null ? null : CsvTables.read(selection, exec);
        } catch (final UnusableFileException ex) {
            err.println(ex.getMessage());
            return ExitCode.LOAD_FAILED;
        } catch (final CanceledExecutionException ex) {
            return cancelled();
        }
        try {
            final Verification verified =
                Verification.of(model, training, judges, threads == null ? 0 : threads, monitor(), exec);
            tell(verified);
            return verified.reproduction().kind() == Reproduction.Kind.DIFFERENT ? ExitCode.EXECUTION_FAILED
                : ExitCode.SUCCESS;
        } catch (final KNIMEException ex) {
            err.println(ex.getMessage());
            return ExitCode.EXECUTION_FAILED;
        } catch (final CanceledExecutionException ex) {
            return cancelled();
        }
    }

    private int cancelled() {
        err.println("Cancelled.");
        return ExitCode.EXECUTION_FAILED;
    }

    private void tell(final Verification verified) {
        final Reproduction reproduction = verified.reproduction();
        out.println(
            reproduction.kind().sentence() + (reproduction.where().isEmpty() ? "" : " " + reproduction.where()));
        if (reproduction.kind() != Reproduction.Kind.EXACT && !verified.otherVersions().isEmpty()) {
            out.println("Versions: " + String.join("; ", verified.otherVersions()) + ".");
        }
    }

    private RunMonitor monitor() {
        return new RunMonitor() {

            private String last = "";

            @Override
            public void progress(final double fraction, final String message) {
                if (!message.equals(last)) {
                    last = message;
                    err.println(message);
                }
            }

            @Override
            public boolean isCancelled() {
                return cancel.isSet();
            }
        };
    }
}
