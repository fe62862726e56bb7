/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.spark;

import java.util.List;

import org.reductor.chem.screen.ScreenedRow;

/** What became of a row as Spark's values: those that are told, or nulls, and the reason of a failure, or null. */
final class ToldRow {

    /** Name of the column with the reason. */
    static final String FAILURE = "failure";

    private ToldRow() {
    }

    /**
     * @param screened what became of a row
     * @param values receives a value a column of {@link SharedModel#told()}
     * @param from index of the first
     */
    static void put(final ScreenedRow screened, final Object[] values, final int from) {
        final List<Object> told = screened.values();
        for (int i = 0; i < told.size(); i++) {
            final Object value = told.get(i);
            values[from + i] = value instanceof Double || value instanceof String ? value : null;
        }
        values[values.length - 1] = screened.failure();
    }
}
