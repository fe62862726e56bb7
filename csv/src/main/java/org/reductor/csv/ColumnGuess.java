/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.csv;

import java.util.Optional;

/** What its values show of the type of a column. */
final class ColumnGuess {

    private ColumnType type;

    private long numbers;

    private long texts;

    private String firstText;

    private long firstLine;

    /** @param value null if missing */
    void add(final String value, final long line) {
        if (value == null) {
            return;
        }
        if (type != ColumnType.STRING) {
            type = (type == null ? ColumnType.INT : type).widenedFor(value);
        }
        if (type != ColumnType.STRING || isNumber(value)) {
            numbers++;
        } else if (texts++ == 0) {
            firstText = value;
            firstLine = line;
        }
    }

    /** Most texts begin with a letter: they are told without an exception for each. NaN and Infinity are numbers. */
    private static boolean isNumber(final String value) {
        final char first = value.isEmpty() ? 'x' : value.charAt(0);
        return (!Character.isLetter(first) || first == 'N' || first == 'I')
            && ColumnType.DOUBLE.widenedFor(value) == ColumnType.DOUBLE;
    }

    boolean isEmpty() {
        return type == null;
    }

    /** Text without any value, as in KNIME. */
    ColumnType type() {
        return isEmpty() ? ColumnType.STRING : type;
    }

    /** A sentence if few values keep the column from being one of numbers. */
    Optional<String> warning(final String name) {
        return texts == 0 || texts >= numbers ? Optional.empty()
            : Optional.of("Column '" + name + "' is text, not numbers: " + texts + " of " + (numbers + texts)
                + " values " + (texts == 1 ? "is no number, '" : "are no numbers, first '")
                + CsvRecords.shortened(firstText) + "' in line " + firstLine + ".");
    }
}
