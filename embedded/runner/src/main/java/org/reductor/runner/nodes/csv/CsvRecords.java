/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.nodes.csv;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.Arrays;
import java.util.regex.Pattern;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import com.univocity.parsers.csv.UnescapedQuoteHandling;

/**
 * The records of a CSV text, split by the library that KNIME uses (univocity-parsers), so that both engines read alike.
 * That library forgives: where text goes on behind a closing quote, the quotes become part of the value, which ends at
 * the next delimiter. Within a line that is harmless. Where it joins lines, or a quote is never closed, rows would be
 * lost and values would change their row: that is an error here.
 */
public final class CsvRecords implements Closeable {

    /** How a record uses quotes. */
    enum Quoting {
        /** As they are meant, if at all. */
        PLAIN,
        /** Text goes on behind a closing quote. */
        TEXT_BEHIND,
        /** A quoted value runs over lines. */
        SEVERAL_LINES,
        /** The same, and each of the lines would be a row by itself. */
        LINES_LIKE_ROWS
    }

    /** A noncharacter, which no text holds. */
    private static final String END = "\uFFFF";

    private final BufferedReader text;

    private final CsvParserSettings settings;

    private final CsvParser parser;

    private final CsvParser strict;

    private final char quote;

    private long firstLine;

    private long lastLine;

    private Quoting quoting = Quoting.PLAIN;

    /** @param text closed with this object */
    CsvRecords(final Reader text, final CsvParserSettings settings) throws IOException {
        this.settings = settings;
        this.quote = settings.getFormat().getQuote();
        this.text = new BufferedReader(new LineBreaks(text));
        final CsvParserSettings unforgiving = settings.clone();
        unforgiving.setUnescapedQuoteHandling(UnescapedQuoteHandling.RAISE_ERROR);
        unforgiving.setMaxCharsPerColumn(-1);
        unforgiving.setInputBufferSize(8192);
        strict = new CsvParser(unforgiving);
        parser = new CsvParser(settings);
        try {
            parser.beginParsing(this.text);
        } catch (final TextParsingException ex) {
            throw new IOException(explain(ex), ex);
        }
    }

    /** Those of a text with commas between values, double quotes around them where needed, and no comments. */
    public static CsvRecords plain(final Reader text) throws IOException {
        return plain(text, ",");
    }

    /** Likewise, with something else between values. */
    public static CsvRecords plain(final Reader text, final String delimiter) throws IOException {
        final CsvParserSettings settings = new CsvReaderParameters().parserSettings();
        settings.getFormat().setDelimiter(delimiter);
        settings.getFormat().setComment('\0');
        return new CsvRecords(text, settings);
    }

    /** The next record's values, null in it for missing ones; null at the end. */
    public String[] next() throws IOException {
        final long before = lastLine;
        final String[] values;
        try {
            values = parser.parseNext();
        } catch (final TextParsingException ex) {
            throw new IOException(explain(ex), ex);
        }
        if (values == null) {
            return null;
        }
        lastLine = parser.getContext().currentLine();
        firstLine = lastLine;
        quoting = Quoting.PLAIN;
        boolean suspicious = lastLine - before > 1;
        for (int i = 0; i < values.length && !suspicious; i++) {
            suspicious = isQuoted(values[i]);
        }
        if (suspicious) {
            checkQuotes(values);
        }
        return values;
    }

    /** The line on which the last record starts, from 1. */
    public long firstLine() {
        return firstLine;
    }

    long lastLine() {
        return lastLine;
    }

    Quoting quoting() {
        return quoting;
    }

    /** Whether the quotes are still there, which the parser removes if they are as they should be. */
    boolean isQuoted(final String value) {
        return quote != 0 && value != null && !value.isEmpty() && value.charAt(0) == quote;
    }

    /** Reads the record again, without forgiving and with a mark behind it, which must be a record of its own. */
    private void checkQuotes(final String[] values) throws IOException {
        final String parsed = parser.getContext().currentParsedContent();
        final boolean ended = parsed.endsWith("\n");
        final String record = ended ? parsed.substring(0, parsed.length() - 1) : parsed;
        final String[] lines = record.split("\n", -1);
        firstLine = lastLine - lines.length + 1;
        try {
            strict.beginParsing(new StringReader(record + "\n" + END));
            final String[] again = strict.parseNext();
            strict.stopParsing();
            final String last = again[again.length - 1];
            if (last != null && last.endsWith(END)) {
                firstLine -= ended ? 1 : 0; // the parser counts the end of the text as one more line
                throw stray(again.length - 1, values, "and is never closed");
            }
            quoting = lines.length == 1 ? Quoting.PLAIN : Quoting.SEVERAL_LINES;
        } catch (final TextParsingException ex) {
            if (lines.length > 1) {
                throw stray(ex.getColumnIndex(), values, "text goes on behind the quote that closes it, and lines "
                    + firstLine + " to " + lastLine + " would become one row");
            }
            quoting = Quoting.TEXT_BEHIND;
        }
        final String delimiter = Pattern.quote(settings.getFormat().getDelimiterString());
        if (lines.length > 1 && values.length > 1
            && Arrays.stream(lines).allMatch(l -> l.split(delimiter, -1).length == values.length)) {
            quoting = Quoting.LINES_LIKE_ROWS;
        }
    }

    private IOException stray(final int column, final String[] values, final String what) {
        return new IOException("line " + firstLine + ", column " + (column + 1) + ": a quote opens at '"
            + shortened(values[Math.min(column, values.length - 1)]) + "', " + what + ". If the quote belongs to the "
            + "text, read the file without quotes (leave 'quote_char' empty) or double it and quote the value.");
    }

    private String explain(final TextParsingException ex) {
        Throwable cause = ex;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        final String line = "line " + (lastLine + 1);
        if (!(cause instanceof ArrayIndexOutOfBoundsException)) {
            return line + ": " + cause.getMessage();
        }
        return ex.getColumnIndex() >= settings.getMaxColumns()
            ? line + " has more than " + settings.getMaxColumns()
                + " columns. Check the column delimiter, or raise 'maximum_number_of_columns'."
            : line + " has a value of more than " + settings.getMaxCharsPerColumn()
                + " characters. Check the quotes, or switch off 'limit_memory_per_column'.";
    }

    /** A value for a message: its beginning, in one line. */
    static String shortened(final String value) {
        final String line = String.valueOf(value).replaceAll("\\s+", " ");
        return line.length() <= 30 ? line : line.substring(0, 30) + "...";
    }

    @Override
    public void close() throws IOException {
        parser.stopParsing();
        text.close();
    }

    /** Reads LF for CR LF and CR: a file may mix them. */
    private static final class LineBreaks extends Reader {

        private final Reader in;

        private boolean afterReturn;

        LineBreaks(final Reader in) {
            this.in = in;
        }

        @Override
        public int read(final char[] buffer, final int offset, final int length) throws IOException {
            int kept = 0;
            while (kept == 0) {
                final int end = offset + in.read(buffer, offset, length);
                if (end < offset) {
                    return -1;
                }
                for (int i = offset; i < end; i++) {
                    final char c = buffer[i];
                    if (c != '\n' || !afterReturn) {
                        buffer[offset + kept++] = c == '\r' ? '\n' : c;
                    }
                    afterReturn = c == '\r';
                }
            }
            return kept;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
