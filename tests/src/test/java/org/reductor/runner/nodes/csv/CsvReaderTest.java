/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.nodes.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeSettings;
import org.knime.filehandling.core.connections.FSCategory;
import org.knime.filehandling.core.connections.FSLocation;
import org.knime.node.EmbeddedNode;
import org.reductor.knime.NodeRunner;

class CsvReaderTest {

    @TempDir
    Path folder;

    private final CsvReaderParameters parameters = new CsvReaderParameters();

    private final List<DataRow> rows = new ArrayList<>();

    private final List<String> warnings = new ArrayList<>();

    private Path file;

    @BeforeEach
    void chooseFile() throws Exception {
        file = folder.resolve("table.csv");
        parameters.m_settings.m_file.m_path = new FSLocation(FSCategory.LOCAL, file.toString());
    }

    private DataTableSpec read(final String text) throws Exception {
        Files.writeString(file, text);
        return read();
    }

    private DataTableSpec read() throws Exception {
        rows.clear();
        warnings.clear();
        final BufferedDataTable table =
            CsvTables.read(parameters.open(), parameters.name(), NodeRunner.context(), warnings::add);
        table.forEach(rows::add);
        return table.getSpec();
    }

    private DataTableSpec read(final String text, final Charset charset) throws Exception {
        Files.write(file, text.getBytes(charset));
        return read();
    }

    private String value(final int row, final int column) {
        return rows.get(row).getCell(column).toString();
    }

    private String row(final int index) {
        return rows.get(index).toString();
    }

    @Test
    void typesAreGuessedFromAllValues() throws Exception {
        final DataTableSpec spec = read("i,l,d,s,none\n1,1,1,1,\n2,3000000000,2.5,x,\n");
        assertThat(spec.stream().map(DataColumnSpec::getType)).containsExactly(IntCell.TYPE, LongCell.TYPE,
            DoubleCell.TYPE, StringCell.TYPE, StringCell.TYPE);
        assertThat(row(1)).startsWith("Row1").contains("3000000000", "2.5", "x");
        assertThat(rows.get(0).getCell(4).isMissing()).isTrue();
        assertThat(CsvTables.spec(parameters.open(), "table.csv")).isEqualTo(spec);
    }

    @Test
    void namesAreMadeUniqueAndMissingOnesFilledIn() throws Exception {
        assertThat(read("a,a,,a\n1,2,3,4\n").getColumnNames()).containsExactly("a", "a (#1)", "Column2", "a (#2)");
    }

    @Test
    void shortRowsFail() throws Exception {
        assertThatThrownBy(() -> read("a,b\n1,2\n3\n")).hasMessageContaining("line 3")
            .hasMessageContaining("1 values where 2 are expected");
    }

    @Test
    void valueBeyondTheScannedRowsOfAnotherTypeIsNamed() {
        parameters.m_advanced.m_maxScan = 1;
        assertThatThrownBy(() -> read("x\n1\nmany\n")).hasMessageContaining("line 3").hasMessageContaining("'x'")
            .hasMessageContaining("'many'");
    }

    @Test
    void separatorsAndEncodingAreThoseOfTheSettings() throws Exception {
        parameters.m_settings.m_columnDelimiter = ";";
        parameters.m_encoding.m_charset = "ISO-8859-1";
        final DataTableSpec spec = read("größe;n\n1234.5;7\n", StandardCharsets.ISO_8859_1);
        assertThat(spec.getColumnNames()).containsExactly("größe", "n");
        assertThat(rows.get(0).getCell(0)).isEqualTo(new DoubleCell(1234.5));
    }

    @Test
    void byteOrderMarkIsNotPartOfTheFirstName() throws Exception {
        assertThat(read("\uFEFFid\n1\n").getColumnNames()).containsExactly("id");
    }

    @Test
    void otherFileSystemsAreRefused() throws Exception {
        final NodeSettings model = new NodeSettings("model");
        final EmbeddedNode node = EmbeddedNode.of(new CsvReaderNodeFactory());
        node.save(model);
        final NodeSettings path = model.getNodeSettings("settings").getNodeSettings("file_selection")
            .getNodeSettings("path");
        path.addBoolean("location_present", true);
        path.addString("file_system_type", "CUSTOM_URL");
        path.addString("path", "https://example.org/x.csv");
        assertThatThrownBy(() -> node.validateAndLoad(model)).hasMessageContaining("CUSTOM_URL")
            .hasMessageContaining("not supported");
    }

