/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.spark;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.apache.spark.sql.SparkSession;
import org.reductor.core.uncertainty.IntervalScores;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code reductor screen}, which is also the program of the jar for spark-submit. */
@Command(name = "screen", mixinStandardHelpOptions = true, versionProvider = ScreenCommand.Version.class,
    sortOptions = false,
    description = {"Predict a library of molecules on Apache Spark, on this machine or on a cluster.",
        "%nThe library is a Parquet, CSV, TSV or SMILES file (the last three also .gz or .bz2) or a folder of files of "
            + "one kind. The output is a folder of Parquet files: the columns of the library, those that the node "
            + "Network Predictor appends, and 'failure', which says of a row without a prediction why it has none.%n"},
    customSynopsis = {"reductor screen MODEL.reductor LIBRARY OUTPUT [options]",
        "       spark-submit [options of Spark] reductor-spark.jar MODEL.reductor LIBRARY OUTPUT [options]"},
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "2:wrong options", "4:the library could not be screened"},
    footer = {"%nFor instance:",
        "  reductor screen target/runs/affinity/data/model.reductor library.smi scores",
        "  reductor screen model.reductor hdfs:///library hdfs:///best --top 10000 --master spark://head:7077"})
public final class ScreenCommand implements Callable<Integer> {

    private static final int FAILED = 4;

    /** Set by spark-submit, or by hand. */
    private static final String MASTER = "spark.master";

    private final PrintStream out;

    private final PrintStream err;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "MODEL.reductor", description = "The model.")
    private String model;

    @Parameters(index = "1", paramLabel = "LIBRARY", description = "The file or folder with the molecules.")
    private String library;

    @Parameters(index = "2", paramLabel = "OUTPUT", description = "The folder to write. It must not exist yet.")
    private String output;

    @Option(names = "--smiles", paramLabel = "COLUMN", description = "The column with the molecules; otherwise the one "
        + "that is named as in training, or 'smiles'.")
    private String molecules;

    @Option(names = "--top", paramLabel = "K", description = "Write only the K rows with the highest predictions.")
    private Integer top;

    @Option(names = "--lowest", description = "With --top: low predictions are the best.")
    private boolean lowest;

    @Option(names = "--target", paramLabel = "NAME", description = "With --top: the target that counts, if there are "
        + "several; NAME=CLASS for the probability of a class.")
    private String target;

    @Option(names = "--distinct", description = "Predict each molecule once, told by its canonical SMILES.")
    private boolean distinct;

    @Option(names = "--coverage", paramLabel = "SHARE", defaultValue = "0.9",
        description = "Probability that the true value lies in the interval (default: ${DEFAULT-VALUE}).")
    private double coverage;

    @Option(names = "--isolate", description = "Read every molecule in a process of its own from the beginning, where "
        + "it may crash without harm; slower. A cluster does so by itself where an executor was lost.")
    private boolean isolate;

    @Option(names = "--any-rdkit", description = "Predict also where an executor has another RDKit than the one whose "
        + "features the networks have learned from.")
    private boolean anyRdkit;

    @Option(names = "--master", paramLabel = "URL", description = "Where Spark runs: local[*], which is the default, "
        + "local[2] for two processors of this machine, spark://HOST:PORT, yarn, k8s://...")
    private String master;

    @Option(names = "--conf", paramLabel = "KEY=VALUE", description = "A setting of Spark; may be given several times.")
    private Map<String, String> settings = new LinkedHashMap<>();

    /** The version of the build. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            final String version = ScreenCommand.class.getPackage().getImplementationVersion();
            return new String[]{"Reductor " + (version == null ? "(development build)" : version)};
        }
    }

    /**
     * @param out results
     * @param err problems
     */
    ScreenCommand(final PrintStream out, final PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** @param arguments see {@code --help} */
    public static void main(final String[] arguments) {
        final int code = run(System.out, System.err, arguments);
        if (code != 0) { // in YARN's cluster mode an exit in good order counts as a failure
            System.exit(code);
        }
    }

    static int run(final PrintStream out, final PrintStream err, final String... arguments) {
        return new CommandLine(new ScreenCommand(out, err)).setUsageHelpWidth(100).setOverwrittenOptionsAllowed(true)
            .setExpandAtFiles(false).execute(arguments);
    }

    @Override
    public Integer call() {
        requireSense();
        final ScreenJob.Order order = new ScreenJob.Order(model, library, output, Optional.ofNullable(molecules),
            distinct, top == null ? 0 : top, lowest, Optional.ofNullable(target),
            new ScreenSettings(coverage, isolate, anyRdkit, ScreenSettings.PATIENCE));
        final long start = System.nanoTime();
        final SparkSession spark = session();
        try {
            tell(new ScreenJob(spark, order).run(), (System.nanoTime() - start) / 1e9);
            return 0;
        } catch (final ScreeningException e) {
            err.println(e.getMessage());
            return FAILED;
        } finally {
            spark.stop();
        }
    }

    private void requireSense() {
        if (top != null && top < 1) {
            throw wrong("--top is " + top + "; it must be at least 1.");
        }
        if (top == null && (lowest || target != null)) {
            throw wrong((lowest ? "--lowest" : "--target") + " says which rows are the best: give --top as well.");
        }
        if (!(coverage >= IntervalScores.LEAST_COVERAGE && coverage <= IntervalScores.LARGEST_COVERAGE)) {
            throw wrong("--coverage is " + coverage + "; it must be from " + IntervalScores.LEAST_COVERAGE + " to "
                + IntervalScores.LARGEST_COVERAGE + ".");
        }
    }

    private ParameterException wrong(final String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private SparkSession session() {
        final SparkSession.Builder builder = SparkSession.builder().appName("Reductor: " + model);
        final String where =
            master != null ? master : settings.getOrDefault(MASTER, System.getProperty(MASTER, "local[*]"));
        builder.master(where);
        final Map<String, String> usual = new LinkedHashMap<>();
        if (where.startsWith("local")) { // nobody on the network has a part in it
            usual.put("spark.driver.host", "localhost");
            usual.put("spark.driver.bindAddress", "127.0.0.1");
            usual.put("spark.ui.enabled", "false");
        }
        // Parts of some ten seconds: what is lost with an executor is soon made good.
        usual.put("spark.sql.files.maxPartitionBytes", "4m");
        // An executor that a molecule ends takes the tasks of its other processors with it.
        usual.put("spark.task.maxFailures", "16");
        usual.keySet().removeIf(key -> System.getProperty(key) != null); // said to spark-submit
        usual.putAll(settings);
        usual.forEach(builder::config);
        return builder.getOrCreate();
    }

    private void tell(final Counts counts, final double seconds) {
        out.println("Result");
        line("Rows", String.format(Locale.ENGLISH, "%,d%s read, %,d predicted, %,d failed", counts.rows(),
            distinct ? " different molecules" : "", counts.rows() - counts.failed(), counts.failed()));
        if (counts.failed() > 0) {
            line("", "one of them: " + counts.failure());
        }
        line("Output", output + (top == null ? "" : String.format(Locale.ENGLISH, " (the best %,d)",
            Math.min(top, counts.rows() - counts.failed()))));
        line("Time", String.format(Locale.ENGLISH, "%,.0f s, %,.0f rows a second", seconds, counts.rows() / seconds));
    }

    private void line(final String name, final String text) {
        out.println(String.format(Locale.ENGLISH, "  %-8s%s", name, text));
    }
}
