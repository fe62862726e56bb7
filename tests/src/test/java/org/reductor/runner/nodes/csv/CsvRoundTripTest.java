/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.nodes.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.filehandling.core.connections.FSCategory;
import org.knime.filehandling.core.connections.FSLocation;
import org.reductor.knime.NodeRunner;

/** What the CSV Writer writes, the CSV Reader reads. */
class CsvRoundTripTest {

    /** The last row keeps the texts from looking like numbers and the numbers from looking like integers. */
    private static final DataRow LAST = row(new StringCell("end"), new StringCell("end"), new DoubleCell(.5));

    private static final DataTableSpec SPEC = new DataTableSpec("written.csv", column("te;x\t\"t", StringCell.TYPE),
        column("#2, ünï", StringCell.TYPE), column("number", DoubleCell.TYPE));

    private static DataColumnSpec column(final String name, final DataType type) {
        return new DataColumnSpecCreator(name, type).createSpec();
    }

    private static DataRow row(final DataCell... cells) {
        return new DefaultRow("Row0", cells);
    }

    /** Without zero bytes, by which files that are no text are told. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
            Arbitraries.strings().withChars("\"'\\,;\t|\r\n #x1.").ofMaxLength(12),
            Arbitraries.strings().all().excludeChars('\0', '\uFFFD').ofMaxLength(12)
                .filter(s -> s.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE)),
            Arbitraries.just("\n     RDKit          2D\n\n  1  0\nM  END\n"));
    }

    /** Without infinities, which KNIME writes as a sign that it does not read as a number. */
    @Provide
    Arbitrary<List<DataRow>> tables() {
        final Arbitrary<DataCell> text = texts().map(s -> (DataCell)new StringCell(s)).injectNull(.1);
        final Arbitrary<DataCell> number = Arbitraries.oneOf(Arbitraries.doubles(),
            Arbitraries.of(Double.NaN, -0.0, Double.MIN_VALUE, Double.MAX_VALUE, 1.0 / 3))
            .map(d -> (DataCell)new DoubleCell(d)).injectNull(.1);
        return Combinators.combine(text, text, number).as((a, b, c) -> row(present(a), present(b), present(c))).list()
            .ofMaxSize(6);
    }

    private static DataCell present(final DataCell cell) {
        return cell == null ? DataType.getMissingCell() : cell;
    }

    /** As KNIME reads a text: trimmed, with LF for all line breaks; empty ones are missing. */
    private static DataCell asRead(final DataCell cell) {
        if (cell.isMissing() || cell.getType() != StringCell.TYPE) {
            return cell;
        }
        final String text = cell.toString().replace("\r\n", "\n").replace('\r', '\n').trim();
        return text.isEmpty() ? DataType.getMissingCell() : new StringCell(text);
    }

    @Property(tries = 100)
    void everyTableIsReadAsItWasWritten(@ForAll("tables") final List<DataRow> table,
        @ForAll("delimiters") final String delimiter) throws Exception {
        final Path file = Files.createTempFile("round-trip", ".csv");
        try {
            write(file, delimiter, table);

            final CsvReaderParameters reading = new CsvReaderParameters();
            reading.m_settings.m_file.m_path = new FSLocation(FSCategory.LOCAL, file.toString());
            reading.m_settings.m_columnDelimiter = delimiter;
            final List<DataRow> rows = new ArrayList<>();
            final BufferedDataTable read =
                CsvTables.read(reading.open(), reading.name(), NodeRunner.context(), warning -> { });
            assertThat(read.getSpec().stream().toList()).isEqualTo(SPEC.stream().toList());
            read.forEach(rows::add);

            assertThat(rows).hasSize(table.size() + 1);
            for (int r = 0; r < table.size(); r++) {
                for (int c = 0; c < SPEC.getNumColumns(); c++) {
                    assertThat(rows.get(r).getCell(c)).isEqualTo(asRead(table.get(r).getCell(c)));
                }
            }
        } finally {
            Files.delete(file);
        }
    }

    @Provide
    Arbitrary<String> delimiters() {
        return Arbitraries.of(",", ";", "\t", "||");
    }

    private static void write(final Path file, final String delimiter, final List<DataRow> table) throws Exception {
        final var exec = NodeRunner.context();
        final var rows = exec.createDataContainer(SPEC);
        int index = 0;
        for (final DataRow row : table) {
            rows.addRowToTable(new DefaultRow("Row" + index++, row.getCell(0), row.getCell(1), row.getCell(2)));
        }
        rows.addRowToTable(new DefaultRow("Last", LAST.getCell(0), LAST.getCell(1), LAST.getCell(2)));
        rows.close();
        try (Writer text = Files.newBufferedWriter(file)) {
            CsvWriterNodeFactory.write(rows.getTable(), delimiter, text, exec);
        }
    }
}
