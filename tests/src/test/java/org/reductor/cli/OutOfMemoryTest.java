/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutOfMemoryTest {

    @TempDir
    Path folder;

    @Test
    void nodeThatRunsOutOfMemoryFailsWithAdviceAndTheOthersRun() throws Exception {
        final RunFixture fixture = new RunFixture(folder);
        fixture.edit(RunFixture.SCORER, "org.knime.base.node.mine.scorer.numeric2.NumericScorer2NodeFactory",
            HungryNodeFactory.class.getName());
        assertThat(fixture.runInPlace()).isEqualTo(4);
        assertThat(fixture.err()).containsPattern("Numeric Scorer \\(#3\\): out of memory: Java may use [\\d,]+ MB of "
            + "this machine's [\\d,]+ MB\\. Allow more, and run again: put REDUCTOR_JAVA_OPTIONS=-Xmx\\d+m before");
        assertThat(fixture.workflow.resolve("data/out.csv")).exists();
    }
}
