/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli.table;

/** Writes rows as CSV readers take them: what would be read as something else is quoted. */
public final class RowText {

    private final char delimiter;

    /** @param delimiter what is between values */
    public RowText(final char delimiter) {
        this.delimiter = delimiter;
    }

    /**
     * @param values of a row; {@code null} for missing ones
     * @return its line, with the line break
     */
    public String line(final Object... values) {
        final StringBuilder line = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                line.append(delimiter);
            }
            append(line, values[i]);
        }
        return line.append('\n').toString();
    }

    /** @return what is between values */
    public char delimiter() {
        return delimiter;
    }

    /**
     * @param line receives the value
     * @param value a value, {@code null} for none
     */
    public void append(final StringBuilder line, final Object value) {
        if (value == null) {
            return;
        }
        final String text = value.toString();
        boolean plain = !(value instanceof String) || !text.isEmpty() && text.charAt(0) != '#'
            && text.strip().length() == text.length();
        for (int i = 0; plain && i < text.length(); i++) {
            final char c = text.charAt(i);
            plain = c != delimiter && c != '"' && c != '\n' && c != '\r';
        }
        if (plain) {
            line.append(text);
        } else {
            line.append('"').append(text.replace("\"", "\"\"")).append('"');
        }
    }
}
