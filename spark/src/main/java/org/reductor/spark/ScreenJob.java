/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.spark;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** Screens a library into a folder of Parquet files: every row with what is told of it, or only the best. */
final class ScreenJob {

    /** Tasks a processor, so that one that takes long does not hold up all. */
    private static final int TASKS_A_CORE = 4;

    /** A library of so few bytes is done in the order of its rows before anything is dealt out. */
    private static final long SMALL = 1 << 18;

    /**
     * What is to be done.
     *
     * @param model path of a model file
     * @param input path of a file or folder
     * @param output path of the folder to write, which must not exist
     * @param molecules name of the column with the molecules; empty for that of the training
     * @param distinct whether each molecule is predicted once
     * @param top how many of the best rows are kept; 0 for all rows
     * @param lowest whether low predictions are the best
     * @param target what the best are told by, if there are several; see {@link Ranking}
     * @param settings how the model is used
     */
    record Order(String model, String input, String output, Optional<String> molecules, boolean distinct, int top,
        boolean lowest, Optional<String> target, ScreenSettings settings) {
    }

    private final SparkSession spark;

    private final Order order;

    ScreenJob(final SparkSession spark, final Order order) {
        this.spark = spark;
        this.order = order;
    }

    /**
     * @return what became of the rows
     * @throws ScreeningException if it cannot be done; then nothing has been written
     */
    Counts run() {
        final Path output = new Path(order.output);
        try {
            final FileSystem files = output.getFileSystem(spark.sessionState().newHadoopConf());
            requireNew(files, output);
            final SharedModel model = SharedModel.of(spark, order.model, order.settings);
            final int ranked = order.top == 0 ? 0 : rank(model);
            final MoleculeFiles library = MoleculeFiles.of(spark, order.input);
            final Screening screening = Screening.of(model, library.columns(), order.molecules);
            if (order.distinct && screening.columns().size() > 1) {
                throw new ScreeningException("The networks read several columns, so rows cannot be told apart by a "
                    + "molecule. Leave out --distinct.");
            }
            boolean done = false;
            try {
                final Dataset<Row> scored = screening.append(
                    order.distinct
                        ? DistinctMolecules.of(spread(library), screening.columns().get(0), order.settings)
                        : spread(library),
                    library.problem());
                final Counts counts = order.top == 0 ? writeAll(scored, screening)
                    : writeTop(scored, screening.kept() + ranked);
                done = true;
                return counts;
            } finally {
                if (!done) {
                    files.delete(output, true);
                }
            }
        } catch (final Exception e) { // Scala does not declare what it throws
            throw Failures.told(e, order.input);
        }
    }

    private int rank(final SharedModel model) {
        return new Ranking(model.tasks(), order.settings.told()).index(order.target);
    }

    private static void requireNew(final FileSystem files, final Path output) throws IOException {
        if (files.exists(output)) {
            throw new ScreeningException("'" + output + "' exists already"
                + (files.exists(new Path(output, "_SUCCESS")) ? "" : ", perhaps of a run that was killed")
                + ". Take it away, or name another folder.");
        }
    }

    /** What cannot be read in parts, such as a packed file, is dealt out to all processors once it is read. */
    private Dataset<Row> spread(final MoleculeFiles library) {
        final Dataset<Row> table = library.table();
        final int cores = spark.sparkContext().defaultParallelism();
        return library.bytes() < SMALL || table.rdd().getNumPartitions() >= cores ? table
            : table.repartition(TASKS_A_CORE * cores);
    }

    private Counts writeAll(final Dataset<Row> scored, final Screening screening) {
        scored.write().mode(SaveMode.ErrorIfExists).parquet(order.output);
        final var failure = Screening.column(screening.failure());
        final Row counts = spark.read().parquet(order.output)
            .agg(functions.count(functions.lit(1)), functions.count(failure), functions.min(failure)).first();
        return new Counts(counts.getLong(0), counts.getLong(1), counts.getString(2));
    }

    private Counts writeTop(final Dataset<Row> scored, final int column) {
        final TopRows top = scored.toJavaRDD().treeAggregate(
            new TopRows(order.top, new TopRows.Order(column, order.lowest)), TopRows::add, TopRows::add);
        final List<Row> best = top.best();
        spark.createDataFrame(best, scored.schema()).coalesce(1).write().mode(SaveMode.ErrorIfExists)
            .parquet(order.output);
        return top.counts();
    }
}
