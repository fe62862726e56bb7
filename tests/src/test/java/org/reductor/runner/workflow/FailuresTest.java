/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FailuresTest {

    @Test
    void twiceTheHeapIsRecommendedAsFarAsTheMachineHasIt() {
        assertThat(Failures.outOfMemory(1200, 16_000)).isEqualTo("out of memory: Java may use 1,200 MB of this "
            + "machine's 16,000 MB. Allow more, and run again: put REDUCTOR_JAVA_OPTIONS=-Xmx2400m before the command");
        assertThat(Failures.outOfMemory(9600, 16_000)).contains("REDUCTOR_JAVA_OPTIONS=-Xmx12800m before");
    }

    @Test
    void heapThatFillsTheMachineIsNotToBeEnlarged() {
        assertThat(Failures.outOfMemory(1600, 2000)).contains("1,600 MB of this machine's 2,000 MB",
            "Use a machine with more memory").doesNotContain("-Xmx");
    }

    @Test
    void largerHeapIsNotRecommendedWhereItDoesNotHelp() {
        assertThat(Failures.message(new OutOfMemoryError("unable to create native thread")))
            .isEqualTo("out of memory: unable to create native thread");
        assertThat(Failures.message(new OutOfMemoryError("GC overhead limit exceeded"))).contains("Java may use");
    }

    @Test
    void lackOfMemoryIsRecognisedBehindOtherFailures() {
        assertThat(Failures.message(new IllegalStateException("A thread failed",
            new OutOfMemoryError("Java heap space")))).startsWith("out of memory: Java may use");
    }

    @Test
    void unexpectedErrorTellsHowToSeeWhere() {
        assertThat(Failures.message(new IllegalStateException("oops"))).isEqualTo("unexpected error: "
            + "java.lang.IllegalStateException: oops. Run again with REDUCTOR_JAVA_OPTIONS=-Dreductor.debug=true "
            + "before the command to see where");
        assertThat(Failures.message(new IllegalArgumentException("The rate is 7."))).isEqualTo("The rate is 7.");
    }
}
