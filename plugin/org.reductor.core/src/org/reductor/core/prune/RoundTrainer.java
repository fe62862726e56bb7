/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import org.reductor.core.data.CsrMatrix;
import org.reductor.core.data.DataSplit;
import org.reductor.core.data.DataSplit.Fold;
import org.reductor.core.data.Dataset;
import org.reductor.core.data.Limits;
import org.reductor.core.data.Seeds;
import org.reductor.core.data.Targets;
import org.reductor.core.network.Network;
import org.reductor.core.objective.Heads;
import org.reductor.core.objective.Perturbation;
import org.reductor.core.objective.ScaledTargets;
import org.reductor.core.train.BatchPlan;
import org.reductor.core.train.Engine;
import org.reductor.core.train.TrainedNetwork;
import org.reductor.core.train.Trainer;
import org.reductor.core.train.TrainingTask;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Trains the networks of a round side by side, one a thread. Each network's arithmetic is sequential and its random
 * streams belong to its round, fold and number, so the result does not depend on the number of threads.
 */
final class RoundTrainer implements AutoCloseable {

    /** Half of what a user may have to wait for a cancelled run; networks look at it once a batch. */
    private static final long POLL_MILLISECONDS = 100;

    private final Dataset data;
    private final DataSplit split;
    private final EnsembleSettings settings;
    private final Engine engine;
    private final int threads;
    private final ExecutorService pool;

    RoundTrainer(final Dataset data, final DataSplit split, final EnsembleSettings settings, final Engine engine) {
        this.data = data;
        this.split = split;
        this.settings = settings;
        this.engine = engine;
        data.targets().requireSpread(split.foldRows());
        threads = settings.threads() > 0 ? settings.threads() : Runtime.getRuntime().availableProcessors();
        pool = Executors.newFixedThreadPool(threads, task -> {
            final Thread thread = new Thread(task, "reductor-training");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * What was trained.
     *
     * @param controls one a fold, or empty
     * @param perturbed for each fold its perturbed networks, or empty lists
     * @param epochs of all networks together
     */
    record Trained(List<TrainedNetwork> controls, List<List<Network>> perturbed, int epochs) {
    }

    /**
     * Trains networks of one round.
     *
     * @param round what they start from
     * @param trainControls whether to train the control networks
     * @param perturbation how the perturbed networks' targets differ; null to train none
     * @param monitor hears the progress and may cancel
     * @return the trained networks
     */
    Trained train(final PreparedRound round, final boolean trainControls, final Perturbation perturbation,
        final RunMonitor monitor) {
        requireRoom(round.mask().sizes(), perturbation == null ? 0 : perturbation.networks());
        final CsrMatrix features = data.features().selectColumns(round.mask().units(0));
        final Trainer trainer = new Trainer(features, round.mask(), settings.training(), engine);
        final Progress progress = new Progress(monitor,
            settings.folds() * ((trainControls ? 1 : 0) + (perturbation == null ? 0 : perturbation.networks())));
        final int[] foldRows = split.foldRows();
        final List<Future<TrainedNetwork>> controls = new ArrayList<>();
        final List<List<Future<TrainedNetwork>>> perturbed = new ArrayList<>();
        for (int fold = 0; fold < round.starts().size(); fold++) {
            final Fold rows = split.folds().get(fold);
            final Network start = round.starts().get(fold);
            final BatchPlan plan = new BatchPlan(rows.training(), settings.training().batchSize(),
                Seeds.derive(settings.seed(), Purpose.BATCHES, round.round(), fold));
            if (trainControls) {
                controls.add(submit(trainer, start,
                    new TrainingTask(plan, rows.validation(), scaled(data.targets(), round.heads(), rows)), progress));
            }
            perturbed.add(new ArrayList<>());
            for (int n = 0; perturbation != null && n < perturbation.networks(); n++) {
                final Targets targets = perturbation.apply(data.targets(), foldRows, n,
                    Seeds.derive(settings.seed(), Purpose.PERTURBATION, round.round(), fold));
                final Heads heads = perturbation.apply(round.heads(), n);
                perturbed.get(fold).add(submit(trainer, start,
                    new TrainingTask(plan, rows.validation(), scaled(targets, heads, rows)), progress));
            }
        }
        final List<TrainedNetwork> trainedControls = controls.stream().map(f -> await(f, progress)).toList();
        final List<List<TrainedNetwork>> trainedPerturbed = perturbed.stream()
            .map(fold -> fold.stream().map(f -> await(f, progress)).toList()).toList();
        final int epochs = trainedControls.stream().mapToInt(TrainedNetwork::epochs).sum()
            + trainedPerturbed.stream().flatMap(List::stream).mapToInt(TrainedNetwork::epochs).sum();
        return new Trained(trainedControls,
            trainedPerturbed.stream().map(fold -> fold.stream().map(TrainedNetwork::network).toList()).toList(),
            epochs);
    }

    /**
     * @param sizes sizes of networks that are to be trained
     * @param perturbed number of perturbed networks a fold
     * @throws IllegalArgumentException if they would be too many or too large
     */
    void requireRoom(final int[] sizes, final int perturbed) {
        Limits.requireTraining(sizes, settings.folds(), perturbed, threads);
    }

    private Future<TrainedNetwork> submit(final Trainer trainer, final Network start, final TrainingTask task,
        final Progress progress) {
        return pool.submit(() -> {
            final TrainedNetwork trained = trainer.train(start, task,
                () -> progress.monitor.isCancelled() || Thread.currentThread().isInterrupted());
            progress.done.incrementAndGet();
            return trained;
        });
    }

    private static TrainedNetwork await(final Future<TrainedNetwork> future, final Progress progress) {
        while (true) {
            progress.report();
            try {
                return future.get(POLL_MILLISECONDS, TimeUnit.MILLISECONDS);
            } catch (final TimeoutException e) {
                if (progress.monitor.isCancelled()) {
                    throw new CancellationException();
                }
            } catch (final InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException();
            } catch (final ExecutionException e) {
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                if (e.getCause() instanceof Error cause) {
                    throw cause; // such as memory that does not suffice, of which callers know what to say
                }
                throw new IllegalStateException("A network could not be trained", e.getCause());
            }
        }
    }

    private ScaledTargets scaled(final Targets targets, final Heads heads, final Fold rows) {
        return ScaledTargets.of(targets, heads, settings.training().classWeights(), rows.training());
    }

    /** Stops the threads; networks still in training are abandoned. */
    @Override
    public void close() {
        pool.shutdownNow();
    }

    /** Tells the monitor how far a training is. */
    private static final class Progress {

        private final RunMonitor monitor;
        private final int networks;
        private final AtomicInteger done = new AtomicInteger();

        private Progress(final RunMonitor monitor, final int networks) {
            this.monitor = monitor;
            this.networks = networks;
        }

        private void report() {
            monitor.progress((double)done.get() / networks,
                String.format(Locale.ROOT, "Network %d of %d", Math.min(done.get() + 1, networks), networks));
        }
    }
}
