/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import org.reductor.core.data.CsrMatrix;
import org.reductor.core.data.DataSplit.Fold;
import org.reductor.core.data.Limits;
import org.reductor.core.data.Seeds;
import org.reductor.core.data.Targets;
import org.reductor.core.network.Activations;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Member;
import org.reductor.core.network.Network;
import org.reductor.core.network.NetworkEnsemble;
import org.reductor.core.objective.Heads;
import org.reductor.core.objective.Perturbation;
import org.reductor.core.objective.ScaledTargets;
import org.reductor.core.prune.criterion.Need;
import org.reductor.core.train.BatchPlan;
import org.reductor.core.train.Engine;
import org.reductor.core.train.TrainedNetwork;
import org.reductor.core.train.Trainer;
import org.reductor.core.train.TrainingTask;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Trains the networks of a round side by side, one a thread; threads that are left over help. No sum is split between
 * threads and a network's random streams belong to its round, fold and number, so the result does not depend on the
 * number of threads.
 */
final class RoundTrainer implements AutoCloseable {

    /** Half of what a user may have to wait for a cancelled run; networks look at it once a batch. */
    private static final long POLL_MILLISECONDS = 100;

    private final RunRows rows;
    private final EnsembleSettings settings;
    private final Engine engine;
    private final Checkpoints checkpoints;
    private final int threads;
    private final TrainingPool pool;

    RoundTrainer(final RunRows rows, final EnsembleSettings settings, final Engine engine,
        final Checkpoints checkpoints) {
        this.rows = rows;
        this.settings = settings;
        this.checkpoints = checkpoints;
        threads = settings.threads() > 0 ? settings.threads() : Runtime.getRuntime().availableProcessors();
        pool = new TrainingPool(threads);
        this.engine = engine.helpedBy(pool);
    }

    /**
     * A trained control network.
     *
     * @param trained the network
     * @param residual see {@link TrainedRound}
     * @param activations see {@link GroupStatistics}; null if nobody asked for them
     */
    record Control(TrainedNetwork trained, double residual, float[][] activations) {
    }

    /**
     * What was trained.
     *
     * @param features for each fold the features of the inputs that its mask keeps
     * @param controls one a fold, or empty
     * @param perturbed networks of each fold, or none
     */
    record Trained(List<CsrMatrix> features, List<Control> controls, PerturbedTraining perturbed) {
    }

    /**
     * Trains networks of one round.
     *
     * @param input what they start from
     * @param controls the control networks, if they are trained already; null to train them
     * @param needs what is to be known of them
     * @param perturbation how the perturbed networks' targets differ; null to train none
     * @param monitor hears the progress and may cancel
     * @return the trained networks
     */
    Trained train(final RoundInput input, final List<Network> controls, final Set<Need> needs,
        final Perturbation perturbation, final RunMonitor monitor) {
        requireRoom(input.networks().largestSizes(), perturbation == null ? 0 : perturbation.networks());
        final Progress progress = new Progress(monitor,
            rows.folds() * ((controls == null ? 1 : 0) + (perturbation == null ? 0 : perturbation.networks())));
        final List<CsrMatrix> features = features(input.starts());
        final List<Future<Control>> trainedControls = new ArrayList<>();
        final List<Copies> copies = new ArrayList<>();
        for (int fold = 0; fold < rows.folds(); fold++) {
            final Member start = input.starts().get(fold);
            final CsrMatrix ofMask = features.get(fold);
            final Trainer trainer = new Trainer(ofMask, start.mask(), settings.training(), engine);
            final String name = "round-" + input.round() + "-fold-" + fold;
            final Fold own = rows.split().folds().get(fold);
            final BatchPlan plan = new BatchPlan(own.training(), settings.training().batchSize(),
                Seeds.derive(settings.seed(), Purpose.BATCHES, input.round(), fold));
            final TrainingTask task =
                new TrainingTask(plan, own.validation(), scaled(rows.data().targets(), start.heads(), own));
            final int[] counted = needs.contains(Need.ACTIVATIONS) ? rows.rowsOf(fold) : null;
            if (controls == null) {
                trainedControls.add(submit(progress, cancelled -> {
                    final TrainedNetwork trained =
                        checkpoints.trained(name, start, () -> trainer.train(start.network(), task, cancelled));
                    return new Control(trained,
                        Residuals.of(trained.network(), ofMask, task.targets(), task.validation()),
                        counted == null ? null : Activations.rootMeanSquares(trained.network(), ofMask, counted));
                }));
            }
            final Copies ofFold = new Copies(
                DegreesOfFreedom.estimable(perturbation, task.targets())
                    ? Optional.of(new DegreesOfFreedom(task.targets(), ofMask, own.training())) : Optional.empty(),
                new Residuals.Noise(), new ArrayList<>());
            for (int n = 0; perturbation != null && n < perturbation.networks(); n++) {
                final Targets targets = perturbation.apply(rows.data().targets(), rows.rowsOf(fold), n,
                    Seeds.derive(settings.seed(), Purpose.PERTURBATION, input.round(), fold));
                final TrainingTask other = new TrainingTask(plan, own.validation(),
                    scaled(targets, perturbation.apply(start.heads(), n), own));
                final String nameOfCopy = name + "-perturbed-" + n;
                ofFold.noise.add(task.targets(), other.targets(), perturbation.softening(n), own.training());
                ofFold.networks.add(submit(progress, cancelled -> {
                    final TrainedNetwork trained = checkpoints.trained(nameOfCopy, start,
                        () -> trainer.train(start.network(), other, cancelled));
                    return new Copy(trained, other.targets(), ofFold.freedom.map(f -> f.fitted(trained.network())));
                }));
            }
            copies.add(ofFold);
        }
        final List<Control> trained = trainedControls.stream().map(f -> await(f, progress)).toList();
        final PerturbedTraining others = perturbation == null ? PerturbedTraining.NONE : awaitAll(copies,
            controls != null ? controls : trained.stream().map(control -> control.trained.network()).toList(),
            progress);
        if (monitor.isCancelled()) {
            throw new CancellationException(); // networks that were done before they could hear of it do not count
        }
        return new Trained(features, trained, others);
    }

