/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.knime.core.node.InvalidSettingsException;
import org.reductor.cli.console.Consoles;
import org.reductor.cli.prune.NodeSetting;
import org.reductor.cli.prune.PruningFolder;
import org.reductor.cli.prune.PruningWorkflow;
import org.reductor.cli.prune.Roles;
import org.reductor.cli.report.HtmlReport;
import org.reductor.cli.report.RunReport;
import org.reductor.cli.table.Compression;
import org.reductor.cli.table.RowSource;
import org.reductor.cli.table.RowText;
import org.reductor.cli.table.TableFormat;
import org.reductor.runner.workflow.CancelFlag;
import org.reductor.runner.workflow.RunListener;
import org.reductor.runner.workflow.RunResult;
import org.reductor.runner.workflow.Workflow;
import org.reductor.runner.workflow.WorkflowExecutor;

import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code reductor prune}: learns, prunes and judges networks from a table, without a workflow. */
@Command(name = "prune", mixinStandardHelpOptions = true, versionProvider = ReductorCommand.Version.class,
    sortOptions = false,
    description = {"Train and prune networks on a table of your own.",
        "%nDoes what the example workflow does: makes fingerprints and descriptors of the molecules, keeps a fifth of "
            + "the rows for the end, trains and prunes on the rest, predicts the test rows with the pruned and with "
            + "the unpruned networks, and sums up.",
        "%nThe output folder then has model.reductor and model-unpruned.reductor, predictions.csv of the test rows, "
            + "history.csv with a row a round, failed.csv with the rows that could not be used, and report.html with "
            + "the views. 'reductor predict' predicts other molecules with the model.",
        "%nColumns that are not named are guessed where there is no choice, and what was guessed is told. Settings are "
            + "those of the nodes, with the same defaults. A run that was cancelled or killed goes on where it was "
            + "when the same command is given again, and ends in the same model.%n"},
    customSynopsis = "reductor prune TABLE [--smiles COLUMN] [--target COLUMN] [options]",
    footer = {"%nFor instance:", "  reductor prune affinity.csv --smiles smiles --target activity",
        "  reductor prune assays.csv --target NR-AR --target NR-ER --classes --group-by scaffold",
        "  reductor prune couplings.csv --smiles ligand --smiles base --category solvent --target yield",
        "  reductor prune affinity.csv --set rounds=20 --set featurizer.descriptorSet=ALL"})
final class PruneCommand implements Callable<Integer> {

    private final PrintStream out;

    private final PrintStream err;

    private final CancelFlag cancel;

    @Parameters(index = "0", paramLabel = "TABLE", description = "The molecules with what was measured: CSV or TSV, or "
        + "an SD file or Parquet.")
    private Path input;

    @Option(names = "--smiles", paramLabel = "COLUMN", description = "A column with molecules, SMILES or molblocks. "
        + "Repeat it where a row has several.")
    private List<String> molecules = new ArrayList<>();

    @Option(names = "--target", paramLabel = "COLUMN", description = "What to predict: numbers, also with a leading < "
        + "or >, or names of classes. Repeat it for several at once; values may be missing.")
    private List<String> targets = new ArrayList<>();

    @Option(names = "--classes", description = "The targets are classes, also where they are written as numbers.")
    private boolean classes;

    @Option(names = "--reaction", paramLabel = "COLUMN", description = "A column with reaction SMILES.")
    private List<String> reactions = new ArrayList<>();

    @Option(names = "--category", paramLabel = "COLUMN", description = "A column with names of things, such as "
        + "solvents, to learn from.")
    private List<String> categories = new ArrayList<>();

    @Option(names = "--number", paramLabel = "COLUMN", description = "A column with numbers to learn from.")
    private List<String> numbers = new ArrayList<>();

    @Option(names = "--group", paramLabel = "COLUMN", description = "Rows with the same value there stay together, in "
        + "the test and in the folds.")
    private String group;

    @Option(names = "--group-by", paramLabel = "KIND", converter = GroupConverter.class,
        description = "The same with groups that are made of the molecules: scaffold, generic_scaffold, cluster, "
            + "molecule.")
    private String groupBy;

    @Option(names = "--split", paramLabel = "COLUMN", description = "The column that says train or test.")
    private String split;

    @Option(names = "--test-percent", paramLabel = "N", defaultValue = "20", converter = PercentConverter.class,
        description = "How many of a hundred rows are kept for the test where no column says it; ${DEFAULT-VALUE} if "
            + "it is not given.")
    private double testPercent;

    @Option(names = "--rounds", paramLabel = "N", converter = CountConverter.class,
        description = "Rounds of pruning (setting rounds of the learner).")
    private Integer rounds;

