/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;

import org.reductor.chem.SourceColumn;
import org.reductor.chem.screen.PredictionOptions;
import org.reductor.chem.screen.Screen;
import org.reductor.cli.console.Consoles;
import org.reductor.cli.predict.Meter;
import org.reductor.cli.predict.PredictionFiles;
import org.reductor.cli.predict.PredictionRun;
import org.reductor.cli.predict.SourceColumns;
import org.reductor.cli.table.Compression;
import org.reductor.cli.table.RowSource;
import org.reductor.cli.table.TableFormat;
import org.reductor.core.data.Sha256;
import org.reductor.core.model.NetworkModel;
import org.reductor.core.model.UnusableFileException;
import org.reductor.core.model.WholeFile;
import org.reductor.runner.workflow.CancelFlag;

import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code reductor predict}: predicts a table of any size with a model, as the Network Predictor does. */
@Command(name = "predict", mixinStandardHelpOptions = true, versionProvider = ReductorCommand.Version.class,
    sortOptions = false,
    description = {"Predict the molecules of a table with a model.",
        "%nWrites the table's columns with those of the node Network Predictor behind them, row for row. Rows that "
            + "cannot be used stay without a prediction, and are listed with the reason in a second file, "
            + "NAME.failed.csv.",
        "%nThe table may be of any size, because it is read and written in a stream, on all processors. A run that was "
            + "cancelled or killed goes on where it was when the same command is given again, and ends in the same "
            + "bytes. It reads CSV, TSV, SMILES (.smi), SD files and Parquet, all of them but the last also compressed "
            + "with gzip, bzip2 or Zstandard.%n"},
    customSynopsis = "reductor predict MODEL.reductor TABLE [options]",
    footer = {"%nFor instance:",
        "  reductor predict target/runs/affinity/data/model.reductor library.smi.gz --output predictions.csv.gz"})
final class PredictCommand implements Callable<Integer> {

    private static final char TAB = '\t';

    private final PrintStream out;

    private final PrintStream err;

    private final CancelFlag cancel;

    @Parameters(index = "0", paramLabel = "MODEL.reductor", description = "The model.")
    private Path source;

    @Parameters(index = "1", paramLabel = "TABLE", description = "The molecules to predict, with the other columns "
        + "that the model reads, if it does. The ending of the name tells the format.")
    private Path input;

    @Option(names = "--output", paramLabel = "FILE", description = "The file to write, as CSV or, if its name ends in "
        + ".tsv, with tabs; compressed if it ends in .gz, .bz2 or .zst. If it is not given: TABLE.predictions.csv.")
    private Path output;

    @Option(names = "--smiles", paramLabel = "COLUMN", description = "The column with the molecules, SMILES or "
        + "molblocks, where it is not called as in training.")
    private String smiles;

    @Option(names = "--column", paramLabel = "NAME=COLUMN", description = "The column of the table that takes the "
        + "place of the column NAME of the training. May be repeated.")
    private Map<String, String> columns = new LinkedHashMap<>();

    @Option(names = "--format", paramLabel = "NAME", converter = FormatConverter.class,
        description = "The format of the table, where its ending does not tell: csv, tsv, smiles, sdf, parquet.")
    private TableFormat format;

    @Option(names = "--coverage", paramLabel = "PERCENT", defaultValue = "90", converter = CoverageConverter.class,
        description = "How many of a hundred true values lie in the intervals, from 50 to 99; ${DEFAULT-VALUE} if it "
            + "is not given.")
    private int coverage;

    @Option(names = "--no-intervals", description = "Leave the intervals out.")
    private boolean noIntervals;

    @Option(names = "--no-similarity", description = "Leave out the similarity to the nearest molecule of the "
        + "training. Without it and the intervals less has to be made of each molecule.")
    private boolean noSimilarity;

    @Option(names = "--no-calibrate", description = "Leave probabilities of classes as the networks give them.")
    private boolean noCalibrate;

    @Option(names = "--append-each-network", description = "Add the prediction of each network.")
    private boolean appendEachNetwork;

    @Option(names = "--suffix", paramLabel = "TEXT", defaultValue = "",
        description = "Appended to the names of the columns that are added.")
    private String suffix;

    @Option(names = "--threads", paramLabel = "N", converter = CountConverter.class,
        description = "Threads that predict side by side; otherwise one on each processor.")
    private Integer threads;

    @Mixin
    private final TargetFile target = new TargetFile();

    @Option(names = "--restart", description = "Begin anew, where an earlier run has left predictions that could be "
        + "gone on with.")
    private boolean restart;

    /** Reads the name of a format, in any case. */
    static final class FormatConverter implements ITypeConverter<TableFormat> {

