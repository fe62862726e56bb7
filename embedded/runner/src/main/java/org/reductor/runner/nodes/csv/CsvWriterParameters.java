/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.nodes.csv;

import java.nio.charset.Charset;
import java.util.Set;

import org.knime.core.node.InvalidSettingsException;
import org.knime.filehandling.core.connections.FSLocation;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.persistence.Persist;
import org.reductor.runner.nodes.path.FileLocation;

/** Settings of the CSV Writer, under KNIME's keys. */
final class CsvWriterParameters implements NodeParameters {

    private static final Set<String> LINE_BREAKS = Set.of("\n", "\r\n", "\r");

    static final class FileChooser implements NodeParameters {
        @Persist(configKey = "path") FSLocation m_path = FSLocation.NULL;
        @Persist(configKey = "create_missing_folders") boolean m_createFolders;
        @Persist(configKey = "if_path_exists") String m_ifExists = "fail";
    }

    static final class Settings implements NodeParameters {
        @Persist(configKey = "file_chooser_settings") FileChooser m_file = new FileChooser();
        @Persist(configKey = "column_delimiter") String m_columnDelimiter = ",";
        /** Null: that of the system. */
        @Persist(configKey = "row_delimiter") String m_rowDelimiter;
        @Persist(configKey = "quote_char") char m_quote = '"';
        @Persist(configKey = "quote_escape_char") char m_quoteEscape = '"';
        @Persist(configKey = "write_column_header") boolean m_writeHeader = true;
        @Persist(configKey = "skip_column_header_on_append") boolean m_skipHeaderOnAppend;
        @Persist(configKey = "write_row_header") boolean m_writeRowId;
    }

    static final class Advanced implements NodeParameters {
        @Persist(configKey = "missing_value_pattern") String m_missing = "";
        @Persist(configKey = "compress_with_gzip") boolean m_gzip;
        @Persist(configKey = "quote_mode") QuoteMode m_quoteMode = QuoteMode.STRINGS_ONLY;
        @Persist(configKey = "separator_replacement") String m_separatorReplacement = "";
        @Persist(configKey = "decimal_separator") char m_decimal = '.';
        @Persist(configKey = "use_scientific_format") boolean m_scientific;
        @Persist(configKey = "keep_trailing_zero_in_decimals") boolean m_trailingZero;
    }

    static final class Comments implements NodeParameters {
        @Persist(configKey = "add_time_to_comment") boolean m_time;
        @Persist(configKey = "add_user_to_comment") boolean m_user;
        @Persist(configKey = "add_table_name_to_comment") boolean m_tableName;
        @Persist(configKey = "add_custom_text_to_comment") boolean m_customText;
    }

    static final class Encoding implements NodeParameters {
        @Persist(configKey = "character_set") String m_charset = "UTF-8";
    }

    enum QuoteMode {
        IF_NEEDED, STRINGS_ONLY, ALWAYS, NEVER
    }

    @Persist(configKey = "settings") Settings m_settings = new Settings();
    @Persist(configKey = "advanced_settings") Advanced m_advanced = new Advanced();
    @Persist(configKey = "comment_header_settings") Comments m_comments = new Comments();
    @Persist(configKey = "encoding") Encoding m_encoding = new Encoding();

    FileLocation file() {
        return new FileLocation(m_settings.m_file.m_path);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        file().check();
        check(Set.of("overwrite", "fail", "append").contains(m_settings.m_file.m_ifExists), "'if_path_exists' is '"
            + m_settings.m_file.m_ifExists + "'; it must be overwrite, fail or append.");
        final String delimiter = m_settings.m_columnDelimiter;
        check(delimiter != null && !delimiter.isEmpty(),
            "'column_delimiter' is empty; give the character between two values.");
        check(m_settings.m_rowDelimiter == null || LINE_BREAKS.contains(m_settings.m_rowDelimiter),
            "'row_delimiter' is none of LF, CR LF and CR.");
        check(m_advanced.m_missing == null || !m_advanced.m_missing.contains(delimiter), "'missing_value_pattern' ('"
            + m_advanced.m_missing + "') must not contain the column delimiter '" + delimiter + "'.");
        check(!m_advanced.m_gzip || !append(), "A compressed file cannot be appended to: switch off "
            + "'compress_with_gzip' or overwrite the file.");
        check(!m_comments.m_time && !m_comments.m_user && !m_comments.m_tableName && !m_comments.m_customText,
            "A comment at the head of the file ('comment_header_settings') is not supported by the embedded runner.");
        charset();
    }

    private static void check(final boolean condition, final String message) throws InvalidSettingsException {
        if (!condition) {
            throw new InvalidSettingsException(message);
        }
    }

    boolean append() {
        return "append".equals(m_settings.m_file.m_ifExists);
    }

    String lineBreak() {
        return m_settings.m_rowDelimiter == null ? System.lineSeparator() : m_settings.m_rowDelimiter;
    }

    Charset charset() throws InvalidSettingsException {
        return CsvReaderParameters.charset(m_encoding.m_charset, "encoding/character_set");
    }
}