    @Option(names = "--folds", paramLabel = "N", converter = CountConverter.class,
        description = "Networks that are trained, one a fold (folds).")
    private Integer folds;

    @Option(names = "--hidden-layers", paramLabel = "SIZES", description = "Units of the hidden layers, for example "
        + "256,64 (hiddenLayers).")
    private String hiddenLayers;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of everything random, also of the test rows (seed).")
    private Long seed;

    @Option(names = "--threads", paramLabel = "N", converter = CountConverter.class,
        description = "Networks trained side by side; otherwise one on each processor (threads).")
    private Integer threads;

    @Option(names = "--set", paramLabel = "[NODE.]NAME=VALUE", description = "Any setting of a node by the name under "
        + "which workflows store it. NODE is learner, featurizer, predictor or grouper; without it, the first of them "
        + "that has the setting. May be repeated; a name that is unknown shows those that there are.")
    private List<String> more = new ArrayList<>();

    @Option(names = "--output", paramLabel = "FOLDER", description = "The folder for the results; if it is not given, "
        + "TABLE.pruned beside the table.")
    private Path output;

    @Option(names = "--overwrite", description = "Replace the results of an earlier run in that folder.")
    private boolean overwrite;

    @Option(names = "--restart", description = "Begin anew, where an earlier run has left networks that could be gone "
        + "on with.")
    private boolean restart;

    /** Reads what groups are made of. */
    static final class GroupConverter implements ITypeConverter<String> {

        private static final List<String> KINDS = List.of("scaffold", "generic_scaffold", "cluster", "molecule");

        @Override
        public String convert(final String text) {
            final String kind = text.toLowerCase(Locale.ROOT).replace('-', '_');
            if (!KINDS.contains(kind)) {
                throw new TypeConversionException("'" + text + "' is none of " + String.join(", ", KINDS) + ".");
            }
            return kind.toUpperCase(Locale.ROOT);
        }
    }

    /** Reads a percentage that leaves rows on both sides. */
    static final class PercentConverter implements ITypeConverter<Double> {

        @Override
        public Double convert(final String text) {
            try {
                final double percent = Double.parseDouble(text);
                if (percent > 0 && percent < 100) {
                    return percent;
                }
            } catch (final NumberFormatException ex) { // NOSONAR reported below
            }
            throw new TypeConversionException("'" + text + "' is no number above 0 and below 100.");
        }
    }

    PruneCommand(final PrintStream out, final PrintStream err, final CancelFlag cancel) {
        this.out = out;
        this.err = err;
        this.cancel = cancel;
    }

    @Override
    public Integer call() throws OptionException, IOException {
        final Path table = TargetFile.absolute(input);
        final TableFormat format = TableFormat.ofName(table.getFileName().toString())
            .orElseThrow(() -> new OptionException("The name '" + input + "' does not tell the format: it ends in none "
                + "of " + TableFormat.endings() + "."));
        if (group != null && groupBy != null) {
            throw new OptionException("--group and --group-by cannot be given together.");
        }
        final Path folder = output == null ? table.resolveSibling(nameOf(table) + ".pruned")
            : TargetFile.absolute(output);
        try (PruningFolder place = PruningFolder.reserve(folder, overwrite, restart, FileTrees::delete)) {
            return prune(table, format, place);
        } catch (final InvalidSettingsException ex) {
            err.println(ex.getMessage());
            return ExitCode.LOAD_FAILED;
        }
    }