    /**
     * The perturbed networks of a fold, in training.
     *
     * @param freedom tells their degrees of freedom; empty if the perturbation cannot
     * @param noise what the perturbation did to the targets
     * @param networks the networks
     */
    private record Copies(Optional<DegreesOfFreedom> freedom, Residuals.Noise noise, List<Future<Copy>> networks) {

        /** The fold, once its networks are trained. */
        private PerturbedFold fold(final Network control, final List<Copy> copies) {
            return new PerturbedFold(copies.stream().map(copy -> copy.trained.network()).toList(), noise.root(),
                freedom.map(f -> mean(f, f.fitted(control), copies)).orElseGet(OptionalDouble::empty));
        }
    }

    /** A perturbed network, its targets, and what it gives for the rows that it learned from. */
    private record Copy(TrainedNetwork trained, ScaledTargets targets, Optional<float[]> fitted) {
    }

    private static PerturbedTraining awaitAll(final List<Copies> all, final List<Network> controls,
        final Progress progress) {
        final List<List<Copy>> trained = all.stream()
            .map(ofFold -> ofFold.networks.stream().map(f -> await(f, progress)).toList()).toList();
        final List<PerturbedFold> folds = IntStream.range(0, all.size()).parallel()
            .mapToObj(fold -> all.get(fold).fold(controls.get(fold), trained.get(fold))).toList();
        return new PerturbedTraining(folds,
            trained.stream().flatMap(List::stream).mapToInt(copy -> copy.trained.epochs()).sum());
    }

    private static OptionalDouble mean(final DegreesOfFreedom freedom, final float[] control, final List<Copy> copies) {
        return copies.stream().map(copy -> freedom.estimate(copy.targets, control, copy.fitted.orElseThrow()))
            .flatMapToDouble(OptionalDouble::stream).average();
    }

    /** For each network the features of the inputs that its mask keeps, which networks of one mask share. */
    private List<CsrMatrix> features(final List<Member> starts) {
        final List<Mask> masks = new NetworkEnsemble(starts).masks();
        final List<CsrMatrix> ofMasks = masks.stream().parallel()
            .map(mask -> rows.data().features().selectColumns(mask.units(0))).toList();
        final IdentityHashMap<Mask, CsrMatrix> features = new IdentityHashMap<>();
        for (int i = 0; i < masks.size(); i++) {
            features.put(masks.get(i), ofMasks.get(i));
        }
        return starts.stream().map(start -> features.get(start.mask())).toList();
    }

    /**
     * @param sizes sizes of networks that are to be trained
     * @param perturbed number of perturbed networks a fold
     * @throws IllegalArgumentException if they would be too many or too large
     */
    void requireRoom(final int[] sizes, final int perturbed) {
        Limits.requireTraining(sizes, rows.folds(), perturbed, threads);
    }

    /** What one thread does; may be told to stop. */
    @FunctionalInterface
    private interface Work<T> {
        T result(BooleanSupplier cancelled);
    }

    private <T> Future<T> submit(final Progress progress, final Work<T> work) {
        return pool.submit(() -> {
            final T result =
                work.result(() -> progress.monitor.isCancelled() || Thread.currentThread().isInterrupted());
            progress.done.incrementAndGet();
            return result;
        });
    }

    private static <T> T await(final Future<T> future, final Progress progress) {
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

    private ScaledTargets scaled(final Targets targets, final Heads heads, final Fold own) {
        return ScaledTargets.of(targets, heads, settings.training().classWeights(), own.training());
    }

    /** Stops the threads; networks still in training are abandoned. */
    @Override
    public void close() {
        pool.close();
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
