/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Timer;
import java.util.TimerTask;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.reductor.cli.ReductorCommand;
import org.reductor.runner.workflow.CancelFlag;

/** Loops as parts of a workflow, run as a user runs it. */
class LoopExecutionTest {

    private static final String LOOP = "org.reductor.runner.loop.";

    @TempDir
    Path folder;

    private final CancelFlag cancel = new CancelFlag();

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private WorkflowFolder workflow;

    @BeforeEach
    void source() {
        workflow = new WorkflowFolder(folder).node(1, "Table Source", LOOP + "TableSourceNodeFactory");
    }

    private int run(final String... options) {
        workflow.write();
        final String[] args = new String[options.length + 2];
        args[0] = "-workflowDir=" + workflow.path();
        args[1] = "-nosave";
        System.arraycopy(options, 0, args, 2, options.length);
        final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        return new ReductorCommand(out, out, folder, cancel).run(args);
    }

    private String console() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private void countLoop(final int iterations) throws Exception {
        workflow.node(2, "Count Loop Start", LOOP + "CountLoop$StartFactory", "iterations=" + iterations)
            .node(3, "Count Loop End", LOOP + "CountLoop$EndFactory", "reportNumbers=true")
            .csvWriter(4, "all.csv") //
            .connect(1, 1, 2, 1).connect(2, 1, 3, 1).connect(3, 1, 4, 1);
    }

    private void tallyLoop(final String... add) throws Exception {
        workflow.node(2, "Tally Loop Start", LOOP + "TallyLoop$StartFactory", "first=0")
            .node(3, "Tally Add", LOOP + "TallyAddNodeFactory", add)
            .node(4, "Tally Loop End", LOOP + "TallyLoop$EndFactory", "limit=5") //
            .csvWriter(5, "history.csv") //
            .connect(1, 1, 2, 1).connect(2, 1, 3, 1).connect(3, 1, 4, 1).connect(4, 2, 5, 1);
    }

    @Test
    void tableIsHandedOutOnceAnIterationAndCollected() throws Exception {
        countLoop(3);
        assertThat(run()).as(console()).isZero();
        assertThat(folder.resolve("data/all.csv")).hasContent(
            "\"value\",\"Iteration\"\n1,0\n2,0\n1,1\n2,1\n1,2\n2,2\n");
    }

    @Test
    void portObjectGoesFromTheEndOfAnIterationToTheStartOfTheNext() throws Exception {
        tallyLoop("amount=2", "failAt=-1");
        assertThat(run()).as(console()).isZero();
        assertThat(folder.resolve("data/history.csv")).hasContent("\"tally\"\n2\n4\n6\n");
    }

    @Test
    void consoleHasALineAnIterationAndALineANode() throws Exception {
        countLoop(3);
        run();
        assertThat(console().replaceAll("[0-9.]+ s", "0 s").lines()).containsExactly( //
            "Table Source (#1): 2 rows, 0 s", //
            "Count Loop End (#3): iteration 1: 1 collected, 0 s", //
            "Count Loop End (#3): iteration 2: 2 collected, 0 s", //
            "Count Loop Start (#2): 2 rows, 3 iterations, 0 s", //
            "Count Loop End (#3): 6 rows, 3 iterations, 0 s", //
            "CSV Writer (#4): done, 0 s");
    }

    @Test
    void warningOfSeveralIterationsIsToldOnce() throws Exception {
        tallyLoop("amount=1", "failAt=-1");
        assertThat(run()).isZero();
        assertThat(console()).containsOnlyOnce("warning: not the first")
            .contains("Tally Add (#3): tally 5, 5 iterations");
    }

    @Test
    void loopOfOneIterationLooksLikeOrdinaryNodes() throws Exception {
        tallyLoop("amount=5", "failAt=-1");
        assertThat(run()).isZero();
        assertThat(console()).doesNotContain("iteration").contains("Tally Loop End (#4): tally 5 | 1 row, ");
    }

