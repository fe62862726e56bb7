/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem.worker;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.reductor.chem.worker.WorkerDiedException.Reason;

/**
 * Some processes that answer, one for each thread that asks at the same time, up to a limit. They are started when they
 * are needed and end when nobody has asked them for a while, after a number of answers (which gives back what native
 * code leaks), or with this process. Any thread may ask.
 */
public final class Workers {

    private static final int LOOK_MILLIS = 100;

    /**
     * The limits of a set of workers.
     *
     * @param processes how many there may be at a time
     * @param answers after how many a process is replaced
     * @param start how long one may take to get ready
     * @param answer how long one may take over an answer
     * @param idle how long one is kept for nothing
     */
    public record Limits(int processes, int answers, Duration start, Duration answer, Duration idle) {
    }

    private final WorkerCommand command;

    private final Limits limits;

    private final Semaphore permits;

    private final Set<WorkerProcess> all = new HashSet<>();

    private final Deque<WorkerProcess> idle = new ArrayDeque<>();

    private Thread watch;

    /**
     * @param command starts a process
     * @param limits theirs
     */
    public Workers(final WorkerCommand command, final Limits limits) {
        this.command = command;
        this.limits = limits;
        permits = new Semaphore(limits.processes);
    }

    /** @return the limits */
    public Limits limits() {
        return limits;
    }

    /**
     * Makes sure that processes can be started at all.
     *
     * @throws WorkerUnavailableException when they cannot; the message says why and what to do
     */
    public void prepare() {
        acquire(() -> false);
        try {
            giveBack(take(() -> false));
        } finally {
            permits.release();
        }
    }

    /**
     * @param task what is done with the text
     * @param text UTF-8
     * @param cancelled whether the answer is no longer of interest; asked by another thread about every .1 s
     * @return the answer
     * @throws WorkerDiedException when there is none. A death is blamed on the text only in a fresh process: one that
     *             has worked before may die of what an earlier text has left behind
     * @throws CancellationException when the answer is no longer of interest, or the thread was interrupted
     * @throws WorkerUnavailableException when a process cannot be started
     */
    public byte[] ask(final Task task, final byte[] text, final BooleanSupplier cancelled) throws WorkerDiedException {
        acquire(cancelled);
        try {
            final WorkerProcess worker = take(cancelled);
            if (worker.answers() == 0) {
                return ask(worker, task, text, cancelled);
            }
            try {
                return ask(worker, task, text, cancelled);
            } catch (WorkerDiedException e) {
                if (e.reason() == Reason.TIME) {
                    throw e;
                }
                return ask(start(cancelled), task, text, cancelled);
            }
        } finally {
            permits.release();
        }
    }

    private byte[] ask(final WorkerProcess worker, final Task task, final byte[] text,
        final BooleanSupplier cancelled) throws WorkerDiedException {
        try {
            final byte[] answer = worker.ask(task, text, limits.answer.toNanos(), cancelled);
            giveBack(worker);
            return answer;
        } catch (IOException e) { // NOSONAR all that is known is that it is dead
            throwIfCancelled(worker);
            final Reason reason = worker.stopped() == null ? worker.death() : Reason.TIME;
            discard(worker);
            throw new WorkerDiedException(reason);
        }
    }

    private void throwIfCancelled(final WorkerProcess worker) {
        if (worker.stopped() == WorkerProcess.Stop.CANCELLED) {
            discard(worker);
            throw new CancellationException();
        }
    }

    private void acquire(final BooleanSupplier cancelled) {
        try {
            while (!permits.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                if (cancelled.getAsBoolean()) {
                    throw new CancellationException();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    private WorkerProcess take(final BooleanSupplier cancelled) {
        synchronized (all) {
            while (!idle.isEmpty()) {
                final WorkerProcess worker = idle.removeFirst();
                if (worker.isAlive()) {
                    return worker;
                }
                all.remove(worker);
            }
        }
        return start(cancelled);
    }

    private WorkerProcess start(final BooleanSupplier cancelled) {
        final WorkerProcess worker = new WorkerProcess(command.start());
        synchronized (all) {
            all.add(worker);
            if (watch == null) {
                watch = new Thread(this::watch, "Reductor worker watch");
                watch.setDaemon(true);
                watch.start();
            }
        }
        try {
            worker.awaitReady(limits.start.toNanos(), cancelled);
            return worker;
        } catch (IOException e) { // NOSONAR the process says it better
            throwIfCancelled(worker);
            discard(worker);
            throw command.unavailable(worker.stopped() == null ? command.diagnosis()
                : "it was not ready after " + limits.start.toSeconds() + " seconds", e);
        }
    }

    private void giveBack(final WorkerProcess worker) {
        synchronized (all) {
            if (worker.isAlive() && worker.answers() < limits.answers) {
                idle.addFirst(worker); // the others grow old
                return;
            }
        }
        if (worker.isAlive()) {
            worker.end();
        }
        discard(worker);
    }

    private void discard(final WorkerProcess worker) {
        if (worker.stopped() != null || !worker.isAlive()) {
            worker.kill();
        }
        synchronized (all) {
            all.remove(worker);
        }
    }

    /** Looks after all processes as long as there are any. */
    private void watch() {
        try {
            while (true) {
                Thread.sleep(LOOK_MILLIS);
                final List<WorkerProcess> looked;
                synchronized (all) {
                    endIdle();
                    if (all.isEmpty()) {
                        watch = null;
                        return;
                    }
                    looked = List.copyOf(all);
                }
                looked.forEach(WorkerProcess::look);
            }
        } catch (InterruptedException e) { // NOSONAR nobody interrupts it
            return;
        }
    }

    private void endIdle() {
        for (final WorkerProcess worker : List.copyOf(idle)) {
            if (!worker.isAlive() || worker.isIdleFor(limits.idle.toNanos())) {
                idle.remove(worker);
                all.remove(worker);
                worker.end();
            }
        }
    }
}
