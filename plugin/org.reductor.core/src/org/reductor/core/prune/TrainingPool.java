/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import org.reductor.core.train.Crew;
import org.reductor.core.train.Helpers;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads of a run. Each trains a network; those that find none left help the networks that are still in training,
 * an epoch at a time, so that they are free again when the next networks come.
 */
final class TrainingPool implements Helpers, AutoCloseable {

    private static final long POLL_MILLISECONDS = 100;

    private final ExecutorService pool;

    /** Threads less the networks that are in training or wait for a thread, and less those that help. */
    private final AtomicInteger idle;
    private final AtomicInteger networks = new AtomicInteger();

    TrainingPool(final int threads) {
        idle = new AtomicInteger(threads);
        pool = Executors.newFixedThreadPool(threads, task -> {
            final Thread thread = new Thread(task, "reductor-training");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Trains a network as soon as a thread is free. */
    <T> Future<T> submit(final Callable<T> network) {
        idle.decrementAndGet();
        networks.incrementAndGet();
        return pool.submit(() -> {
            try {
                return network.call();
            } finally {
                networks.decrementAndGet();
                idle.incrementAndGet();
            }
        });
    }

    @Override
    public void together(final int most, final Work work) {
        final int helpers = take(most - 1);
        final Crew crew = new Crew(helpers + 1);
        final List<Future<?>> others = new ArrayList<>(helpers);
        for (int i = 1; i <= helpers; i++) {
            final int member = i;
            others.add(pool.submit(() -> {
                try {
                    run(work, member, crew);
                } finally {
                    idle.incrementAndGet();
                }
            }));
        }
        try {
            run(work, 0, crew);
        } catch (final CancellationException e) {
            others.forEach(this::await); // one of them may have failed and know better
            throw e;
        }
        others.forEach(this::await);
    }

    private static void run(final Work work, final int member, final Crew crew) {
        boolean done = false;
        try {
            work.run(member, crew);
            done = true;
        } finally {
            if (!done) {
                crew.breakUp();
            }
        }
    }

    /** Takes idle threads, as many as fall to one of the networks in training. */
    private int take(final int most) {
        while (true) {
            final int free = idle.get();
            final int share = Math.max(1, networks.get());
            final int taken = Math.min(most, (free + share - 1) / share);
            if (taken <= 0) {
                return 0;
            }
            if (idle.compareAndSet(free, free - taken)) {
                return taken;
            }
        }
    }

    /** Waits for a helper, which is as good as done. */
    private void await(final Future<?> helper) {
        while (true) {
            try {
                helper.get(POLL_MILLISECONDS, TimeUnit.MILLISECONDS);
                return;
            } catch (final TimeoutException e) {
                if (pool.isShutdown()) {
                    throw new CancellationException();
                }
            } catch (final InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException();
            } catch (final ExecutionException e) {
                if (e.getCause() instanceof CancellationException) {
                    return; // it has heard of another's failure
                }
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                if (e.getCause() instanceof Error cause) {
                    throw cause;
                }
                throw new IllegalStateException("A thread could not help to train a network", e.getCause());
            }
        }
    }

    /** Stops the threads; networks still in training are abandoned. */
    @Override
    public void close() {
        pool.shutdownNow();
    }
}
