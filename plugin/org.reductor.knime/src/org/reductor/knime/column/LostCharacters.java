/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.column;

import java.util.Optional;

import org.knime.core.data.DataRow;
import org.reductor.chem.UnusableRowException;

/**
 * Counts rows with the character U+FFFD, which readers put where the bytes of a file are not in the encoding that they
 * were told. Nothing fails by it, but what is learned is learned from wrong text. May be fed from several threads.
 */
public final class LostCharacters {

    private static final char REPLACEMENT = '\uFFFD';

    private static final int LONGEST = 40;

    private final SourceCells source;

    private final UnusableRows rows = new UnusableRows();

    /** @param source what is read of each row */
    public LostCharacters(final SourceCells source) {
        this.source = source;
    }

    /**
     * @param index position of the row in its table
     * @param row the row
     */
    public void look(final long index, final DataRow row) {
        final Object[] values;
        try {
            values = source.values(row);
        } catch (UnusableRowException e) { // NOSONAR told where the row's features are made
            return;
        }
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof String text && text.indexOf(REPLACEMENT) >= 0) {
                rows.add(index, row.getKey().getString(),
                    "'" + excerpt(text) + "' in the column '" + source.name(i) + "'.");
                return;
            }
        }
    }

    /**
     * @param total number of rows of the table
     * @return what to tell the user, if characters were lost
     */
    public Optional<String> warning(final long total) {
        return rows.count() == 0 ? Optional.empty()
            : Optional.of(rows.sentence(total, "rows", "have characters that were lost when the table was read "
                + "(U+FFFD)") + " Read the file again with the encoding that it was written in, often windows-1252.");
    }

    /** The character with what stands around it: a molblock is long. */
    private static String excerpt(final String text) {
        final int start = Math.max(0, text.indexOf(REPLACEMENT) - LONGEST / 2);
        final int end = Math.min(text.length(), start + LONGEST);
        return (start > 0 ? "..." : "") + text.substring(start, end) + (end < text.length() ? "..." : "");
    }
}
