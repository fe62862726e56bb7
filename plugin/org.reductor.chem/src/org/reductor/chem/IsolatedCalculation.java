/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BooleanSupplier;

import org.reductor.chem.worker.Task;
import org.reductor.chem.worker.WorkerDiedException;
import org.reductor.chem.worker.Workers;

/** Work on molecules in a process of its own, which may crash of a molecule without harm to any other. */
final class IsolatedCalculation {

    private static final int MAX_PROCESSES = 8;

    /** RDKit leaks about 16 kB at each canonical tautomer: a process is replaced when that has become 160 MB. */
    private static final int MAX_ANSWERS = 10_000;

    /** A molecule of the largest size that is read takes some ten seconds at worst. */
    private static final Duration TIME_LIMIT = Duration.ofSeconds(60);

    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private static final Duration IDLE_LIMIT = Duration.ofSeconds(30);

    private final MoleculeWork work;

    private final BooleanSupplier cancelled;

    private Task task;

    /** Reads an answer. */
    @FunctionalInterface
    interface Answer<T> {
        T read(DataInputStream in) throws IOException;
    }

    /**
     * @param work what is done; complete before the first molecule
     * @param cancelled whether nobody waits for answers any more
     */
    IsolatedCalculation(final MoleculeWork work, final BooleanSupplier cancelled) {
        this.work = work;
        this.cancelled = cancelled;
    }

    /** Started processes are shared by all calculations. */
    private static final class Shared {

        private static final Workers WORKERS = new Workers(MoleculeWorker.command(),
            new Workers.Limits(Math.min(MAX_PROCESSES, Runtime.getRuntime().availableProcessors()), MAX_ANSWERS,
                START_LIMIT, TIME_LIMIT, IDLE_LIMIT));
    }

    /** @throws IllegalStateException when no process can be started; the message says why and what to do */
    void prepare() {
        workers().prepare();
    }

    /**
     * @param text SMILES or molblock, not {@code null}
     * @param answer reads what the work has made of it
     * @return what that returns
     * @throws UnusableRowException with the reason in plain words
     * @throws java.util.concurrent.CancellationException when nobody waits any more
     * @throws IllegalStateException when no process can be started; the message says why and what to do
     */
    <T> T ask(final String text, final Answer<T> answer) throws UnusableRowException {
        return ask(text, answer, workers());
    }

    <T> T ask(final String text, final Answer<T> answer, final Workers workers) throws UnusableRowException {
        MoleculeReader.checkLength(text); // no need to send what is too long anyway
        final byte[] bytes;
        try {
            bytes = workers.ask(task(), text.getBytes(StandardCharsets.UTF_8), cancelled);
        } catch (WorkerDiedException e) {
            throw new UnusableRowException(switch (e.reason()) {
                case CRASH -> "RDKit crashed on " + MoleculeReader.named(text);
                case TIME -> "RDKit was stopped after " + workers.limits().answer().toSeconds() + " seconds over "
                    + MoleculeReader.named(text);
                case MEMORY -> "RDKit was stopped over " + MoleculeReader.named(text)
                    + ", because it had taken more than 1 GB of memory";
            } + "; no other row is affected. Correct the molecule or leave it out.");
        }
        return MoleculeWorker.read(bytes, answer);
    }

    private static Workers workers() {
        return Shared.WORKERS;
    }

    private synchronized Task task() {
        if (task == null) {
            task = new Task(work.description());
        }
        return task;
    }
}
