/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.reductor.chem.worker.WorkerDiedException.Reason;

/** One process and the pipes to it. One thread at a time may ask; any thread may look after it and stop it. */
final class WorkerProcess {

    /** Bytes; no row of features comes near it. */
    private static final int MAX_ANSWER = 1 << 28;

    /** How long a process that has closed its pipes may take to end. */
    private static final int EXIT_SECONDS = 10;

    /** Why a process was stopped from outside. */
    enum Stop {
        CANCELLED, OUT_OF_TIME
    }

    /** A question that has no answer yet. */
    private record Pending(Thread caller, long deadline, BooleanSupplier cancelled) {
    }

    private final Process process;

    private final DataOutputStream out;

    private final DataInputStream in;

    private final Set<Integer> told = new HashSet<>();

    private int answers;

    private volatile Pending pending;

    private volatile Stop stop;

    private volatile long idleSince;

    WorkerProcess(final Process process) {
        this.process = process;
        out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    }

    /** Waits until the process can be asked. */
    void awaitReady(final long nanos, final BooleanSupplier cancelled) throws IOException {
        watched(nanos, cancelled, this::readAnswer);
    }

    /**
     * @return the answer
     * @throws IOException when there is none; {@link #stopped} says whether the process was stopped or ended by itself
     */
    byte[] ask(final Task task, final byte[] text, final long nanos, final BooleanSupplier cancelled)
        throws IOException {
        return watched(nanos, cancelled, () -> {
            out.writeInt(task.id());
            final boolean unknown = told.add(task.id());
            out.writeBoolean(unknown);
            if (unknown) {
                out.writeInt(task.description().length);
                out.write(task.description());
            }
            out.writeInt(text.length);
            out.write(text);
            out.flush();
            answers++;
            return readAnswer();
        });
    }

    private byte[] readAnswer() throws IOException {
        if (in.readInt() != WorkerLoop.ANSWER) {
            throw new StreamCorruptedException("no answer of a worker");
        }
        final int length = in.readInt();
        if (length < 0 || length > MAX_ANSWER) {
            throw new StreamCorruptedException("an answer of " + length + " bytes");
        }
        final byte[] answer = new byte[length];
        in.readFully(answer);
        return answer;
    }

    private byte[] watched(final long nanos, final BooleanSupplier cancelled, final Exchange exchange)
        throws IOException {
        pending = new Pending(Thread.currentThread(), System.nanoTime() + nanos, cancelled);
        try {
            return exchange.run();
        } finally {
            pending = null;
            idleSince = System.nanoTime();
        }
    }

    /** Stops the process if its question is no longer of interest. Called again and again by another thread. */
    @SuppressWarnings("ReferenceEquality") // an equal question that came since is another one
    void look() {
        final Pending question = pending;
        if (question == null || stop != null) {
            return;
        }
        if (question.caller.isInterrupted() || question.cancelled.getAsBoolean()) {
            stop = Stop.CANCELLED;
        } else if (System.nanoTime() - question.deadline > 0) {
            stop = Stop.OUT_OF_TIME;
        }
        if (stop != null && pending == question) {
            process.destroyForcibly(); // the caller's reading ends
        }
    }

    /** @return why it was stopped, {@code null} if it was not */
    Stop stopped() {
        return stop;
    }

    /** @return what a process that gives no answer has died of, when it was not stopped */
    Reason death() {
        try {
            return process.waitFor(EXIT_SECONDS, TimeUnit.SECONDS) && process.exitValue() == WorkerGuard.OUT_OF_MEMORY
                ? Reason.MEMORY : Reason.CRASH;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Reason.CRASH;
        }
    }

    boolean isAlive() {
        return stop == null && process.isAlive();
    }

    int answers() {
        return answers;
    }

    boolean isIdleFor(final long nanos) {
        return pending == null && System.nanoTime() - idleSince > nanos;
    }

    /** Lets the process end: it does when its input does. */
    void end() {
        try {
            out.close();
        } catch (IOException e) { // NOSONAR it has ended already
        }
    }

    /** Ends the process at once. */
    void kill() {
        process.destroyForcibly();
    }

    @FunctionalInterface
    private interface Exchange {
        byte[] run() throws IOException;
    }
}
