/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.reductor.core.prune.DropSchedule.Kind;

class DropScheduleTest {

    @Test
    void constantTakesAShareOfTheOriginalNumber() {
        final DropSchedule constant = new DropSchedule(Kind.CONSTANT, 0.1);
        assertThat(constant.count(1000, 600, 1)).isEqualTo(100);
        assertThat(constant.count(1000, 600, 0.5)).isEqualTo(50);
        assertThat(constant.count(1000, 40, 1)).isEqualTo(40);
    }

    @Test
    void geometricTakesAShareOfWhatIsLeft() {
        final DropSchedule geometric = new DropSchedule(Kind.GEOMETRIC, 0.3);
        assertThat(geometric.count(1000, 600, 1)).isEqualTo(180);
        assertThat(geometric.count(1000, 1, 1)).isZero();
    }

    @Test
    void aRateOutsideTheOpenIntervalIsRefused() {
        assertThatThrownBy(() -> new DropSchedule(Kind.CONSTANT, 1)).hasMessageContaining("drop rate is 1.0");
        assertThatThrownBy(() -> new DropSchedule(Kind.CONSTANT, Double.NaN)).hasMessageContaining("NaN");
    }
}