    @Test
    void soundFileGivesNoWarning() throws Exception {
        read("id,smiles,activity\n1,CCO,5.1\n\n\"2\",\"C,N\",\n");
        assertThat(warnings).isEmpty();
    }

    @Test
    void strayQuotesThatSwallowRowsAreAnErrorWithTheLine() {
        parameters.m_settings.m_columnDelimiter = "\t";
        assertThatThrownBy(() -> read("id\tsmiles\tname\tactivity\n10\tCCO\t\"2',3'-ddA\t6.64\n"
            + "11\tCCN\tlig::m012\t6.71\n40\tCCCl\t\"5-fluoro\t6.43\n41\tCCF\tlig::m042\t5.51\n"))
                .hasMessageContaining("table.csv").hasMessageContaining("line 2, column 3")
                .hasMessageContaining("'\"2',3'-ddA").hasMessageContaining("lines 2 to 4 would become one row")
                .hasMessageContaining("quote_char");
        assertThat(rows).isEmpty();
    }

    @Test
    void strayQuotesThatLookRightAreAWarningWithTheLines() throws Exception {
        read("id,name,activity\n1,\"alpha,5\n2,beta,6\n3,gamma\",7\n");
        assertThat(rows).hasSize(1);
        assertThat(warnings).singleElement().asString().startsWith("Lines 2 to 4, column 'name', '")
            .contains("one row of lines that look like rows", "quote_char");
    }

    @Test
    void fewValuesOverSeveralLinesAreAWarningWithTheLines() throws Exception {
        read("id,name\n1,a\n2,\"b\nc\"\n3,d\n");
        assertThat(value(1, 1)).isEqualTo("b\nc");
        assertThat(warnings).singleElement().asString()
            .startsWith("Lines 3 to 4, column 'name', 'b c': the value runs over lines, as most do not");
    }

    @Test
    void textBehindAClosingQuoteIsAWarningWithLineAndColumn() throws Exception {
        read("id,name\n1,\"3\" pipe\n2,\"\"\"5\"\"\"\n3,\"4\"b\n");
        assertThat(value(0, 1)).isEqualTo("\"3\" pipe");
        assertThat(warnings).singleElement().asString()
            .startsWith("Line 2, column 'name', '\"3\" pipe' and 1 more: text goes on behind a closing quote");
    }

    @Test
    void molblocksAreReadAsKnimeReadsThemWithoutAnyWarning() throws Exception {
        final String rest = "\n\n  3  2  0  0  0  0  0  0  0  0999 V2000\n    0.0000    0.0000    0.0000 C   0  0\n"
            + "    1.2000    0.0000    0.0000 C   0  0\n    1.8000    1.0000    0.0000 O   0  0\n"
            + "  1  2  1  0\n  2  3  1  0\nM  END";
        read("id,molblock\nethanol,\"\n     RDKit          2D" + rest + "\n\"\n"
            + "again,\"\r\n     RDKit          2D" + rest.replace("\n", "\r\n") + "\r\n\"\r\n");
        assertThat(rows).hasSize(2);
        assertThat(value(0, 1)).as("without its empty first line").isEqualTo("RDKit          2D" + rest);
        assertThat(value(1, 1)).isEqualTo(value(0, 1));
        assertThat(warnings).isEmpty();
    }

    @Test
    void bytesThatAreNotOfTheEncodingAreAWarningWithTheLineAndTheRemedy() throws Exception {
        read("id,batch,activity\n1,München,5.1\n2,Köln,5.6\n3,Jena,4.9\n", StandardCharsets.ISO_8859_1);
        assertThat(value(0, 1)).isEqualTo("M\uFFFDnchen");
        assertThat(warnings).singleElement().asString().startsWith("Line 2 is not UTF-8").contains("'batch'",
            "2 values in all", "windows-1252", "encoding/charset");
        read("größe\n1\n", StandardCharsets.ISO_8859_1);
        assertThat(warnings).singleElement().asString().startsWith("Line 1 is not UTF-8");
        parameters.m_encoding.m_charset = "windows-1252";
        read("größe\n1\n", StandardCharsets.ISO_8859_1);
        assertThat(warnings).isEmpty();
    }

