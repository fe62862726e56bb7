/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.spark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;

import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.reductor.core.data.Dataset;
import org.reductor.core.data.FeatureRecipe;
import org.reductor.core.data.RowRoles;
import org.reductor.core.model.NetworkModel;
import org.reductor.core.model.Provenance;
import org.reductor.core.prune.Checkpoints;
import org.reductor.core.prune.PruningResult;
import org.reductor.core.prune.PruningRun;
import org.reductor.core.prune.PruningSettings;
import org.reductor.core.prune.RunMonitor;
import org.reductor.core.prune.RunRows;
import org.reductor.core.settings.Settings;
import org.reductor.core.train.Engine;
import org.reductor.core.train.TrainingDivergedException;
import org.reductor.core.uncertainty.Calibrator;

/**
 * Whole pruning runs as tasks of Spark: seeds, criteria or other settings on one table, or the targets of a panel with a
 * table each. Every run trains its control and perturbed networks on one executor, on as many threads as a task has
 * processors ({@code spark.task.cpus}), and gives the bits that it gives on one machine. A run whose executor is lost is
 * begun again on another one.
 */
public final class PruningRuns {

    private final SparkSession spark;

    private final Map<String, String> versions;

    /**
     * A run to be made.
     *
     * @param data training data without the test set; runs on the same object send it to the executors once
     * @param recipe how its features were made
     * @param settings the choices; the number of threads is not looked at
     */
    public record Run(Dataset data, FeatureRecipe recipe, PruningSettings settings) {
    }

    /**
     * What a run gave. One that cannot be done does not end the others.
     *
     * @param model the pruned networks with history and provenance; empty if there are none
     * @param failure why there are none, in plain words; empty if there are
     */
    public record Outcome(Optional<NetworkModel> model, String failure) {
    }

    /** A run on its way to an executor. */
    private record Sent(Broadcast<byte[]> data, String recipe, TreeMap<String, String> settings)
        implements Serializable {
    }

    /** What comes back: a model file, or why there is none. */
    private record Returned(byte[] model, String failure) implements Serializable {
    }

    /**
     * @param spark the session
     * @param versions of what makes features and networks, for the provenance of the models
     */
    public PruningRuns(final SparkSession spark, final Map<String, String> versions) {
        this.spark = spark;
        this.versions = Map.copyOf(versions);
    }

    /**
     * @param runs what to train
     * @return what each gave, in the same order
     * @throws ScreeningException if Spark cannot do them
     */
    public List<Outcome> run(final List<Run> runs) {
        final JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        final IdentityHashMap<Dataset, Broadcast<byte[]>> tables = new IdentityHashMap<>();
        final List<Sent> sent = new ArrayList<>();
        for (final Run run : runs) {
            sent.add(new Sent(
                tables.computeIfAbsent(run.data, data -> context.broadcast(DatasetBytes.write(data))),
                run.recipe.toJson(), new TreeMap<>(Settings.toTexts(run.settings))));
        }
        final int threads = spark.sparkContext().conf().getInt("spark.task.cpus", 1);
        final TreeMap<String, String> made = new TreeMap<>(versions);
        try {
            return context.parallelize(sent, sent.size()).map(run -> onExecutor(run, made, threads)).collect().stream()
                .map(PruningRuns::outcome).toList();
        } catch (final Exception e) { // Scala does not declare what it throws
            throw Failures.told(e, "the runs");
        } finally {
            tables.values().forEach(Broadcast::destroy);
        }
    }

    private static Outcome outcome(final Returned returned) {
        return returned.model == null ? new Outcome(Optional.empty(), returned.failure)
            : new Outcome(Optional.of(ModelBytes.parse("the model of a run", returned.model)), "");
    }

    private static Returned onExecutor(final Sent sent, final Map<String, String> versions, final int threads) {
        final TaskContext task = TaskContext.get();
        final Run run = new Run(DatasetBytes.read(sent.data.value()), FeatureRecipe.fromJson(sent.recipe),
            Settings.fromTexts(sent.settings, PruningSettings.class));
        try {
            final var bytes = new ByteArrayOutputStream();
            here(run, versions, threads, new RunMonitor() {
                @Override
                public void progress(final double fraction, final String message) {
                    // nobody looks
                }

                @Override
                public boolean isCancelled() {
                    return task.isInterrupted();
                }
            }).write(bytes);
            return new Returned(bytes.toByteArray(), "");
        } catch (final CancellationException e) {
            throw e;
        } catch (final IllegalArgumentException | TrainingDivergedException e) { // it would fail anywhere
            return new Returned(null, e.getMessage());
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A run on this machine, as an executor makes it.
     *
     * @param run what to train
     * @param versions for the provenance
     * @param threads networks trained side by side
     * @param monitor hears the progress and may cancel
     * @return the pruned networks
     * @throws IllegalArgumentException if the data do not suffice or do not fit, saying what is missing
     * @throws TrainingDivergedException if the training of round 0 diverges
     */
    static NetworkModel here(final Run run, final Map<String, String> versions, final int threads,
        final RunMonitor monitor) {
        final Instant started = Instant.now();
        final long start = System.nanoTime();
        final PruningSettings settings = run.settings.withThreads(threads);
        final RunRows rows = RunRows.of(run.data, null, settings.ensemble());
        final PruningResult result = PruningRun.run(rows, settings, null, Engine.of(settings.training()),
            Checkpoints.NONE, monitor);
        final Provenance provenance = Provenance.of(run.data, settings, versions, started,
            (System.nanoTime() - start) / 1e9);
        return new NetworkModel(result.pruned(), run.recipe, result.history(), List.of(), provenance,
            Calibrator.calibrate(rows, run.recipe, result.pruned(), result.score(), RowRoles.NONE));
    }
}
