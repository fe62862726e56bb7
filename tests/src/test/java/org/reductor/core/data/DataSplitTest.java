/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DataSplitTest {

    @Property(tries = 200, seed = "1")
    void everyRowIsInTheHoldOutOrInJustOneValidationPart(@ForAll @IntRange(min = 12, max = 500) final int rows,
        @ForAll @IntRange(min = 2, max = 8) final int folds, @ForAll final long seed) {
        final DataSplit split = DataSplit.of(rows, 0.1, folds, seed);
        final int[] all = IntStream.concat(Arrays.stream(split.holdOut()), Arrays.stream(split.foldRows())).sorted()
            .toArray();
        assertThat(all).containsExactly(IntStream.range(0, rows).toArray());
        for (final DataSplit.Fold fold : split.folds()) {
            assertThat(IntStream.concat(Arrays.stream(fold.training()), Arrays.stream(fold.validation())).sorted()
                .toArray()).containsExactly(split.foldRows());
        }
    }

    @Test
    void theSeedDecidesTheSplit() {
        assertThat(DataSplit.of(100, 0.1, 5, 7).holdOut()).containsExactly(DataSplit.of(100, 0.1, 5, 7).holdOut());
        assertThat(DataSplit.of(100, 0.1, 5, 7).holdOut()).isNotEqualTo(DataSplit.of(100, 0.1, 5, 8).holdOut());
        assertThat(DataSplit.of(100, 0.1, 5, 7).holdOut()).hasSize(10);
    }

    @Test
    void tooFewRowsAreRefusedWithTheNumbers() {
        assertThatThrownBy(() -> DataSplit.of(6, 0.1, 5, 1)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("only 6 usable rows").hasMessageContaining("5 folds");
        assertThatThrownBy(() -> DataSplit.of(100, 1.5, 5, 1)).hasMessageContaining("1.5");
        assertThatThrownBy(() -> DataSplit.of(100, 0.1, 1, 1)).hasMessageContaining("at least 2");
    }
}
