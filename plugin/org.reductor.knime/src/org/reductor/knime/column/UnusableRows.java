/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.column;

import java.util.Locale;

/**
 * Counts rows that could not be used, and keeps the reason of the first, so that a node gives one warning instead of
 * thousands. May be fed from several threads, in any order of rows.
 */
public final class UnusableRows {

    private long count;

    private long firstIndex = Long.MAX_VALUE;

    private String first;

    /**
     * @param rowIndex position of the row in its table
     * @param rowId RowID
     * @param reason one plain sentence
     */
    public synchronized void add(final long rowIndex, final String rowId, final String reason) {
        count++;
        if (rowIndex < firstIndex) {
            firstIndex = rowIndex;
            first = rowId + ": " + reason;
        }
    }

    /** @return number of rows */
    public synchronized long count() {
        return count;
    }

    /** @return RowID and reason of the first row in the order of the table, {@code null} when there is none */
    public synchronized String first() {
        return first;
    }

    /**
     * @param total number of rows of the table
     * @param what the noun, for example {@code molecules}
     * @param happened what happened, for example {@code could not be read}; a leading "were" or "have" follows the
     *            count
     * @return for example "3 of 1,017 molecules could not be read. The first is Row4: The molecule is empty."
     */
    public synchronized String sentence(final long total, final String what, final String happened) {
        final String verb = count == 1 ? happened.replaceFirst("^were\\b", "was").replaceFirst("^have\\b", "has")
            : happened;
        return String.format(Locale.ENGLISH, "%,d of %,d %s %s. The first is %s", count, total, what, verb, first);
    }
}
