/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.nodes.csv;

/**
 * How a CSV text is written.
 *
 * @param delimiter between values; one or more characters
 * @param lineBreak between rows; null for any of LF, CR and CR LF
 * @param quote around values, 0 for none
 * @param escape before a quote inside quotes; usually the quote itself
 * @param comment at the start of a row that is to be ignored, 0 for none
 * @param keepQuotes whether quotes stay part of the value
 * @param emptyQuotesMissing whether {@code ""} is a missing value and not an empty text
 * @param maxColumns more are refused
 * @param maxCharacters of one value; more are refused
 */
public record CsvFormat(String delimiter, String lineBreak, char quote, char escape, char comment, boolean keepQuotes,
    boolean emptyQuotesMissing, int maxColumns, int maxCharacters) {

    /** KNIME's limit for one value. */
    static final int MAX_CHARACTERS = 512 * 1024;

    /** Commas, double quotes and no comments, as spreadsheets write it. */
    public static final CsvFormat PLAIN =
        new CsvFormat(",", null, '"', '"', (char)0, false, true, 8192, MAX_CHARACTERS);
}
