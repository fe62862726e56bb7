/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.nodes.csv;

import java.util.Optional;
import java.util.function.Function;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;

/** What its values show of the type of a column. */
final class ColumnGuess {

    /** The types that KNIME's CSV Reader guesses, from the most specific to the most general. */
    enum Type {
        INT(IntCell.TYPE, "an integer", number -> new IntCell(Integer.parseInt(number))),
        LONG(LongCell.TYPE, "a long integer", number -> new LongCell(Long.parseLong(number))),
        DOUBLE(DoubleCell.TYPE, "a number", number -> new DoubleCell(Double.parseDouble(number))),
        STRING(StringCell.TYPE, "a text", StringCell::new);

        final DataType type;

        final String words;

        private final Function<String, DataCell> parser;

        Type(final DataType type, final String words, final Function<String, DataCell> parser) {
            this.type = type;
            this.words = words;
            this.parser = parser;
        }

        /** @throws NumberFormatException if the text is of another type */
        DataCell cell(final String text) {
            return parser.apply(text);
        }

        /** This type, or the next more general one that takes the text as well. */
        private Type widenedFor(final String text) {
            try {
                cell(text);
                return this;
            } catch (final NumberFormatException ex) {
                return values()[ordinal() + 1].widenedFor(text);
            }
        }
    }

    private Type type;

    private long numbers;

    private long texts;

    private String firstText;

    private long firstLine;

    /** @param value null if missing */
    void add(final String value, final long line) {
        if (value == null) {
            return;
        }
        if (type != Type.STRING) {
            type = (type == null ? Type.INT : type).widenedFor(value);
        }
        if (type != Type.STRING || isNumber(value)) {
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
            && Type.DOUBLE.widenedFor(value) == Type.DOUBLE;
    }

    boolean isEmpty() {
        return type == null;
    }

    /** Text without any value, as in KNIME. */
    Type type() {
        return isEmpty() ? Type.STRING : type;
    }

    /** A sentence if few values keep the column from being one of numbers. */
    Optional<String> warning(final String name) {
        return texts == 0 || texts >= numbers ? Optional.empty()
            : Optional.of("Column '" + name + "' is text, not numbers: " + texts + " of " + (numbers + texts)
                + " values " + (texts == 1 ? "is no number, '" : "are no numbers, first '")
                + CsvRecords.shortened(firstText) + "' in line " + firstLine + ".");
    }
}
