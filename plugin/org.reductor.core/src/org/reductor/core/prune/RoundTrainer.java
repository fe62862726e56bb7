/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import org.reductor.core.data.CsrMatrix;
import org.reductor.core.data.DataSplit;
import org.reductor.core.data.DataSplit.Fold;
import org.reductor.core.data.Dataset;
import org.reductor.core.network.AffineScale;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Network;
import org.reductor.core.train.BatchPlan;
import org.reductor.core.train.Seeds;
import org.reductor.core.train.TargetScaling;
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
    private final PruningSettings settings;
    private final AffineScale scale;
    private final RunMonitor monitor;
    private final double targetDeviation;
    private final ExecutorService pool;

    RoundTrainer(final Dataset data, final DataSplit split, final PruningSettings settings, final AffineScale scale,
        final RunMonitor monitor) {
        this.data = data;
        this.split = split;
        this.settings = settings;
        this.scale = scale;
        this.monitor = monitor;
        targetDeviation = TargetScaling.standardDeviation(data.targets(), split.foldRows());
        final int threads = settings.threads() > 0 ? settings.threads() : Runtime.getRuntime().availableProcessors();
        pool = Executors.newFixedThreadPool(threads, task -> {
            final Thread thread = new Thread(task, "reductor-training");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** What to train. */
    enum Kind {
        CONTROLS, PERTURBED, BOTH
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
     * @param round number of the round
     * @param mask which weights are kept
     * @param starts for each fold the network to start from
     * @param kind what to train
     * @param doneBefore networks of this round that were trained before, for the progress
     * @return the trained networks
     */
    Trained train(final int round, final Mask mask, final List<Network> starts, final Kind kind,
        final int doneBefore) {
        final CsrMatrix features = data.features().selectColumns(mask.units(0));
        final Trainer trainer = new Trainer(features, mask, settings.training());
        final AtomicInteger done = new AtomicInteger(doneBefore);
        final List<Future<TrainedNetwork>> controls = new ArrayList<>();
        final List<List<Future<TrainedNetwork>>> perturbed = new ArrayList<>();
        for (int fold = 0; fold < starts.size(); fold++) {
            final Fold rows = split.folds().get(fold);
            final Network start = starts.get(fold);
            final BatchPlan plan = new BatchPlan(rows.training(), settings.training().batchSize(),
                Seeds.derive(settings.seed(), Purpose.BATCHES, round, fold));
            if (kind != Kind.PERTURBED) {
                controls.add(submit(trainer, start, new TrainingTask(plan, rows.validation(), scaled(data.targets())),
                    done));
            }
            perturbed.add(new ArrayList<>());
            for (int n = 0; kind != Kind.CONTROLS && n < settings.perturbation().networks(); n++) {
                final double[] targets = settings.perturbation().apply(data.targets(), targetDeviation, n,
                    Seeds.derive(settings.seed(), Purpose.PERTURBATION, round, fold));
                perturbed.get(fold)
                    .add(submit(trainer, start, new TrainingTask(plan, rows.validation(), scaled(targets)), done));
            }
        }
        final Progress progress = new Progress(round, mask, done);
        final List<TrainedNetwork> trainedControls = controls.stream().map(f -> await(f, progress)).toList();
        final List<List<TrainedNetwork>> trainedPerturbed = perturbed.stream()
            .map(fold -> fold.stream().map(f -> await(f, progress)).toList()).toList();
        final int epochs = trainedControls.stream().mapToInt(TrainedNetwork::epochs).sum()
            + trainedPerturbed.stream().flatMap(List::stream).mapToInt(TrainedNetwork::epochs).sum();
        return new Trained(trainedControls,
            trainedPerturbed.stream().map(fold -> fold.stream().map(TrainedNetwork::network).toList()).toList(),
            epochs);
    }

    private Future<TrainedNetwork> submit(final Trainer trainer, final Network start, final TrainingTask task,
        final AtomicInteger done) {
        return pool.submit(() -> {
            final TrainedNetwork trained = trainer.train(start, task,
                () -> monitor.isCancelled() || Thread.currentThread().isInterrupted());
            done.incrementAndGet();
            return trained;
        });
    }

    private TrainedNetwork await(final Future<TrainedNetwork> future, final Progress progress) {
        while (true) {
            progress.report();
            try {
                return future.get(POLL_MILLISECONDS, TimeUnit.MILLISECONDS);
            } catch (final TimeoutException e) {
                if (monitor.isCancelled()) {
                    throw new CancellationException();
                }
            } catch (final InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException();
            } catch (final ExecutionException e) {
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw new IllegalStateException("A network could not be trained", e.getCause());
            }
        }
    }

    private float[] scaled(final double[] targets) {
        final float[] scaled = new float[targets.length];
        for (int i = 0; i < targets.length; i++) {
            scaled[i] = (float)scale.apply(targets[i]);
        }
        return scaled;
    }

    /** Stops the threads; networks still in training are abandoned. */
    @Override
    public void close() {
        pool.shutdownNow();
    }

    /** Tells the monitor how far the run is. */
    private final class Progress {

        private final int round;
        private final String message;
        private final AtomicInteger done;

        private Progress(final int round, final Mask mask, final AtomicInteger done) {
            this.round = round;
            this.done = done;
            final double kept = 100.0 * mask.keptWeights() / mask.originalWeights();
            message = round == 0 ? "Training the unpruned networks"
                : String.format(Locale.ROOT, "Round %d of %d, %.3g %% of the weights kept", round,
                    settings.rounds(), kept);
        }

        private void report() {
            final int each = settings.criterion().needsPerturbedNetworks() ? 1 + settings.perturbation().networks() : 1;
            final double ofRound = (double)done.get() / (settings.folds() * each);
            monitor.progress(Math.min(1, (round + Math.min(1, ofRound)) / (settings.rounds() + 1)), message);
        }
    }
}
