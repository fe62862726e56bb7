/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem.worker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reductor.chem.worker.WorkerDiedException.Reason;

@Timeout(300)
class WorkersTest {

    private static final Duration LONG = Duration.ofMinutes(2);

    private static final Task TASK = new Task(">".getBytes(UTF_8));

    private static Workers workers(final int processes, final int answers, final Duration answer) {
        return new Workers(TestWorker.command(), new Workers.Limits(processes, answers, LONG, answer,
            Duration.ofSeconds(1)));
    }

    private static String ask(final Workers workers, final String text) throws WorkerDiedException {
        return new String(workers.ask(TASK, text.getBytes(UTF_8), () -> false), UTF_8);
    }

    private static ProcessHandle process(final Workers workers) throws WorkerDiedException {
        return ProcessHandle.of(Long.parseLong(ask(workers, "pid").substring(1))).orElseThrow();
    }

    @Test
    void oneProcessAnswersEveryTaskInItsWay() throws Exception {
        final Workers workers = workers(1, 1_000, LONG);
        final Task other = new Task("other ".getBytes(UTF_8));

        assertThat(ask(workers, "a")).isEqualTo(">A");
        assertThat(new String(workers.ask(other, "b".getBytes(UTF_8), () -> false), UTF_8)).isEqualTo("other B");
        assertThat(ask(workers, "\u00e4\u4e2d" + "x".repeat(500_000))).hasSize(500_003);
        assertThat(process(workers)).isEqualTo(process(workers));
    }

    @Test
    void deathCostsOneAnswerOnly() throws Exception {
        final Workers workers = workers(1, 1_000, LONG);
        final ProcessHandle before = process(workers);

        assertThat(catchThrowableOfType(() -> ask(workers, "die"), WorkerDiedException.class).reason())
            .isEqualTo(Reason.CRASH);
        assertThat(before.isAlive()).isFalse();
        assertThat(ask(workers, "next")).isEqualTo(">NEXT");
    }

    /** Native code may die of what an earlier text has broken. */
    @Test
    void textIsNotBlamedForWhatAnEarlierOneLeftBehind() throws Exception {
        final Workers workers = workers(1, 1_000, LONG);
        ask(workers, "first");

        assertThat(ask(workers, "die unless fresh")).isEqualTo(">die unless fresh");
    }

    @Test
    void processThatWasKilledWhileNobodyAskedIsReplaced() throws Exception {
        final Workers workers = workers(1, 1_000, LONG);
        final ProcessHandle process = process(workers);
        process.destroyForcibly();
        process.onExit().get(1, TimeUnit.MINUTES);

        assertThat(ask(workers, "x")).isEqualTo(">X");
    }

    @Test
    void hangingProcessIsStoppedAtTheTimeLimit() throws Exception {
        final Workers workers = workers(1, 1_000, Duration.ofMillis(300));
        workers.prepare();

        assertThat(catchThrowableOfType(() -> ask(workers, "hang"), WorkerDiedException.class).reason())
            .isEqualTo(Reason.TIME);
    }

    @Test
    void processThatTakesTooMuchMemoryEndsItself() {
        final Workers workers = workers(1, 1_000, LONG);

        assertThat(catchThrowableOfType(() -> ask(workers, "map"), WorkerDiedException.class).reason())
            .isEqualTo(Reason.MEMORY);
    }

    @Test
    void cancellingStopsTheProcessThatIsBusy() throws Exception {
        final Workers workers = workers(1, 1_000, LONG);
        final ProcessHandle process = process(workers);
        final var cancelled = new AtomicBoolean();
        final var asking = new Thread(() -> {
            assertThatThrownBy(() -> workers.ask(TASK, "hang".getBytes(UTF_8), cancelled::get))
                .isInstanceOf(CancellationException.class);
            cancelled.set(false);
        });
        asking.start();
        cancelled.set(true);
        asking.join();

        assertThat(cancelled).isFalse();
        process.onExit().get(1, TimeUnit.MINUTES);
        assertThat(ask(workers, "again")).isEqualTo(">AGAIN");
    }

