/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.nodes.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

class CsvRowReaderTest {

    private static List<List<String>> read(final CsvFormat format, final String text) throws IOException {
        final List<List<String>> rows = new ArrayList<>();
        try (CsvRowReader reader = new CsvRowReader(new StringReader(text), format)) {
            for (String[] row = reader.next(); row != null; row = reader.next()) {
                rows.add(Arrays.asList(row));
            }
        }
        return rows;
    }

    private static List<List<String>> read(final String text) throws IOException {
        return read(CsvFormat.PLAIN, text);
    }

    private static CsvFormat format(final String delimiter, final String lineBreak, final char quote,
        final char escape) {
        return new CsvFormat(delimiter, lineBreak, quote, escape, '#', false, false, 3, 10);
    }

    @Test
    void valuesAreTrimmedAndEmptyOnesMissing() throws IOException {
        assertThat(read(" a , b c ,\n,,x")).containsExactly(Arrays.asList("a", "b c", null),
            Arrays.asList(null, null, "x"));
    }

    @Test
    void quotesMayHoldDelimitersQuotesAndLineBreaks() throws IOException {
        assertThat(read("\"a,b\",\"say \"\"hi\"\"\",\"two\r\nlines\"\n")).containsExactly(
            List.of("a,b", "say \"hi\"", "two\nlines"));
    }

    @Test
    void allLineBreaksAreUnderstoodAndBlankLinesLeftOut() throws IOException {
        assertThat(read("a\r\n\r\nb\rc\n\n \nd")).containsExactly(List.of("a"), List.of("b"), List.of("c"),
            List.of("d"));
    }

    @Test
    void textBehindAClosingQuoteBelongsToTheValue() throws IOException {
        assertThat(read("\"3\" inch,x")).containsExactly(List.of("\"3\"inch", "x"));
    }

    @Test
    void emptyQuotesAreMissingOrEmptyAsTheFormatSays() throws IOException {
        assertThat(read("\"\",a")).containsExactly(Arrays.asList(null, "a"));
        assertThat(read(format(",", null, '"', '"'), "\"\",a")).containsExactly(List.of("", "a"));
    }

    @Test
    void delimitersOfSeveralCharactersCommentsAndEscapesWork() throws IOException {
        assertThat(read(format("||", null, '\'', '\\'), "# note\na|b||'it\\'s'\n"))
            .containsExactly(List.of("a|b", "it's"));
    }

    @Test
    void rowsMayEndInSomethingElseThanALineBreak() throws IOException {
        assertThat(read(format(",", ";", '"', '"'), "a,b;c,d;")).containsExactly(List.of("a", "b"), List.of("c", "d"));
    }

    @Test
    void limitsAndOpenQuotesAreReportedWithTheLine() {
        final CsvFormat format = format(",", null, '"', '"');
        assertThatThrownBy(() -> read(format, "a\nb,c,d,e\n")).hasMessageContaining("Line 2")
            .hasMessageContaining("more than 3 columns");
        assertThatThrownBy(() -> read(format, "a\n12345678901\n")).hasMessageContaining("line 2")
            .hasMessageContaining("10 characters");
        assertThatThrownBy(() -> read("a\n\"b\nc")).hasMessageContaining("line 2").hasMessageContaining("never closed");
    }

    @Test
    void smilesWithHashAndBackslashSurvive() throws IOException {
        assertThat(read("C#N,F/C=C\\F\n")).containsExactly(List.of("C#N", "F/C=C\\F"));
    }
}