    @Test
    void replacementCharactersOfTheFileItselfAreNotBlamedOnTheEncoding() throws Exception {
        read("id,batch\n1,M\uFFFDnchen\n");
        assertThat(warnings).singleElement().asString().startsWith("Line 2, column 'batch', 'M\uFFFDnchen'")
            .contains("a program before").doesNotContain("is not UTF-8");
    }

    @Test
    void valueThatKeepsAColumnFromBeingNumbersIsNamedWithItsLine() throws Exception {
        final DataTableSpec spec = read("id,smiles,activity\n1,CCO,5.1\n2,CCN,>6.2\n3,CCC,4.9\n");
        assertThat(spec.getColumnSpec("activity").getType()).isEqualTo(StringCell.TYPE);
        assertThat(warnings).containsExactly("Column 'activity' is text, not numbers: 1 of 3 values is no number, "
            + "'>6.2' in line 3.");
        read("x\n1\nn.d.\n2\n?\n3\n");
        assertThat(warnings).containsExactly("Column 'x' is text, not numbers: 2 of 5 values are no numbers, first "
            + "'n.d.' in line 3.");
        read("x\nNa\nIn\nNaN\n1\n");
        assertThat(warnings).as("as many texts as numbers").isEmpty();
    }

    @Test
    void columnsWithoutValuesAreTextAsInKnimeAndSaid() throws Exception {
        assertThat(read("a,b,\n1,,\n2,,\n").getColumnSpec("b").getType()).isEqualTo(StringCell.TYPE);
        assertThat(warnings).singleElement().asString().startsWith("Without values").endsWith("'b', 'Column2'.");
    }

    @Test
    void otherDelimiterIsSuspected() {
        assertThatThrownBy(() -> read("\"id\";\"smiles\";\"activity\"\n\"1\";\"CCO\";\"5.1\"\n"))
            .hasMessageContaining("';' (2 times)").hasMessageContaining("column_delimiter");
        assertThatThrownBy(() -> read("id;activity\n1;5,1\n")).hasMessageContaining("line 2 has 2 values where 1")
            .hasMessageContaining("';' (1 times)");
        assertThatThrownBy(() -> read("id\tactivity\n1\t5.1\n")).hasMessageContaining("'\\t' (1 times)");
        assertThatThrownBy(() -> parameters.open().columns()).hasMessageContaining("'\\t'");
    }

    @Test
    void singleColumnIsNotSuspectedWithoutReason() throws Exception {
        assertThat(read("smiles\nCCO |c:1|\nCCN |c:1|\n").getColumnNames()).containsExactly("smiles");
        assertThat(read("names; all\na\nb;c;d\n").getNumColumns()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"504B0304, zip archive", "D0CF11E0A1B11AE1, old Excel", "1F8B0800, compressed with gzip",
        "FFFE6900, UTF-16LE", "FEFF0069, UTF-16BE", "610062000A00, UTF-16LE", "00610062, UTF-16BE",
        "EFBBBF0A3C21446F6374797065, web page", "3C68746D6C3E, web page", "6162636400, no text"})
    void filesOfAnotherKindAreNamed(final String bytes, final String kind) throws Exception {
        Files.write(file, HexFormat.of().parseHex(bytes));
        assertThatThrownBy(() -> parameters.open().columns()).hasMessageContaining("table.csv")
            .hasMessageContaining("it is ").hasMessageContaining(kind);
    }

    @Test
    void utf16IsReadWhereItIsStated() throws Exception {
        parameters.m_encoding.m_charset = "UTF-16";
        assertThat(read("größe,n\n1,2\n", StandardCharsets.UTF_16).getColumnNames()).containsExactly("größe", "n");
        assertThat(warnings).isEmpty();
    }
}
