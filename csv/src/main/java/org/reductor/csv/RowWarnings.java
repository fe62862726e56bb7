/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * What looks wrong in the rows of a file without being an error: each kind is told once, with its first place. Where
 * most rows run over lines, as those with molblocks do, that is no matter.
 */
final class RowWarnings {

    private static final String STRAY_QUOTE = ". If the quote belongs to the text, double it within a quoted value, or "
        + "read the file without quotes (leave 'quote_char' empty).";

    private static final class Finding {

        private long count;

        private String lines;

        private int column;

        private String value;

        void add(final CsvRecords records, final String[] values, final int inColumn) {
            if (count++ == 0) {
                lines = records.firstLine() == records.lastLine() ? "Line " + records.firstLine()
                    : "Lines " + records.firstLine() + " to " + records.lastLine();
                column = inColumn;
                value = CsvRecords.shortened(values[inColumn]);
            }
        }

        String place(final String[] names) {
            return lines + ", column '" + names[column] + "', '" + value + "'"
                + (count == 1 ? "" : " and " + (count - 1) + " more") + ": ";
        }
    }

    private final Finding replaced = new Finding();

    private final Finding textBehind = new Finding();

    private final Finding severalLines = new Finding();

    private final Finding likeRows = new Finding();

    private long rows;

    void header(final String[] names, final CsvRecords records) {
        findReplaced(names, records);
    }

    void row(final String[] values, final CsvRecords records) {
        rows++;
        findReplaced(values, records);
        switch (records.quoting()) {
            case TEXT_BEHIND -> textBehind.add(records, values, first(values, records::isQuoted));
            case SEVERAL_LINES -> severalLines.add(records, values, first(values, v -> v.indexOf('\n') >= 0));
            case LINES_LIKE_ROWS -> likeRows.add(records, values, first(values, v -> v.indexOf('\n') >= 0));
            default -> { } // PLAIN
        }
    }

    private static int first(final String[] values, final Predicate<String> condition) {
        return IntStream.range(0, values.length).filter(i -> values[i] != null && condition.test(values[i])).findFirst()
            .orElse(0);
    }

    private void findReplaced(final String[] values, final CsvRecords records) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null && values[i].indexOf('\uFFFD') >= 0) {
                replaced.add(records, values, i);
            }
        }
    }

    /** Whether there are replacement characters; they may be the file's own. */
    boolean hasReplaced() {
        return replaced.count > 0;
    }

    /** @param charset the stated encoding if the file breaks it, null if its replacement characters are its own */
    List<String> sentences(final String[] names, final String charset) {
        final List<String> result = new ArrayList<>();
        if (hasReplaced()) {
            result.add(charset == null
                ? replaced.place(names) + "the file has U+FFFD where a program before could not read a character. "
                    + "Correct the file."
                : replaced.lines + " is not " + charset + ", and characters are lost: column '" + names[replaced.column]
                    + "', '" + replaced.value + "'; " + replaced.count + " values in all. Choose the file's encoding "
                    + "('encoding/charset'; Excel on Windows writes windows-1252), or save it as " + charset + ".");
        }
        if (textBehind.count > 0) {
            result.add(textBehind.place(names) + "text goes on behind a closing quote, and the value keeps its quotes"
                + STRAY_QUOTE);
        }
        if (likeRows.count > 0) {
            result.add(likeRows.place(names) + "quotes make one row of lines that look like rows" + STRAY_QUOTE);
        }
        if (severalLines.count > 0 && 2 * severalLines.count < rows) {
            result.add(severalLines.place(names) + "the value runs over lines, as most do not" + STRAY_QUOTE);
        }
        return result;
    }
}
