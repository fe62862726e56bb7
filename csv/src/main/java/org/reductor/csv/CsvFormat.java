/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.csv;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import com.univocity.parsers.csv.CsvParserSettings;

/**
 * How a CSV file is written.
 *
 * @param delimiter what stands between two values; not empty
 * @param quote what stands around a value, 0 for nothing
 * @param quoteEscape what stands before such a character in a value, 0 for nothing
 * @param comment what a line begins with that is left out, 0 for nothing
 * @param charset the encoding
 * @param maxColumns columns that a row may have
 * @param maxCharacters characters that a value may have, -1 for any number
 */
public record CsvFormat(String delimiter, char quote, char quoteEscape, char comment, Charset charset, int maxColumns,
    int maxCharacters) {

    /** KNIME's limit for one value. */
    public static final int MAX_CHARACTERS = 512 * 1024;

    /** What KNIME's CSV Reader is set to at first: commas, double quotes, comments behind #, UTF-8. */
    public static final CsvFormat DEFAULT =
        new CsvFormat(",", '"', '"', '#', StandardCharsets.UTF_8, 8192, MAX_CHARACTERS);

    /** The same with another comment character. */
    CsvFormat withComment(final char character) {
        return new CsvFormat(delimiter, quote, quoteEscape, character, charset, maxColumns, maxCharacters);
    }

    /** The same with something else between values. */
    CsvFormat withDelimiter(final String characters) {
        return new CsvFormat(characters, quote, quoteEscape, comment, charset, maxColumns, maxCharacters);
    }

    /** As KNIME hands them to the same library. */
    CsvParserSettings parserSettings() {
        final CsvParserSettings settings = new CsvParserSettings();
        settings.setReadInputOnSeparateThread(false); // nothing that outlives the reader
        settings.setMaxColumns(maxColumns);
        settings.setMaxCharsPerColumn(maxCharacters);
        settings.trimQuotedValues(true);
        settings.getFormat().setDelimiter(delimiter);
        settings.getFormat().setLineSeparator("\n");
        settings.getFormat().setQuote(quote);
        settings.getFormat().setQuoteEscape(quoteEscape);
        settings.getFormat().setComment(comment);
        return settings;
    }
}