    private static String nameOf(final Path table) {
        final String name = Compression.withoutEnding(table.getFileName().toString());
        final int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private int prune(final Path table, final TableFormat format, final PruningFolder place)
        throws OptionException, IOException, InvalidSettingsException {
        final boolean tabs = format == TableFormat.TSV;
        final boolean asItIs = (tabs || format == TableFormat.CSV)
            && Compression.ofName(table) == Compression.NONE;
        final Path readable = asItIs ? table : converted(table, format, place.workflow().resolve("table.csv"));
        final SingleNodes nodes = new SingleNodes(out, cancel);
        final PruningWorkflow wiring =
            new PruningWorkflow(nodes::of, place.workflow(), readable, asItIs && tabs);
        final List<String> guessed = new ArrayList<>();
        final Roles roles = new Roles(molecules, reactions, categories, numbers, targets, group, split)
            .in(wiring.columns(), guessed);
        guessed.forEach(note -> out.println("note: " + note));
        final Workflow workflow = wiring.build(roles, groupBy, testPercent, settings(), place.trained());
        final RunReport report = new RunReport(place.workflow());
        Files.writeString(place.data().resolve(PruningFolder.MARKER), command(roles), StandardCharsets.UTF_8);
        final RunListener listener = Consoles.create(out, err, Consoles.isTerminal());
        final WorkflowExecutor executor = new WorkflowExecutor(workflow, listener, cancel);
        final List<String> problems = executor.configureAll();
        if (!problems.isEmpty()) {
            problems.forEach(err::println);
            return ExitCode.LOAD_FAILED;
        }
        return end(executor.run(), report, place);
    }

    /** Formats that the CSV Reader does not read become one that it does. */
    private static Path converted(final Path table, final TableFormat format, final Path csv) throws IOException {
        final var text = new RowText(',');
        try (RowSource rows = format.read(table);
            BufferedWriter writer = Files.newBufferedWriter(csv, StandardCharsets.UTF_8)) {
            writer.write(text.line(rows.columns().toArray()));
            RowSource.Row row;
            while ((row = rows.next()) != null) {
                if (row.defect() != null) {
                    throw new IOException(row.defect());
                }
                writer.write(text.line(row.values()));
            }
        }
        return csv;
    }

    private List<NodeSetting> settings() throws OptionException {
        final List<NodeSetting> settings = new ArrayList<>();
        if (classes) {
            settings.add(learner("targetKind", "CLASSES"));
        }
        add(settings, "rounds", rounds);
        add(settings, "folds", folds);
        add(settings, "hiddenLayers", hiddenLayers);
        add(settings, "seed", seed);
        add(settings, "threads", threads);
        for (final String text : more) {
            try {
                settings.add(NodeSetting.of(text));
            } catch (final IllegalArgumentException ex) {
                throw new OptionException("--set: " + ex.getMessage());
            }
        }
        return settings;
    }

    private static NodeSetting learner(final String path, final Object value) {
        return new NodeSetting(NodeSetting.Node.LEARNER, path, value.toString());
    }

    private static void add(final List<NodeSetting> settings, final String path, final Object value) {
        if (value != null) {
            settings.add(learner(path, value));
        }
    }

    /** @return what makes the same again */
    private String command(final Roles roles) throws OptionException {
        final StringBuilder text = new StringBuilder("reductor prune " + quoted(input.toString()));
        roles.molecules().forEach(name -> text.append(" --smiles ").append(quoted(name)));
        roles.reactions().forEach(name -> text.append(" --reaction ").append(quoted(name)));
        roles.categories().forEach(name -> text.append(" --category ").append(quoted(name)));
        roles.numbers().forEach(name -> text.append(" --number ").append(quoted(name)));
        roles.targets().forEach(name -> text.append(" --target ").append(quoted(name)));
        text.append(group == null ? "" : " --group " + quoted(group));
        text.append(groupBy == null ? "" : " --group-by " + groupBy.toLowerCase(Locale.ROOT));
        text.append(split == null ? " --test-percent " + testPercent : " --split " + quoted(split));
        settings().forEach(s -> text.append(" --set ")
            .append(quoted((s.node() == null ? "" : s.node().label() + ".") + s.path() + "=" + s.value())));
        return text.append('\n').toString();
    }

    private static String quoted(final String word) {
        return word.matches("[\\w./:=,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    private int end(final RunResult result, final RunReport report, final PruningFolder place) throws IOException {
        if (!result.successful()) {
            err.println();
            err.println((result.cancelled() ? "The run was cancelled." : "The run failed; see the messages above.")
                + (Files.exists(place.trained()) ? " What has been trained is kept: the same command goes on with it."
                    : ""));
            return ExitCode.EXECUTION_FAILED;
        }
        final List<String> lines = report.lines(result, place.workflow(), shown(place.results()));
        lines.forEach(out::println);
        views(result, lines, place);
        place.complete(FileTrees::delete);
        return ExitCode.SUCCESS;
    }

    /** Writes the views of the nodes beside what they have written. */
    private void views(final RunResult result, final List<String> lines, final PruningFolder place) {
        try {
            final Optional<HtmlReport> views = HtmlReport.of(place.results().getFileName().toString(), result);
            if (views.isPresent()) {
                try (OutputStream stream =
                    new BufferedOutputStream(Files.newOutputStream(place.data().resolve("report.html")))) {
                    views.get().write(lines, stream);
                }
                out.println("  Views           " + shown(place.results().resolve("report.html"))
                    + " (open it in a browser)");
            }
        } catch (final IOException ex) {
            err.println("The views cannot be written (" + ex + "). All else is there.");
        }
    }

    private static String shown(final Path path) {
        final Path here = Path.of("").toAbsolutePath();
        return path.startsWith(here) ? here.relativize(path).toString() : path.toString();
    }
}
