/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reductor.runner.registry.ExtensionRegistry;
import org.reductor.runner.workflow.LoadException;
import org.reductor.runner.workflow.Workflow;
import org.reductor.runner.workflow.WorkflowLoader;
import org.reductor.runner.workflow.WorkflowNode;

/** Which loops are accepted, and what is said of the others. */
class LoopShapeTest {

    private static final String LOOP = "org.reductor.runner.loop.";

    @TempDir
    Path folder;

    private WorkflowFolder workflow;

    @BeforeEach
    void source() {
        workflow = new WorkflowFolder(folder).node(1, "Table Source", LOOP + "TableSourceNodeFactory");
    }

    private void start(final int id) {
        workflow.node(id, "Count Loop Start", LOOP + "CountLoop$StartFactory", "iterations=2");
    }

    private void end(final int id) {
        workflow.node(id, "Count Loop End", LOOP + "CountLoop$EndFactory", "reportNumbers=true");
    }

    private Workflow load() throws Exception {
        return new WorkflowLoader(ExtensionRegistry.ofClassPath()).load(workflow.write().path(), List.of(), List.of());
    }

    private void refused(final String... words) {
        assertThatThrownBy(this::load).isInstanceOf(LoadException.class).hasMessageContaining("workflow.knime")
            .hasMessageContainingAll(words);
    }

    @Test
    void startWithoutEndIsRefused() throws Exception {
        start(2);
        workflow.csvWriter(3, "x.csv").connect(1, 1, 2, 1).connect(2, 1, 3, 1);
        refused("Count Loop Start (#2) starts a loop that nothing ends");
    }

    @Test
    void endWithoutStartIsRefused() {
        end(2);
        workflow.connect(1, 1, 2, 1);
        refused("Count Loop End (#2) ends a loop, but no loop start leads to it");
    }

    @Test
    void loopInsideALoopIsRefused() {
        start(2);
        start(3);
        end(4);
        end(5);
        workflow.connect(1, 1, 2, 1).connect(2, 1, 3, 1).connect(3, 1, 4, 1).connect(4, 1, 5, 1);
        refused("Count Loop Start (#3) starts a loop inside the loop of Count Loop Start (#2)", "Nested");
    }

    @Test
    void twoEndsOfOneLoopAreRefused() {
        start(2);
        end(3);
        end(4);
        workflow.connect(1, 1, 2, 1).connect(2, 1, 3, 1).connect(2, 1, 4, 1);
        refused("Count Loop Start (#2) starts a loop with several ends", "(#3)", "(#4)");
    }

    @Test
    void twoStartsOfOneEndAreRefused() {
        start(2);
        start(3);
        end(4);
        workflow.connect(1, 1, 2, 1).connect(1, 1, 3, 1).connect(2, 1, 4, 1).connect(3, 0, 4, 0);
        refused("several loop starts lead to Count Loop End (#4)");
    }

    @Test
    void branchAroundTheEndIsRefused() throws Exception {
        start(2);
        end(3);
        workflow.csvWriter(4, "x.csv").connect(1, 1, 2, 1).connect(2, 1, 3, 1).connect(3, 1, 4, 1).connect(2, 0, 4, 0);
        refused("CSV Writer (#4) is connected to the inside of a loop and to what comes after its end");
    }

    @Test
    void nodesOfALoopFollowEachOtherInTheOrderOfTheRun() throws Exception {
        start(2);
        end(5);
        start(3);
        end(4);
        workflow.csvWriter(6, "x.csv").connect(1, 1, 2, 1).connect(2, 1, 5, 1).connect(1, 1, 3, 1).connect(3, 1, 4, 1)
            .connect(2, 1, 6, 1).connect(4, 0, 6, 0);
        assertThat(load().nodes()).extracting(WorkflowNode::id).containsExactly(1, 3, 4, 2, 6, 5);
    }
}
