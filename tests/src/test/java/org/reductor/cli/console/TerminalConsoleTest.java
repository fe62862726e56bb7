/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TerminalConsoleTest {

    @Test
    void lineShowsBarShareAndMessage() {
        assertThat(TerminalConsole.line("[4/9] Learner (#4)", 0.5, "round 3 of 6", 99))
            .isEqualTo("[4/9] Learner (#4) [############............] 50 %  round 3 of 6");
    }

    @Test
    void unknownShareHasNoBar() {
        assertThat(TerminalConsole.line("Learner", Double.NaN, "", 99)).isEqualTo("Learner");
    }

    @Test
    void longLineIsCutToTheWidth() {
        assertThat(TerminalConsole.line("Learner", 0.1, "a very long message indeed", 20)).hasSize(20).endsWith("...");
    }

    @Test
    void timesAreReadable() {
        assertThat(RunLines.seconds(0.123)).isEqualTo("0.12 s");
        assertThat(RunLines.seconds(59.96)).isEqualTo("60.0 s");
        assertThat(RunLines.seconds(125)).isEqualTo("2 min 5 s");
    }
}
