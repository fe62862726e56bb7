/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import com.univocity.parsers.csv.CsvParserSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRecordsTest {

    private static List<List<String>> read(final CsvRecords records) throws IOException {
        final List<List<String>> rows = new ArrayList<>();
        try (records) {
            for (String[] row = records.next(); row != null; row = records.next()) {
                rows.add(Arrays.asList(row));
            }
        }
        return rows;
    }

    private static List<List<String>> read(final CsvParserSettings format, final String text) throws IOException {
        return read(new CsvRecords(new StringReader(text), format));
    }

    private static List<List<String>> read(final String text) throws IOException {
        return read(CsvRecords.plain(new StringReader(text)));
    }

    private static CsvParserSettings format(final String delimiter, final char quote, final char escape) {
        return new CsvFormat(delimiter, quote, escape, '#', StandardCharsets.UTF_8, 3, 10).parserSettings();
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
        assertThat(read("\"3\" inch,x")).containsExactly(List.of("\"3\" inch", "x"));
    }

    @Test
    void emptyQuotesAreMissing() throws IOException {
        assertThat(read("\"\",a")).containsExactly(Arrays.asList(null, "a"));
    }

    @Test
    void delimitersOfSeveralCharactersCommentsAndEscapesWork() throws IOException {
        assertThat(read(format("||", '\'', '\\'), "# note\na|b||'it\\'s'\n"))
            .containsExactly(List.of("a|b", "it's"));
    }

    @Test
    void limitsAndOpenQuotesAreReportedWithTheLine() {
        final CsvParserSettings format = format(",", '"', '"');
        assertThatThrownBy(() -> read(format, "a\nb,c,d,e\n")).hasMessageContaining("line 2")
            .hasMessageContaining("more than 3 columns");
        assertThatThrownBy(() -> read(format, "a\n12345678901\n")).hasMessageContaining("line 2")
            .hasMessageContaining("10 characters");
        assertThatThrownBy(() -> read("a\n\"b\nc")).hasMessageContaining("line 2").hasMessageContaining("never closed");
    }

    @Test
    void smilesWithHashAndBackslashSurvive() throws IOException {
        assertThat(read("C#N,F/C=C\\F\n")).containsExactly(List.of("C#N", "F/C=C\\F"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b\n1,\"x\ny\n3,z\n", "a,b\n1,\"x\ny", "a,b\r\n1,\"x\r\n"})
    void quoteThatIsNeverClosedIsAnErrorWithLineAndColumn(final String text) {
        assertThatThrownBy(() -> read(text)).hasMessageContaining("line 2, column 2").hasMessageContaining("'x")
            .hasMessageContaining("never closed").hasMessageContaining("double it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b\n1,\"x\ny\" z\n", "a,b\n1,\"x\ny\"z,2\n", "a,b\n1,\"\nx\"z\n"})
    void textBehindAQuotedValueThatRunsOverLinesIsAnErrorWithLineAndColumn(final String text) {
        assertThatThrownBy(() -> read(text)).hasMessageContaining("line 2, column 2")
            .hasMessageContaining("lines 2 to 3 would become one row");
    }

    @Test
    void linesAreCountedAsAnEditorCountsThem() throws IOException {
        final String text = "\r\na\r\n\r\n# note\r\"b\n\nc\"\n\n\nd";
        final List<String> lines = new ArrayList<>();
        final CsvParserSettings format = CsvFormat.DEFAULT.parserSettings();
        try (CsvRecords records = new CsvRecords(new StringReader(text), format)) {
            for (String[] row = records.next(); row != null; row = records.next()) {
                lines.add(row[0] + " " + records.firstLine() + "-" + records.lastLine());
            }
        }
        assertThat(lines).containsExactly("a 2-2", "b\n\nc 5-7", "d 10-10");
    }

    @Test
    void doubledQuotesAndQuotesWithinAPlainValueAreNoMatter() throws IOException {
        try (CsvRecords records = CsvRecords.plain(new StringReader("\"\"\"abc\"\"\",5\" pipe,\"\"\"\",x\n"))) {
            assertThat(records.next()).containsExactly("\"abc\"", "5\" pipe", "\"", "x");
            assertThat(records.quoting()).isEqualTo(CsvRecords.Quoting.PLAIN);
        }
    }
}
