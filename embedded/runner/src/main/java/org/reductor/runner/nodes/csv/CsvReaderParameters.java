/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.nodes.csv;

import java.nio.charset.Charset;

import org.knime.core.node.InvalidSettingsException;
import org.knime.filehandling.core.connections.FSLocation;
import org.knime.node.parameters.persistence.Persist;
import org.reductor.csv.CsvFile;
import org.reductor.csv.CsvFormat;
import org.reductor.runner.nodes.StandardParameters;
import org.reductor.runner.nodes.TableFile;

/** Settings of the CSV Reader. */
final class CsvReaderParameters implements StandardParameters {

    static final class FileSelection implements StandardParameters {
        @Persist(configKey = "path") FSLocation m_path = FSLocation.NULL;
        @Persist(configKey = "filter_mode") FilterMode m_filterMode = new FilterMode();
    }

    static final class FilterMode implements StandardParameters {
        @Unchanged @Persist(configKey = "filter_mode") String m_mode = "FILE";
    }

    static final class Settings implements StandardParameters {
        @Unchanged @Persist(configKey = "has_column_header") boolean m_hasColumnHeader = true;
        @Unchanged @Persist(configKey = "has_row_id") boolean m_hasRowId;
        @Unchanged @Persist(configKey = "support_short_data_rows") boolean m_shortRows;
        @Unchanged @Persist(configKey = "skip_empty_data_rows") boolean m_skipEmptyRows;
        @Unchanged @Persist(configKey = "use_line_break_row_delimiter") boolean m_useLineBreak = true;
        @Persist(configKey = "comment_char") String m_comment = "#";
        @Persist(configKey = "column_delimiter") String m_columnDelimiter = ",";
        @Persist(configKey = "quote_char") String m_quote = "\"";
        @Persist(configKey = "quote_escape_char") String m_quoteEscape = "\"";
        @Persist(configKey = "file_selection") FileSelection m_file = new FileSelection();
    }

    static final class Advanced implements StandardParameters {
        @Persist(configKey = "limit_data_rows_scanned") boolean m_limitScan = true;
        @Persist(configKey = "max_data_rows_scanned") long m_maxScan = 10_000;
        @Persist(configKey = "limit_memory_per_column") boolean m_limitMemory = true;
        @Persist(configKey = "maximum_number_of_columns") int m_maxColumns = 8192;
        @Unchanged @Persist(configKey = "quote_option") String m_quoteOption = "REMOVE_QUOTES_AND_TRIM";
        @Unchanged @Persist(configKey = "replace_empty_quotes_with_missing") boolean m_emptyQuotesMissing = true;
        @Unchanged @Persist(configKey = "thousands_separator") String m_thousands = "\0";
        @Unchanged @Persist(configKey = "decimal_separator") String m_decimal = ".";
    }

    static final class LimitRows implements StandardParameters {
        @Unchanged @Persist(configKey = "skip_lines") boolean m_skipLines;
        @Unchanged @Persist(configKey = "skip_data_rows") boolean m_skipRows;
        @Unchanged @Persist(configKey = "limit_data_rows") boolean m_limitRows;
    }

    static final class Encoding implements StandardParameters {
        @Persist(configKey = "charset") String m_charset = "UTF-8";
    }

    @Persist(configKey = "settings") Settings m_settings = new Settings();

    @Persist(configKey = "advanced_settings") Advanced m_advanced = new Advanced();

    @Persist(configKey = "limit_rows") LimitRows m_limits = new LimitRows();

    @Persist(configKey = "encoding") Encoding m_encoding = new Encoding();

    private TableFile file() {
        return new TableFile(m_settings.m_file.m_path);
    }

    /** What the table is called. */
    String name() throws InvalidSettingsException {
        return file().resolve().getFileName().toString();
    }

    @Override
    public void validate() throws InvalidSettingsException {
        StandardParameters.super.validate();
        file().check();
        if (m_settings.m_columnDelimiter == null || m_settings.m_columnDelimiter.isEmpty()) {
            throw new InvalidSettingsException("'column_delimiter' is empty; give the character between two values.");
        }
        charset();
    }

    CsvFile open() throws InvalidSettingsException {
        return new CsvFile(file().resolve(), file().shown(),
            new CsvFormat(m_settings.m_columnDelimiter, first(m_settings.m_quote), first(m_settings.m_quoteEscape),
                first(m_settings.m_comment), charset(), m_advanced.m_maxColumns,
                m_advanced.m_limitMemory ? CsvFormat.MAX_CHARACTERS : -1),
            m_advanced.m_limitScan ? m_advanced.m_maxScan : Long.MAX_VALUE);
    }

    private static char first(final String text) {
        return text == null || text.isEmpty() ? 0 : text.charAt(0);
    }

    /** @throws InvalidSettingsException if Java does not know the character set; null is that of the system */
    private Charset charset() throws InvalidSettingsException {
        final String name = m_encoding.m_charset;
        try {
            return name == null ? Charset.defaultCharset() : Charset.forName(name);
        } catch (final IllegalArgumentException ex) {
            throw new InvalidSettingsException("'encoding/charset' names the unknown character set '" + name
                + "'. UTF-8 is the usual one.");
        }
    }
}
