/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {

    private static List<String> labels(final double low, final double high, final boolean logarithmic) {
        return new Scale(low, high, 0, 100, logarithmic).marks().stream().map(Scale::label).toList();
    }

    @Test
    void numbersStandWhereTheyBelong() {
        assertThat(new Scale(2, 4, 300, 100, false).at(3.5)).isCloseTo(150, within(1e-9));
        assertThat(new Scale(100, 1e6, 100, 500, true).at(1e4)).isCloseTo(300, within(1e-9));
    }

    @Test
    void marksAreRoundNumbers() {
        assertThat(labels(.493, .612, false)).containsExactly("0.5", "0.52", "0.54", "0.56", "0.58", "0.6");
        assertThat(labels(-.012, .012, false)).containsExactly("\u22120.01", "\u22120.005", "0", "0.005", "0.01");
        assertThat(labels(0, 1, false)).containsExactly("0", "0.2", "0.4", "0.6", "0.8", "1");
        assertThat(labels(20, 2_000_000, true)).containsExactly("100", "1 k", "10 k", "100 k", "1 M");
        assertThat(labels(1_000, 2_400, true)).containsExactly("1 k", "2 k");
    }

    @ParameterizedTest
    @CsvSource({"0.001, 0.0011", "-5, 1e6", "0.4999, 0.5001", "-1e-7, 1e-7", "3, 3.0001"})
    void anyAxisHasSomeMarksAndNotTooMany(final double low, final double high) {
        assertThat(new Scale(low, high, 0, 1, false).marks()).hasSizeBetween(2, 7)
            .allMatch(mark -> mark.doubleValue() >= low && mark.doubleValue() <= high);
    }
}
