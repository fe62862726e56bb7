/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.compute;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SteppedRowsTest {

    private final float[][] whole = {{1, 2, 3, 4, 5}, {6, 7, 0, 9, 10}, {0, 0, 13, 0, 15}};
    private final float[][] flags = {{1, 1, 1, 1, 1}, {1, 1, 0, 1, 1}, {0, 0, 1, 0, 1}};
    private final float[] sum = {.1f, .2f, .3f, .4f, .5f};

    @Test
    void aRowThatIsKeptIsSteppedAsItIs() {
        final SteppedRows rows = SteppedRows.of(whole, flags);
        assertThat(rows.compact(0)).isFalse();
        assertThat(rows.weights()[0]).isSameAs(whole[0]);
        assertThat(rows.gradient(0, sum, new float[5])).isSameAs(sum);
    }

    @Test
    void aRowThatHasLostFewWeightsIsSteppedWithTheirGradientsAtZero() {
        final SteppedRows rows = SteppedRows.of(whole, flags);
        assertThat(rows.compact(1)).isFalse();
        assertThat(rows.weights()[1]).isSameAs(whole[1]);
        assertThat(rows.gradient(1, sum, new float[5])).containsExactly(.1f, .2f, 0, .4f, .5f);
        assertThat(sum).containsExactly(.1f, .2f, .3f, .4f, .5f);
    }

    @Test
    void ofARowThatHasLostMostWeightsTheOthersAreSteppedAndBroughtBack() {
        final SteppedRows rows = SteppedRows.of(whole, flags);
        assertThat(rows.compact(2)).isTrue();
        assertThat(rows.weights()[2]).containsExactly(13, 15);
        assertThat(rows.zeros()[2]).containsExactly(0, 0);
        assertThat(rows.gradient(2, sum, new float[5])).startsWith(.3f, .5f);
        rows.weights()[2][1] = -1;
        rows.publish(2);
        assertThat(whole[2]).containsExactly(0, 0, 13, 0, -1);
    }

    @Test
    void theReferenceHasNoCompactRow() {
        final SteppedRows rows = SteppedRows.whole(whole, flags);
        for (int row = 0; row < 3; row++) {
            assertThat(rows.compact(row)).isFalse();
            assertThat(rows.weights()[row]).isSameAs(whole[row]);
        }
        assertThat(rows.gradient(2, sum, new float[5])).containsExactly(0, 0, .3f, 0, .5f);
    }

    @Test
    void withoutAMaskNothingIsLeftOut() {
        assertThat(SteppedRows.of(whole, null).gradient(2, sum, new float[5])).isSameAs(sum);
    }
}
