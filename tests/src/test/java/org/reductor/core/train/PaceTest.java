/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class PaceTest {

    private static void alone(final Pace pace, final int epochs) {
        for (int i = 0; i < epochs; i++) {
            assertThat(pace.together()).isFalse();
            pace.took(1, 100);
        }
    }

    @Test
    void helpersAreAskedForAfterAnEpochAloneAndStayWhileTheyMakeItFaster() {
        final Pace pace = new Pace();
        alone(pace, 1);
        IntStream.range(0, 20).forEach(i -> {
            assertThat(pace.together()).isTrue();
            pace.took(2, 60);
        });
    }

    @Test
    void aCrewThatTookLongerIsLeftOutForLongerEachTime() {
        final Pace pace = new Pace();
        alone(pace, 1);
        pace.took(2, 101);
        alone(pace, 4);
        assertThat(pace.together()).isTrue();
        pace.took(3, 150);
        alone(pace, 8);
        assertThat(pace.together()).isTrue();
    }

    @Test
    void whoAskedAndGotNobodyMayAskAgain() {
        final Pace pace = new Pace();
        alone(pace, 1);
        pace.took(1, 100);
        assertThat(pace.together()).isTrue();
    }
}