    @Test
    void interruptingStopsTheProcessThatIsBusy() throws Exception {
        final Workers workers = workers(1, 1_000, LONG);
        final var seen = new AtomicBoolean();
        final var asking = new Thread(() -> {
            assertThatThrownBy(() -> ask(workers, "hang")).isInstanceOf(CancellationException.class);
            seen.set(Thread.currentThread().isInterrupted());
        });
        asking.start();
        asking.interrupt();
        asking.join();

        assertThat(seen).isTrue();
    }

    @Test
    void whoWaitsForAProcessCanBeCancelled() throws Exception {
        final Workers workers = workers(1, 1_000, LONG);
        final var done = new AtomicBoolean();
        final var busy = new Thread(() -> assertThatThrownBy(
            () -> workers.ask(TASK, "hang".getBytes(UTF_8), done::get)).isInstanceOf(CancellationException.class));
        workers.prepare();
        busy.start();

        final var cancelled = new AtomicBoolean(true);
        assertThatThrownBy(() -> {
            while (true) { // until the other one has begun
                workers.ask(TASK, "a".getBytes(UTF_8), cancelled::get);
            }
        }).isInstanceOf(CancellationException.class);
        done.set(true);
        busy.join();
    }

    @Test
    void whatIsPrintedIsNoAnswer() throws Exception {
        assertThat(ask(workers(1, 1_000, LONG), "print")).isEqualTo(">print");
    }

    @Test
    void manyThreadsShareAFewProcesses() throws Exception {
        final Workers workers = workers(2, 1_000, LONG);
        final Set<String> processes = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 400).parallel().forEach(i -> {
            try {
                assertThat(ask(workers, "text " + i)).isEqualTo(">TEXT " + i);
                processes.add(ask(workers, "pid"));
            } catch (WorkerDiedException e) {
                throw new AssertionError(e);
            }
        });

        assertThat(processes).hasSizeBetween(1, 2);
    }

    @Test
    void processIsReplacedAfterItsNumberOfAnswers() throws Exception {
        final Workers workers = workers(1, 2, LONG);
        final Set<String> processes = new HashSet<>();
        for (int i = 0; i < 6; i++) {
            processes.add(ask(workers, "pid"));
        }

        assertThat(processes).hasSize(3);
    }

    @Test
    void idleProcessEndsBeforeLong() throws Exception {
        process(workers(1, 1_000, LONG)).onExit().get(1, TimeUnit.MINUTES);
    }

    @Test
    void workersEndWithTheProcessThatStartedThem() throws Exception {
        final Process parent = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp", System.getProperty("java.class.path"), HangingParent.class.getName()).start();
        final String pid;
        try (var out = parent.inputReader()) {
            pid = out.readLine();
            parent.destroyForcibly().waitFor();
        }

        assertThat(ProcessHandle.of(Long.parseLong(pid)).map(ProcessHandle::onExit))
            .satisfies(exit -> assertThat(exit.isEmpty() || exit.get().get(1, TimeUnit.MINUTES) != null).isTrue());
    }

    /** Prints the worker's process, then leaves it hanging. */
    static final class HangingParent {
        public static void main(final String[] arguments) throws Exception {
            final Workers workers = workers(1, 1_000, LONG);
            System.out.println(process(workers).pid());
            ask(workers, "hang");
        }
    }

    @Test
    void javaThatCannotStartIsOneClearError() {
        final var command = new WorkerCommand("org.reductor.NotThere", List.of(Path.of("nowhere").toAbsolutePath()),
            Path.of("none").toAbsolutePath());
        final Workers workers = new Workers(command, new Workers.Limits(1, 1, LONG, LONG, LONG));

        assertThatThrownBy(workers::prepare).isInstanceOf(WorkerUnavailableException.class)
            .hasMessageContaining("RDKit could not be started in a process of its own")
            .hasMessageContaining("org.reductor.NotThere").hasMessageContaining("do without these");
    }

    @Test
    void classesAreFoundInFoldersAndJars() {
        assertThat(CodeLocations.of(WorkersTest.class)).isDirectory();
        assertThat(CodeLocations.of(Test.class)).isRegularFile().hasExtension("jar");
        assertThatThrownBy(() -> CodeLocations.of(String.class)).isInstanceOf(WorkerUnavailableException.class)
            .hasMessageContaining("java.lang.String");
    }
}
