/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Threads that no network is left for. */
@Timeout(30)
class TrainingPoolTest {

    /** How many threads work on a network that could use {@code most}. */
    private static int crew(final TrainingPool pool, final int most) {
        final Set<Thread> threads = ConcurrentHashMap.newKeySet();
        pool.together(most, (member, crew) -> {
            threads.add(Thread.currentThread());
            crew.await();
        });
        return threads.size();
    }

    @Test
    void threadsWithoutANetworkHelpAndAreFreeAgainAfterwards() throws InterruptedException, ExecutionException {
        try (TrainingPool pool = new TrainingPool(4)) {
            for (int i = 0; i < 3; i++) {
                assertThat(pool.submit(() -> crew(pool, 32)).get()).isEqualTo(4);
                assertThat(pool.submit(() -> crew(pool, 3)).get()).isEqualTo(3);
            }
        }
    }

    @Test
    void asLongAsEachThreadHasANetworkNobodyHelps() throws InterruptedException, ExecutionException {
        try (TrainingPool pool = new TrainingPool(2)) {
            final CountDownLatch bothRun = new CountDownLatch(2);
            final List<Future<Integer>> crews = IntStream.range(0, 2).mapToObj(i -> pool.submit(() -> {
                bothRun.countDown();
                bothRun.await();
                final int crew = crew(pool, 32);
                bothRun.await();
                return crew;
            })).toList();
            assertThat(crews.get(0).get() + crews.get(1).get()).isBetween(2, 3); // the later one may find a free thread
        }
    }

    @Test
    void networksShareTheThreadsThatAreLeft() throws InterruptedException, ExecutionException {
        try (TrainingPool pool = new TrainingPool(5)) {
            final CountDownLatch bothRun = new CountDownLatch(2);
            final CountDownLatch bothKnow = new CountDownLatch(2);
            final List<Future<Integer>> crews = IntStream.range(0, 2).mapToObj(i -> pool.submit(() -> {
                bothRun.countDown();
                bothRun.await();
                final Set<Thread> threads = ConcurrentHashMap.newKeySet();
                pool.together(32, (member, crew) -> {
                    threads.add(Thread.currentThread());
                    crew.await();
                    if (member == 0) {
                        bothKnow.countDown();
                        await(bothKnow);
                    }
                    crew.await();
                });
                return threads.size();
            })).toList();
            assertThat(List.of(crews.get(0).get(), crews.get(1).get())).containsExactlyInAnyOrder(3, 2);
        }
    }

    private static void await(final CountDownLatch latch) {
        try {
            latch.await();
        } catch (final InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theFailureOfAHelperIsThatOfTheNetwork() {
        try (TrainingPool pool = new TrainingPool(3)) {
            final Future<Integer> network = pool.submit(() -> {
                pool.together(3, (member, crew) -> {
                    if (member == 2) {
                        throw new OutOfMemoryError("Java heap space");
                    }
                    crew.await();
                });
                return 1;
            });
            assertThatThrownBy(network::get).hasCauseInstanceOf(OutOfMemoryError.class);
            assertThatThrownBy(() -> pool.submit(() -> {
                pool.together(3, (member, crew) -> {
                    if (member == 0) {
                        throw new IllegalStateException("first");
                    }
                    crew.await();
                });
                return 1;
            }).get()).hasRootCauseMessage("first");
        }
    }
}
