/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.nodes.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.NodeSettings;
import org.knime.node.EmbeddedNode;

class CsvTableReaderTest {

    @TempDir
    Path folder;

    private final CsvReaderParameters parameters = new CsvReaderParameters();

    private final List<DataRow> rows = new ArrayList<>();

    private Path file;

    @BeforeEach
    void chooseFile() throws Exception {
        file = folder.resolve("table.csv");
        parameters.m_settings.m_file.m_path = TestLocations.local(file);
    }

    private DataTableSpec read(final String text) throws Exception {
        Files.writeString(file, text);
        rows.clear();
        return new CsvTableReader(parameters).read(spec -> rows::add);
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
        assertThat(new CsvTableReader(parameters).readSpec()).isEqualTo(spec);
    }

    @Test
    void namesAreMadeUniqueAndMissingOnesFilledIn() throws Exception {
        assertThat(read("a,a,,a\n1,2,3,4\n").getColumnNames()).containsExactly("a", "a (#1)", "Column2", "a (#2)");
        parameters.m_settings.m_hasColumnHeader = false;
        assertThat(read("1,2\n").getColumnNames()).containsExactly("Column0", "Column1");
    }

    @Test
    void rowIdsMayComeFromTheFile() throws Exception {
        parameters.m_settings.m_hasRowId = true;
        assertThat(read("id,x\nalpha,1\nbeta,2\n").getColumnNames()).containsExactly("x");
        assertThat(row(1)).startsWith("beta");
    }

    @Test
    void shortRowsFailUnlessTheyAreAllowed() throws Exception {
        assertThatThrownBy(() -> read("a,b\n1,2\n3\n")).hasMessageContaining("line 3")
            .hasMessageContaining("1 values where 2 are expected");
        parameters.m_settings.m_shortRows = true;
        read("a,b\n1,2\n3\n");
        assertThat(rows.get(1).getCell(1).isMissing()).isTrue();
    }

    @Test
    void limitsApplyToLinesAndRows() throws Exception {
        parameters.m_limits.m_skipLines = true;
        parameters.m_limits.m_skipRows = true;
        parameters.m_limits.m_limitRows = true;
        parameters.m_limits.m_maxRows = 1;
        assertThat(read("a note\nx\n1\n2\n3\n").getColumnNames()).containsExactly("x");
        assertThat(rows).hasSize(1);
        assertThat(row(0)).contains("2");
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
        parameters.m_advanced.m_decimal = ",";
        parameters.m_advanced.m_thousands = ".";
        parameters.m_encoding.m_charset = "ISO-8859-1";
        Files.write(file, "größe;n\n1.234,5;7\n".getBytes(StandardCharsets.ISO_8859_1));
        final DataTableSpec spec = new CsvTableReader(parameters).read(s -> rows::add);
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
}