    @Test
    void failureInTheBodySaysInWhichIterationAndStopsWhatComesAfter() throws Exception {
        tallyLoop("amount=1", "failAt=2");
        assertThat(run()).isEqualTo(4);
        assertThat(console()).contains("Tally Add (#3): iteration 3: cannot add to 2",
            "Tally Loop End (#4): not executed: it needs Tally Add (#3), which did not run",
            "CSV Writer (#5): not executed: it needs Tally Loop End (#4)");
    }

    @Test
    void branchThatEndsInTheBodyIsExecutedInEachIteration() throws Exception {
        countLoop(3);
        workflow.csvWriter(5, "one.csv").connect(2, 1, 5, 1);
        assertThat(run()).as(console()).isZero();
        assertThat(console()).contains("CSV Writer (#5): 3 iterations, ");
        assertThat(folder.resolve("data/one.csv")).hasContent("\"value\"\n1\n2\n");
    }

    @Test
    void failingBranchOfTheBodyStopsTheLoop() throws Exception {
        countLoop(3);
        workflow.csvWriter(5, "no/such/folder.csv").connect(2, 1, 5, 1);
        assertThat(run()).isEqualTo(4);
        assertThat(console()).contains("CSV Writer (#5): iteration 1: ",
            "Count Loop End (#3): not executed: the loop stopped in iteration 1");
    }

    @Test
    void bodyMayReadFromNodesOutsideWithALargerNumber() throws Exception {
        countLoop(2);
        workflow.node(9, "Tally Loop Start", LOOP + "TallyLoop$StartFactory", "first=0")
            .node(7, "Tally Add", LOOP + "TallyAddNodeFactory", "amount=3", "failAt=-1")
            .node(8, "Tally Loop End", LOOP + "TallyLoop$EndFactory", "limit=5") //
            .csvWriter(6, "history.csv").connect(1, 1, 9, 1).connect(9, 1, 7, 1).connect(7, 1, 8, 1)
            .connect(8, 2, 6, 1).connect(2, 0, 6, 0); // the writer belongs to the first loop, and needs the second
        assertThat(run()).as(console()).isZero();
        assertThat(console()).contains("CSV Writer (#6): 2 iterations, ");
    }

    @Test
    void variablesOfTheLoopEndStayAndThoseOfTheInsideGo() throws Exception {
        countLoop(2);
        workflow.node(5, "Tally Loop Start", LOOP + "TallyLoop$StartFactory", "first=0")
            .node(6, "Tally Add", LOOP + "TallyAddNodeFactory", "amount=9", "failAt=-1")
            .node(7, "Tally Loop End", LOOP + "TallyLoop$EndFactory", "limit=5") //
            .connect(3, 1, 5, 1).connect(5, 1, 6, 1).connect(6, 1, 7, 1).write();
        controlAmount("collected");
        assertThat(run()).as(console()).isEqualTo(0);
        assertThat(console()).contains("Tally Add (#6): tally 6, 3 iterations");
        controlAmount("currentIteration");
        assertThat(run()).isEqualTo(4);
        assertThat(console()).contains("The flow variable 'currentIteration', which controls");
    }

    private void controlAmount(final String variable) throws Exception {
        workflow.variable("Tally Add (#6)", "amount", variable);
    }

    @Test
    @Timeout(20)
    void endlessLoopCanBeCancelled() throws Exception {
        countLoop(Integer.MAX_VALUE);
        new Timer(true).schedule(new TimerTask() {
            @Override
            public void run() {
                cancel.cancel();
            }
        }, 300);
        final long start = System.nanoTime();
        assertThat(run()).isEqualTo(4);
        assertThat((System.nanoTime() - start) / 1e9).isLessThan(10); // loading included, on a busy machine
        assertThat(console()).contains("Count Loop End (#3): cancelled after ").doesNotContain("CSV Writer");
    }

    @Test
    void problemInTheSettingsOfALoopNodeIsToldBeforeTheRun() throws Exception {
        countLoop(0);
        assertThat(run()).isEqualTo(4);
        assertThat(console()).contains("will fail: Count Loop Start (#2): 'iterations' is 0; at least 1.");
    }
}
