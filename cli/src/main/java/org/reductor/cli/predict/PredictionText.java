/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli.predict;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.knime.core.util.UniqueNameGenerator;
import org.reductor.chem.screen.PredictionColumn;
import org.reductor.chem.screen.ScreenedRow;
import org.reductor.cli.table.RowSource;
import org.reductor.cli.table.RowSource.Row;
import org.reductor.cli.table.RowText;

/**
 * The text of predictions: the columns of the table with those of the Network Predictor behind them, and of the rows
 * without a prediction. Numbers are written so that reading them gives the same bits.
 */
final class PredictionText {

    private final RowText text;

    private final int[] carried;

    private final String header;

    private final String failedHeader;

    private final int predicted;

    /**
     * @param table what is predicted; a molecule that its format has beside columns is not repeated
     * @param columns those of the predictions
     * @param suffix appended to their names
     * @param delimiter what is between values
     */
    PredictionText(final RowSource table, final List<PredictionColumn> columns, final String suffix,
        final char delimiter) {
        text = new RowText(delimiter);
        predicted = columns.size();
        final List<String> names = table.columns();
        carried = IntStream.range(0, names.size())
            .filter(i -> !isMolblock(table, i)).toArray();
        final List<String> kept = IntStream.of(carried).mapToObj(names::get).toList();
        final var unique = new UniqueNameGenerator(Set.copyOf(kept));
        final List<String> all = new ArrayList<>(kept);
        columns.forEach(column -> all.add(unique.newName(column.name() + suffix)));
        header = text.line(all.toArray());
        final List<String> failed = new ArrayList<>(kept);
        final var uniqueInFailed = new UniqueNameGenerator(Set.copyOf(kept));
        failed.add(0, uniqueInFailed.newName("Row"));
        failed.add(uniqueInFailed.newName("Reason"));
        failedHeader = text.line(failed.toArray());
    }

    private static boolean isMolblock(final RowSource table, final int column) {
        return table.molecule().isPresent() && table.molecule().getAsInt() == column
            && table.columns().get(column).equals("Molecule");
    }

    String header() {
        return header;
    }

    String failedHeader() {
        return failedHeader;
    }

    /**
     * @param rows of the table
     * @param screened what became of each
     * @param first number of the first of them, from 1
     * @return the lines to write
     */
    Batch batch(final List<Row> rows, final List<ScreenedRow> screened, final long first) {
        final StringBuilder lines = new StringBuilder(rows.size() * 128);
        final StringBuilder failures = new StringBuilder();
        int failed = 0;
        String firstReason = null;
        for (int i = 0; i < rows.size(); i++) {
            final ScreenedRow row = screened.get(i);
            final Object[] values = rows.get(i).values();
            for (final int column : carried) {
                text.append(lines, values[column]);
                lines.append(text.delimiter());
            }
            if (row.failed()) {
                failed++;
                firstReason = firstReason == null ? row.failure() : firstReason;
                lines.append(String.valueOf(text.delimiter()).repeat(predicted - 1));
                failures.append(first + i).append(text.delimiter());
                for (final int column : carried) {
                    text.append(failures, values[column]);
                    failures.append(text.delimiter());
                }
                text.append(failures, row.failure());
                failures.append('\n');
            } else {
                for (int c = 0; c < predicted; c++) {
                    if (c > 0) {
                        lines.append(text.delimiter());
                    }
                    final Object value = row.values().get(c);
                    text.append(lines, value instanceof Double || value instanceof String ? value : null);
                }
            }
            lines.append('\n');
        }
        return new Batch(bytes(lines), bytes(failures), rows.size(), failed, firstReason);
    }

    private static byte[] bytes(final StringBuilder text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * What is written of some rows.
     *
     * @param lines one a row
     * @param failures one a row without a prediction
     * @param rows how many rows
     * @param failed how many of them have no prediction
     * @param reason why the first of these has none, or null
     */
    record Batch(byte[] lines, byte[] failures, int rows, int failed, String reason) {
    }
}
