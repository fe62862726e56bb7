/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.reductor.core.data.CsrMatrix;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Network;
import org.reductor.core.prune.criterion.Criteria;
import org.reductor.core.train.Engine;
import org.reductor.core.train.EngineKind;
import org.reductor.core.train.TrainingSettings;
import org.reductor.core.train.TrainingTask;

class RoundTrainerTest {

    private static final PruningSettings SHORT;

    static {
        final PruningSettings base =
            PruningRunTest.settings(Criteria.PUBLISHED, AcceptanceRule.oneStandardError(), 1);
        SHORT = base.withTraining(base.training().withEpochs(2, 2));
    }

    /** The memory of a training that cannot be had. */
    private static final Engine HUNGRY = new Engine() {
        @Override
        public EngineKind kind() {
            return EngineKind.REDUCTOR;
        }

        @Override
        public Training begin(final Network start, final CsrMatrix features, final Mask mask,
            final TrainingSettings settings, final TrainingTask task, final BooleanSupplier cancelled) {
            throw new OutOfMemoryError("Java heap space");
        }
    };

    @Test
    void lackOfMemoryInATrainingThreadReachesTheCallerAsItIs() {
        final PruningSettings settings =
            PruningRunTest.settings(Criteria.MAGNITUDE, AcceptanceRule.oneStandardError(), 1).withThreads(2);
        assertThatThrownBy(
            () -> PruningRun.run(SyntheticData.of(60, 1), null, settings, null, HUNGRY, RunMonitor.NONE))
                .isInstanceOf(OutOfMemoryError.class).hasMessage("Java heap space");
    }

    private static Rounds rounds(final Engine engine) {
        return new Rounds(RunRows.of(SyntheticData.of(60, 1), null, SHORT.ensemble()), SHORT.ensemble(), engine);
    }

    /** What a monitor hears of one training. */
    private static final class Heard implements RunMonitor {

        private final List<Double> fractions = new ArrayList<>();
        private final List<String> messages = new ArrayList<>();

        @Override
        public void progress(final double fraction, final String message) {
            fractions.add(fraction);
            messages.add(message);
        }

        @Override
        public boolean isCancelled() {
            return false;
        }
    }

    @Test
    void progressCountsTheNetworksThatAreTrained() {
        try (Rounds rounds = rounds(Engine.reductor())) {
            final Heard both = new Heard();
            final TrainedRound round = rounds.train(rounds.first(), Set.of(), SHORT.perturbation(), both).round();
            final Heard controls = new Heard();
            rounds.train(rounds.first(), Set.of(), null, controls);
            final Heard perturbed = new Heard();
            rounds.perturb(round, SHORT.perturbation(), perturbed);
            assertThat(both.messages).allMatch(message -> message.matches("Network [1-9] of 9"));
            assertThat(controls.messages).allMatch(message -> message.matches("Network [1-3] of 3"));
            assertThat(perturbed.messages).allMatch(message -> message.matches("Network [1-6] of 6"));
            for (final Heard heard : List.of(both, controls, perturbed)) {
                assertThat(heard.fractions).isNotEmpty().isSorted().allMatch(fraction -> fraction <= 1);
            }
            // What was reported last waited for the last network: those before it were done.
            assertThat(both.fractions.get(both.fractions.size() - 1)).isGreaterThanOrEqualTo(8 / 9.);
        }
    }

    @Test
    void trainingThreadsKeepNoProgramAliveAndEndWithTheRounds() throws InterruptedException {
        final Set<Thread> threads = ConcurrentHashMap.newKeySet();
        final Engine watched = new Engine() {
            @Override
            public EngineKind kind() {
                return EngineKind.REDUCTOR;
            }

            @Override
            public Training begin(final Network start, final CsrMatrix features, final Mask mask,
                final TrainingSettings settings, final TrainingTask task, final BooleanSupplier cancelled) {
                threads.add(Thread.currentThread());
                return Engine.reductor().begin(start, features, mask, settings, task, cancelled);
            }
        };
        try (Rounds rounds = rounds(watched)) {
            rounds.train(rounds.first(), Set.of(), null, RunMonitor.NONE);
        }
        assertThat(threads).hasSize(1).allMatch(Thread::isDaemon);
        for (final Thread thread : threads) {
            thread.join(10_000);
            assertThat(thread.isAlive()).isFalse();
        }
    }

    @Test
    void withoutANumberOfThreadsTheProcessorsDecideAndTheResultIsTheSame() {
        final List<RoundInput> next = IntStream.of(0, 1).mapToObj(threads -> {
            try (Rounds rounds = new Rounds(SyntheticData.of(60, 1), null, SHORT.withThreads(threads).ensemble())) {
                return rounds.train(rounds.first(), Set.of(), null, RunMonitor.NONE).round().unchanged();
            }
        }).toList();
        assertThat(next.get(0)).usingRecursiveComparison().isEqualTo(next.get(1));
    }

    @Test
    void anInterruptCancelsAndIsNotForgotten() {
        try (Rounds rounds = rounds(Engine.reductor())) {
            final RoundInput first = rounds.first();
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> rounds.train(first, Set.of(), null, RunMonitor.NONE))
                .isInstanceOf(CancellationException.class);
            assertThat(Thread.interrupted()).isTrue();
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void networksThatWereDoneBeforeTheyCouldHearOfACancelDoNotCount() {
        final Thread caller = Thread.currentThread();
        final RunMonitor late = new RunMonitor() {
            @Override
            public void progress(final double fraction, final String message) {
                // nobody is listening
            }

            @Override
            public boolean isCancelled() {
                return Thread.currentThread() == caller;
            }
        };
        try (Rounds rounds = rounds(Engine.reductor())) {
            assertThatThrownBy(() -> rounds.train(rounds.first(), Set.of(), null, late))
                .isInstanceOf(CancellationException.class);
        }
    }
}
