/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.nodes.csv;

import java.nio.charset.Charset;

import com.univocity.parsers.csv.CsvFormat;
import com.univocity.parsers.csv.CsvParserSettings;
import org.knime.core.node.InvalidSettingsException;
import org.knime.filehandling.core.connections.FSLocation;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.persistence.Persist;
import org.reductor.runner.nodes.path.FileLocation;

/** Settings of the CSV Reader, under KNIME's keys. Those that only matter to its dialog are not listed. */
final class CsvReaderParameters implements NodeParameters {

    /** KNIME's limit for one value. */
    private static final int MAX_CHARACTERS = 512 * 1024;

    static final class FileSelection implements NodeParameters {
        @Persist(configKey = "path") FSLocation m_path = FSLocation.NULL;
        @Persist(configKey = "filter_mode") FilterMode m_filterMode = new FilterMode();
    }

    static final class FilterMode implements NodeParameters {
        @Persist(configKey = "filter_mode") String m_mode = "FILE";
    }

    static final class Settings implements NodeParameters {
        @Persist(configKey = "has_column_header") boolean m_hasColumnHeader = true;
        @Persist(configKey = "has_row_id") boolean m_hasRowId;
        @Persist(configKey = "support_short_data_rows") boolean m_shortRows;
        @Persist(configKey = "skip_empty_data_rows") boolean m_skipEmptyRows;
        @Persist(configKey = "comment_char") String m_comment = "#";
        @Persist(configKey = "column_delimiter") String m_columnDelimiter = ",";
        @Persist(configKey = "quote_char") String m_quote = "\"";
        @Persist(configKey = "quote_escape_char") String m_quoteEscape = "\"";
        @Persist(configKey = "use_line_break_row_delimiter") @Migrate(loadDefaultIfAbsent = true)
        boolean m_useLineBreak = true;
        @Persist(configKey = "row_delimiter") String m_rowDelimiter = "\n";
        @Persist(configKey = "file_selection") FileSelection m_file = new FileSelection();
    }

    static final class Advanced implements NodeParameters {
        @Persist(configKey = "limit_data_rows_scanned") boolean m_limitScan = true;
        @Persist(configKey = "max_data_rows_scanned") long m_maxScan = 10_000;
        @Persist(configKey = "limit_memory_per_column") boolean m_limitMemory = true;
        @Persist(configKey = "maximum_number_of_columns") int m_maxColumns = 8192;
        @Persist(configKey = "quote_option") QuoteOption m_quoteOption = QuoteOption.REMOVE_QUOTES_AND_TRIM;
        @Persist(configKey = "replace_empty_quotes_with_missing") boolean m_emptyQuotesMissing = true;
        @Persist(configKey = "thousands_separator") @Migrate(loadDefaultIfAbsent = true) String m_thousands = "\0";
        @Persist(configKey = "decimal_separator") @Migrate(loadDefaultIfAbsent = true) String m_decimal = ".";
    }

    static final class LimitRows implements NodeParameters {
        @Persist(configKey = "skip_lines") boolean m_skipLines;
        @Persist(configKey = "number_of_lines_to_skip") long m_linesToSkip = 1;
        @Persist(configKey = "skip_data_rows") boolean m_skipRows;
        @Persist(configKey = "number_of_rows_to_skip") long m_rowsToSkip = 1;
        @Persist(configKey = "limit_data_rows") boolean m_limitRows;
        @Persist(configKey = "max_rows") long m_maxRows = 50;
    }

    static final class Encoding implements NodeParameters {
        @Persist(configKey = "charset") String m_charset = "UTF-8";
    }

    enum QuoteOption {
        REMOVE_QUOTES_AND_TRIM, KEEP_QUOTES
    }

    @Persist(configKey = "settings") Settings m_settings = new Settings();
    @Persist(configKey = "advanced_settings") Advanced m_advanced = new Advanced();
    @Persist(configKey = "limit_rows") LimitRows m_limits = new LimitRows();
    @Persist(configKey = "encoding") Encoding m_encoding = new Encoding();

    FileLocation file() {
        return new FileLocation(m_settings.m_file.m_path);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        file().check();
        if (!"FILE".equals(m_settings.m_file.m_filterMode.m_mode)) {
            throw new InvalidSettingsException("Reading all files of a folder ('filter_mode' is "
                + m_settings.m_file.m_filterMode.m_mode + ") is not supported by the embedded runner. Select one "
                + "file.");
        }
        if (m_settings.m_columnDelimiter == null || m_settings.m_columnDelimiter.isEmpty()) {
            throw new InvalidSettingsException("'column_delimiter' is empty; give the character between two values.");
        }
        final String lineBreak = m_settings.m_rowDelimiter;
        if (!m_settings.m_useLineBreak && (lineBreak == null || lineBreak.isEmpty() || lineBreak.length() > 2)) {
            throw new InvalidSettingsException("'row_delimiter' must have one or two characters.");
        }
        charset();
    }

    /** The format as KNIME hands it to the same library. */
    CsvParserSettings parserSettings() {
        final CsvParserSettings settings = new CsvParserSettings();
        settings.setReadInputOnSeparateThread(false); // nothing that outlives the node
        settings.setMaxColumns(m_advanced.m_maxColumns);
        settings.setMaxCharsPerColumn(m_advanced.m_limitMemory ? MAX_CHARACTERS : -1);
        settings.setEmptyValue(m_advanced.m_emptyQuotesMissing ? null : "");
        settings.setKeepQuotes(m_advanced.m_quoteOption == QuoteOption.KEEP_QUOTES);
        settings.trimQuotedValues(m_advanced.m_quoteOption == QuoteOption.REMOVE_QUOTES_AND_TRIM);
        final CsvFormat format = settings.getFormat();
        format.setDelimiter(m_settings.m_columnDelimiter);
        format.setLineSeparator(m_settings.m_useLineBreak ? "\n" : m_settings.m_rowDelimiter);
        format.setQuote(first(m_settings.m_quote));
        format.setQuoteEscape(first(m_settings.m_quoteEscape));
        format.setComment(first(m_settings.m_comment));
        return settings;
    }

    NumberFormat numberFormat() {
        return new NumberFormat(first(m_advanced.m_thousands), first(m_advanced.m_decimal));
    }

    Charset charset() throws InvalidSettingsException {
        return charset(m_encoding.m_charset, "encoding/charset");
    }

    /**
     * @param name of a character set; null for that of the system
     * @param key of the setting that names it
     * @throws InvalidSettingsException if Java does not know it
     */
    static Charset charset(final String name, final String key) throws InvalidSettingsException {
        try {
            return name == null ? Charset.defaultCharset() : Charset.forName(name);
        } catch (final IllegalArgumentException ex) {
            throw new InvalidSettingsException("'" + key + "' names the unknown character set '" + name
                + "'. UTF-8 is the usual one.");
        }
    }

    private static char first(final String text) {
        return text == null || text.isEmpty() ? 0 : text.charAt(0);
    }
}
