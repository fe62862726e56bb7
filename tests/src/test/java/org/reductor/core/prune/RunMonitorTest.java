/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RunMonitorTest {

    /** Remembers what it was told last. */
    private static final class Last implements RunMonitor {

        private double fraction;
        private String message;
        private boolean cancelled;

        @Override
        public void progress(final double newFraction, final String newMessage) {
            fraction = newFraction;
            message = newMessage;
        }

        @Override
        public boolean isCancelled() {
            return cancelled;
        }
    }

    @Test
    void aPartFillsItsShareOfTheWhole() {
        final Last whole = new Last();
        final RunMonitor part = whole.part(0.2, 0.6);
        part.progress(0, "begins");
        assertThat(whole.fraction).isEqualTo(0.2);
        part.progress(0.5, "is half done");
        assertThat(whole.fraction).isCloseTo(0.4, within(1e-12));
        assertThat(whole.message).isEqualTo("is half done");
        part.part(0.5, 1).progress(1, "ends");
        assertThat(whole.fraction).isCloseTo(0.6, within(1e-12));
        // Thirds may add up to a little more than the whole.
        whole.part(0.5, 1 + 1e-12).progress(1, "");
        assertThat(whole.fraction).isEqualTo(1);
    }

    @Test
    void aNamedPartSaysItsNameWhateverItsStepsSay() {
        final Last whole = new Last();
        whole.part(0, 0.5, "Round 1").progress(1, "Network 3 of 3");
        assertThat(whole.message).isEqualTo("Round 1");
        assertThat(whole.fraction).isEqualTo(0.5);
    }

    @Test
    void cancellingTheWholeCancelsItsParts() {
        final Last whole = new Last();
        assertThat(whole.part(0, 1).isCancelled()).isFalse();
        assertThat(whole.part(0, 1, "Round 1").isCancelled()).isFalse();
        whole.cancelled = true;
        assertThat(whole.part(0, 1).isCancelled()).isTrue();
        assertThat(whole.part(0, 1, "Round 1").isCancelled()).isTrue();
    }
}
