/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.spark;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.reductor.chem.screen.Screen;
import org.reductor.chem.screen.ScreenedRow;

/** Screens the rows of a part of a table, batch by batch, and appends what is told of each. */
final class RowScreening implements MapPartitionsFunction<Row, Row> {

    private static final long serialVersionUID = 1L;

    private final SharedModel model;

    private final int[] sources;

    private final boolean[] numbers;

    private final int kept;

    private final int told;

    /**
     * @param model predicts
     * @param sources position of each column that the model reads
     * @param numbers which of them are numbers
     * @param kept number of columns at the beginning of a row that stay; one that follows them holds what is wrong with
     *            the line that the row was read from
     */
    RowScreening(final SharedModel model, final int[] sources, final boolean[] numbers, final int kept) {
        this.model = model;
        this.sources = sources;
        this.numbers = numbers;
        this.kept = kept;
        told = model.told().size();
    }

    @Override
    public Iterator<Row> call(final Iterator<Row> rows) {
        final SharedModel.Predicting screen = model.here();
        // In a process of its own a molecule has a time limit of its own.
        final ProgressWatch watch = model.isolatedHere() ? ProgressWatch.NONE
            : ProgressWatch.ofThisExecutor(model.settings().patience());
        return new Iterator<>() {

            private Iterator<Row> batch = List.<Row> of().iterator();

            @Override
            public boolean hasNext() {
                return batch.hasNext() || rows.hasNext();
            }

            @Override
            public Row next() {
                if (!batch.hasNext()) {
                    final List<Row> next = new ArrayList<>(Screen.BATCH);
                    while (next.size() < Screen.BATCH && rows.hasNext()) {
                        next.add(rows.next());
                    }
                    batch = watch.during(() -> screened(screen, next)).iterator();
                }
                return batch.next();
            }
        };
    }

    private List<Row> screened(final SharedModel.Predicting screen, final List<Row> rows) {
        final List<Object[]> usable = new ArrayList<>(rows.size());
        final String[] unusable = new String[rows.size()];
        for (int i = 0; i < unusable.length; i++) {
            final Object[] values = new Object[sources.length];
            unusable[i] = read(rows.get(i), values);
            if (unusable[i] == null) {
                usable.add(values);
            }
        }
        final Iterator<ScreenedRow> screened = screen.screen(usable).iterator();
        final List<Row> results = new ArrayList<>(rows.size());
        for (int i = 0; i < unusable.length; i++) {
            final Object[] values = new Object[kept + told];
            for (int c = 0; c < kept; c++) {
                values[c] = rows.get(i).get(c);
            }
            if (unusable[i] == null) {
                ToldRow.put(screened.next(), values, kept);
            } else {
                values[values.length - 1] = unusable[i];
            }
            results.add(RowFactory.create(values));
        }
        return results;
    }

    /** @return why the row cannot be used; null if it can */
    private String read(final Row row, final Object[] values) {
        if (row.size() > kept && !row.isNullAt(kept)) {
            return row.getString(kept);
        }
        for (int i = 0; i < sources.length; i++) {
            final Object value = row.get(sources[i]);
            if (!numbers[i] || value == null || value instanceof Number) {
                values[i] = value;
            } else if (!value.toString().isBlank()) {
                try {
                    values[i] = Double.valueOf(value.toString().strip());
                } catch (final NumberFormatException e) {
                    return "'" + value + "' stands in a column of numbers.";
                }
            }
        }
        return null;
    }
}
