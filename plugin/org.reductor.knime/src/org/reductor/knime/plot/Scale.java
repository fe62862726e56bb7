/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.plot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where numbers stand on an axis.
 *
 * @param low number at {@code from}; above 0 on a logarithmic axis
 * @param high number at {@code to}, larger than {@code low}
 * @param from place of the one end, in pixels
 * @param to place of the other end
 * @param logarithmic whether equal ratios are equally far apart
 */
record Scale(double low, double high, double from, double to, boolean logarithmic) {

    /** An axis of so many marks is full. */
    private static final int MOST_MARKS = 6;

    /** An axis of fewer decades than this has marks between them. */
    private static final double FEW_DECADES = 2.5;

    /** @return the place of a number */
    double at(final double value) {
        return from + (to - from) * (transformed(value) - transformed(low)) / (transformed(high) - transformed(low));
    }

    private double transformed(final double value) {
        return logarithmic ? Math.log10(value) : value;
    }

    /** @return round numbers to mark, the smallest first; at least one on an axis that is not degenerate */
    List<BigDecimal> marks() {
        return logarithmic ? decades() : steps();
    }

    private List<BigDecimal> decades() {
        final int[] digits = Math.log10(high / low) < FEW_DECADES ? new int[]{1, 2, 5} : new int[]{1};
        final List<BigDecimal> marks = new ArrayList<>();
        for (int power = (int)Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power++) {
            for (final int digit : digits) {
                add(marks, BigDecimal.valueOf(digit).scaleByPowerOfTen(power));
            }
        }
        return marks;
    }

    private List<BigDecimal> steps() {
        BigDecimal step = BigDecimal.ONE.scaleByPowerOfTen((int)Math.floor(Math.log10((high - low) / MOST_MARKS)));
        for (int i = 0; (high - low) / step.doubleValue() > MOST_MARKS; i++) {
            step = step.multiply(i % 3 == 1 ? new BigDecimal("2.5") : BigDecimal.valueOf(2)).stripTrailingZeros();
        }
        final List<BigDecimal> marks = new ArrayList<>();
        BigDecimal mark = BigDecimal.valueOf(low).divide(step, 0, RoundingMode.CEILING).multiply(step);
        while (mark.doubleValue() <= high) {
            add(marks, mark);
            mark = mark.add(step);
        }
        return marks;
    }

    private void add(final List<BigDecimal> marks, final BigDecimal mark) {
        if (mark.doubleValue() >= low && mark.doubleValue() <= high) {
            marks.add(mark);
        }
    }

    /** @return a number for people: with a true minus, 1500 as 1.5 k and 2000000 as 2 M */
    static String label(final BigDecimal mark) {
        final double value = Math.abs(mark.doubleValue());
        final String suffix = value >= 1e6 ? " M" : value >= 1e3 ? " k" : "";
        final BigDecimal shown = value >= 1e6 ? mark.movePointLeft(6) : value >= 1e3 ? mark.movePointLeft(3) : mark;
        return String.format(Locale.ROOT, "%s%s", shown.stripTrailingZeros().toPlainString().replace('-', '\u2212'),
            suffix);
    }
}
