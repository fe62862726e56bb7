/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.nodes.csv;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a CSV text into rows. Blank lines and comments are left out; white space around values is removed; a value
 * without quotes that is empty is missing (null).
 */
public final class CsvRowReader implements Closeable {

    private static final int END = -1;

    private final PushbackReader in;

    private final CsvFormat format;

    private long line = 1;

    private long rowLine;

    /** Set when the last value ended the row. */
    private boolean rowEnded;

    /**
     * @param reader the text, without a byte order mark
     * @param format how it is written
     */
    public CsvRowReader(final Reader reader, final CsvFormat format) {
        this.format = format;
        final int pushback = Math.max(8, format.delimiter().length() + 2);
        this.in = new PushbackReader(reader instanceof BufferedReader ? reader : new BufferedReader(reader), pushback);
    }

    /** @return the line on which the last row started, from 1 */
    public long rowLine() {
        return rowLine;
    }

    /** @param count lines to leave out, whatever they hold */
    public void skipLines(final long count) throws IOException {
        for (long i = 0; i < count; i++) {
            int c = in.read();
            while (c != END && !isLineEnd(c)) {
                c = in.read();
            }
        }
    }

    /**
     * @return the next row's values, null in it for missing ones; null at the end
     * @throws IOException if the text breaks a limit or ends inside quotes; the message gives the line
     */
    public String[] next() throws IOException {
        while (true) {
            rowLine = line;
            int c = skipBlanks(in.read());
            if (c == END) {
                return null;
            }
            if (isLineEnd(c)) {
                continue;
            }
            if (format.comment() != 0 && c == format.comment()) {
                while (c != END && !isLineEnd(c)) {
                    c = in.read();
                }
                continue;
            }
            in.unread(c);
            return row();
        }
    }

    private String[] row() throws IOException {
        final List<String> values = new ArrayList<>();
        rowEnded = false;
        while (!rowEnded) {
            values.add(value());
            if (values.size() > format.maxColumns()) {
                throw new IOException("Line " + rowLine + " has more than " + format.maxColumns()
                    + " columns. Raise 'Maximum number of columns' or check the column delimiter.");
            }
        }
        return values.toArray(String[]::new);
    }

    private String value() throws IOException {
        final int c = skipBlanks(in.read());
        if (format.quote() != 0 && c == format.quote()) {
            return quoted();
        }
        final StringBuilder text = new StringBuilder();
        readPlain(c, text);
        final String value = text.toString().strip();
        return value.isEmpty() ? null : value;
    }

    /** Reads up to the next delimiter or the end of the row. */
    private void readPlain(final int first, final StringBuilder text) throws IOException {
        int c = first;
        while (!endsValue(c)) {
            append(text, (char)c);
            c = in.read();
        }
    }

    private String quoted() throws IOException {
        final StringBuilder text = new StringBuilder();
        while (true) {
            final int c = in.read();
            if (c == END) {
                throw new IOException("The quotes that open in line " + rowLine
                    + " are never closed. Close them, or choose another quote character.");
            }
            if (c == format.escape() && c != format.quote() && nextIs(format.quote())) {
                append(text, (char)in.read());
            } else if (c == format.quote()) {
                if (format.escape() == format.quote() && nextIs(format.quote())) {
                    append(text, (char)in.read());
                } else {
                    return closed(text);
                }
            } else {
                append(text, isLineEnd(c) ? '\n' : (char)c);
            }
        }
    }

    private String closed(final StringBuilder text) throws IOException {
        final int c = skipBlanks(in.read());
        final String quote = String.valueOf(format.quote());
        if (!endsValue(c)) { // text behind the closing quote: the quotes were part of the value
            text.insert(0, quote).append(quote);
            readPlain(c, text);
            return text.toString().strip();
        }
        if (format.keepQuotes()) {
            return quote + text + quote;
        }
        final String value = text.toString().strip();
        return value.isEmpty() && format.emptyQuotesMissing() ? null : value;
    }

    private boolean endsValue(final int c) throws IOException {
        if (c == END || isLineEnd(c)) {
            rowEnded = true;
            return true;
        }
        return c == format.delimiter().charAt(0) && followed(format.delimiter());
    }

    /** Consumes the rest of the mark, whose first character has been read, if it is there. */
    private boolean followed(final String mark) throws IOException {
        final char[] rest = new char[mark.length() - 1];
        for (int i = 0; i < rest.length; i++) {
            final int c = in.read();
            if (c != mark.charAt(i + 1)) {
                if (c != END) {
                    in.unread(c);
                }
                in.unread(rest, 0, i);
                return false;
            }
            rest[i] = (char)c;
        }
        return true;
    }

    /** CR LF counts as one; its LF is consumed here. */
    private boolean isLineEnd(final int c) throws IOException {
        final boolean end;
        if (format.lineBreak() != null) {
            end = c == format.lineBreak().charAt(0) && followed(format.lineBreak());
        } else {
            end = c == '\n' || c == '\r';
            if (c == '\r' && nextIs('\n')) {
                in.read();
            }
        }
        line += end ? 1 : 0;
        return end;
    }

    private boolean nextIs(final char expected) throws IOException {
        final int c = in.read();
        if (c != END) {
            in.unread(c);
        }
        return c == expected;
    }

    private int skipBlanks(final int first) throws IOException {
        int c = first;
        while ((c == ' ' || c == '\t') && c != format.delimiter().charAt(0)) {
            c = in.read();
        }
        return c;
    }

    private void append(final StringBuilder text, final char c) throws IOException {
        if (text.length() >= format.maxCharacters()) {
            throw new IOException("A value in line " + rowLine + " has more than " + format.maxCharacters()
                + " characters. Check the quotes, or switch off 'Limit memory per column'.");
        }
        text.append(c);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
