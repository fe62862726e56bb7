/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.csv;

import java.io.IOException;

/** Sees to it that all rows have as many values as there are columns; suspects the delimiter if there is but one. */
final class RowWidth {

    private final String delimiter;

    private final int width;

    private char suspect;

    /** How often every line so far has the suspect; 0 for no suspicion. */
    private long times;

    RowWidth(final String delimiter, final String[] header) {
        this.delimiter = delimiter;
        width = header.length;
        for (final char c : "\t;,|".toCharArray()) {
            if (width == 1 && !delimiter.equals(String.valueOf(c)) && count(header[0], c) > times) {
                suspect = c;
                times = count(header[0], c);
            }
        }
    }

    /** @throws IOException if the row has more or fewer values than there are columns */
    void check(final String[] values, final long line) throws IOException {
        if (times > 0 && count(String.join(delimiter, values), suspect) != times) {
            times = 0;
        }
        if (values.length != width) {
            throw new IOException("line " + line + " has " + values.length + " values where " + width
                + " are expected. " + (times > 0 ? suspicion() : "Correct the line."));
        }
    }

    /** @throws IOException if all lines together speak for another delimiter */
    void end() throws IOException {
        if (width == 1 && times > 0) {
            throw new IOException("it has but one column. " + suspicion());
        }
    }

    private String suspicion() {
        return "Every line so far has '" + (suspect == '\t' ? "\\t" : suspect) + "' (" + times + " times): if that is "
            + "the delimiter, choose it in 'column_delimiter', which is '" + delimiter + "' now.";
    }

    private static long count(final String text, final char character) {
        return String.valueOf(text).chars().filter(c -> c == character).count();
    }
}