        @Override
        public TableFormat convert(final String name) {
            return Arrays.stream(TableFormat.values()).filter(format -> format.name().equalsIgnoreCase(name))
                .findFirst().orElseThrow(() -> new TypeConversionException("'" + name + "' is none of "
                    + Arrays.stream(TableFormat.values()).map(format -> format.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", ")) + "."));
        }
    }

    /** Reads a percentage in the range of the node. */
    static final class CoverageConverter implements ITypeConverter<Integer> {

        @Override
        public Integer convert(final String text) {
            try {
                final int percent = Integer.parseInt(text);
                if (percent >= 50 && percent <= 99) {
                    return percent;
                }
            } catch (final NumberFormatException ex) { // NOSONAR reported below
            }
            throw new TypeConversionException("'" + text + "' is no whole number from 50 to 99.");
        }
    }

    PredictCommand(final PrintStream out, final PrintStream err, final CancelFlag cancel) {
        this.out = out;
        this.err = err;
        this.cancel = cancel;
    }

    @Override
    public Integer call() throws OptionException, IOException {
        final Path table = TargetFile.absolute(input);
        final TableFormat chosen = format != null ? format : TableFormat.ofName(table.getFileName().toString())
            .orElseThrow(() -> new OptionException("The name '" + input + "' does not tell the format: it ends in none "
                + "of " + TableFormat.endings() + ", with or without .gz, .bz2 or .zst. Add --format."));
        final var files = new PredictionFiles(output == null ? besideTable(table) : TargetFile.absolute(output));
        final NetworkModel model;
        try {
            target.require(files.output());
            target.require(files.failed());
            model = WholeFile.readModel(TargetFile.absolute(source));
        } catch (final UnusableFileException ex) {
            err.println(ex.getMessage());
            return ExitCode.LOAD_FAILED;
        }
        try (RowSource rows = chosen.read(table)) {
            return predict(model, rows, files);
        }
    }

    private static Path besideTable(final Path table) {
        final String name = Compression.withoutEnding(table.getFileName().toString());
        final int dot = name.lastIndexOf('.');
        return table.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ".predictions.csv");
    }

    private int predict(final NetworkModel model, final RowSource rows, final PredictionFiles files)
        throws OptionException, IOException {
        final Meter meter = new Meter(err, Consoles.isTerminal());
        final Screen screen;
        final SourceColumns found;
        try {
            screen = new Screen(model, new PredictionOptions(!noIntervals, coverage / 100.0, !noCalibrate,
                !noSimilarity, appendEachNetwork), cancel::isSet);
            found = SourceColumns.find(screen.sources(), rows, chosenColumns(screen));
        } catch (final IllegalArgumentException | IllegalStateException ex) {
            err.println(ex.getMessage());
            return ExitCode.LOAD_FAILED;
        }
        rows.notes().forEach(note -> out.println("note: " + note));
        found.notes().forEach(note -> out.println("note: " + note));
        final String settings = (noIntervals ? "" : "coverage " + coverage + " ") + (noCalibrate ? "" : "calibrated ")
            + chosenColumns(screen);
        final char delimiter = Compression.withoutEnding(files.output().getFileName().toString())
            .toLowerCase(Locale.ROOT).endsWith(".tsv") ? TAB : ',';
        final var run = new PredictionRun(screen, rows, found,
            new PredictionRun.Options(files, delimiter, suffix, digest(source), settings,
                PredictionRun.BLOCK),
            threads == null ? Runtime.getRuntime().availableProcessors() : threads, meter, cancel::isSet);
        try {
            return tell(run.run(restart), files, screen, rows);
        } catch (final CancellationException ex) {
            err.println("Cancelled. " + goesOn(files));
        } catch (final IOException ex) {
            err.println(ex.getMessage() + " " + goesOn(files));
        } catch (final IllegalArgumentException | IllegalStateException ex) {
            err.println(ex.getMessage());
        }
        return ExitCode.EXECUTION_FAILED;
    }

    /** The columns that take the place of others; --smiles is short for that of a model's only molecule. */
    private Map<String, String> chosenColumns(final Screen screen) throws OptionException {
        final Map<String, String> chosen = new LinkedHashMap<>(columns);
        if (smiles != null) {
            final var molecules = screen.sources().stream()
                .filter(column -> column.content() == SourceColumn.Content.MOLECULE
                    || column.content() == SourceColumn.Content.REACTION).toList();
            if (molecules.size() != 1) {
                throw new OptionException("--smiles names the column of a model that reads one molecule, but this one "
                    + "reads " + molecules.stream().map(column -> "'" + column.name() + "'")
                        .collect(Collectors.joining(", ")) + ". Give --column NAME=COLUMN for each.");
            }
            chosen.put(molecules.get(0).name(), smiles);
        }
        return chosen;
    }

    private static String goesOn(final PredictionFiles files) {
        return Files.exists(files.progress())
            ? "What is done is kept: the same command goes on with it." : "Nothing has been written.";
    }

    private int tell(final PredictionRun.Outcome outcome, final PredictionFiles files, final Screen screen,
        final RowSource rows) {
        rows.warnings().forEach(warning -> out.println("warning: " + warning));
        screen.warnings().forEach(warning -> out.println("warning: " + (outcome.resumed() == 0 ? ""
            : "of the rows since the run was gone on with: ") + warning));
        out.println(String.format(Locale.ENGLISH, "Wrote %s: %,d rows in %s, %,.0f a second%s.", files.output(),
            outcome.rows(), Meter.time(outcome.seconds()), outcome.rate(), outcome.resumed() == 0 ? ""
                : String.format(Locale.ENGLISH, "; %,d of them were done before", outcome.resumed())));
        if (outcome.failed() > 0) {
            out.println(String.format(Locale.ENGLISH, "%,d of %,d rows have no prediction; %s says why. The first: %s",
                outcome.failed(), outcome.rows(), files.failed(), outcome.reason()));
        }
        return outcome.failed() > 0 && outcome.failed() == outcome.rows() ? ExitCode.EXECUTION_FAILED
            : ExitCode.SUCCESS;
    }

    private static String digest(final Path file) throws IOException {
        final MessageDigest digest = Sha256.start();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return Sha256.hex(digest);
    }
}
