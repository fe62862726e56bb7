/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ExecutionMonitorTest {

    private final SilentProgress sink = new SilentProgress();

    private final ExecutionContext exec = new ExecutionContext(sink);

    @Test
    void partsAddUp() {
        final ExecutionMonitor first = exec.createSubProgress(.5);
        first.setProgress(.5, "training");
        assertThat(sink.fraction).isCloseTo(.25, within(1e-12));
        assertThat(sink.message).isEqualTo("training");
        first.setProgress(1);
        exec.createSubProgress(.5).setProgress(.5, "scoring");
        assertThat(sink.fraction).isCloseTo(.75, within(1e-12));
        assertThat(sink.message).isEqualTo("scoring");
    }

    @Test
    void cancellingReachesTheParts() throws Exception {
        final ExecutionMonitor part = exec.createSubProgress(.5).createSubProgress(.1);
        part.checkCanceled();
        sink.canceled = true;
        assertThatThrownBy(part::checkCanceled).isInstanceOf(CanceledExecutionException.class);
    }

    @Test
    void partsLargerThanTheWholeAreRefusedAndOtherNumbersIgnored() {
        for (final double share : new double[]{-.1, 1.1, Double.NaN}) {
            assertThatThrownBy(() -> exec.createSubProgress(share)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Double.toString(share));
        }
        exec.setProgress(.5);
        exec.setProgress(1.5);
        assertThat(sink.fraction).isEqualTo(.5);
    }
}
