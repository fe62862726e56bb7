/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tables of results, and the numbers in them. */
public final class Tables {

    private Tables() {
    }

    /**
     * @param numbers at least one
     * @return their median
     */
    public static double median(final List<Double> numbers) {
        final double[] sorted = numbers.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        final int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /**
     * @param rows what has a row each
     * @param titles of the columns
     * @param cells give the text of each column for a row
     * @return a table in Markdown
     * @param <T> type of the rows
     */
    public static <T> String markdown(final List<T> rows, final List<String> titles,
        final List<Function<T, Object>> cells) {
        final StringBuilder text = new StringBuilder();
        text.append("| ").append(String.join(" | ", titles)).append(" |\n|");
        titles.forEach(title -> text.append("---|"));
        text.append('\n');
        for (final T row : rows) {
            text.append("| ").append(cells.stream().map(cell -> cell.apply(row).toString())
                .collect(Collectors.joining(" | "))).append(" |\n");
        }
        return text.toString();
    }

    /**
     * @param format as of {@link String#format}
     * @param values what it takes
     * @return the text, the same on every machine
     */
    public static String format(final String format, final Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
