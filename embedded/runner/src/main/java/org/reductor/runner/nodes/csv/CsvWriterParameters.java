/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.nodes.csv;

import org.knime.core.node.InvalidSettingsException;
import org.knime.filehandling.core.connections.FSLocation;
import org.knime.node.parameters.persistence.Persist;
import org.reductor.runner.nodes.StandardParameters;
import org.reductor.runner.nodes.TableFile;

/** Settings of the CSV Writer. */
final class CsvWriterParameters implements StandardParameters {

    static final class FileChooser implements StandardParameters {
        @Persist(configKey = "path") FSLocation m_path = FSLocation.NULL;
        @Persist(configKey = "create_missing_folders") boolean m_createFolders;
        @Persist(configKey = "if_path_exists") String m_ifExists = "fail";
    }

    static final class Settings implements StandardParameters {
        @Persist(configKey = "file_chooser_settings") FileChooser m_file = new FileChooser();
        @Persist(configKey = "column_delimiter") String m_columnDelimiter = ",";
        /** Null: that of the system. */
        @Unchanged @Persist(configKey = "row_delimiter") String m_rowDelimiter;
        @Unchanged @Persist(configKey = "quote_char") char m_quote = '"';
        @Unchanged @Persist(configKey = "quote_escape_char") char m_quoteEscape = '"';
        @Unchanged @Persist(configKey = "write_column_header") boolean m_writeHeader = true;
        @Unchanged @Persist(configKey = "write_row_header") boolean m_writeRowId;
    }

    static final class Advanced implements StandardParameters {
        @Unchanged @Persist(configKey = "missing_value_pattern") String m_missing = "";
        @Unchanged @Persist(configKey = "compress_with_gzip") boolean m_gzip;
        @Unchanged @Persist(configKey = "quote_mode") String m_quoteMode = "STRINGS_ONLY";
        @Unchanged @Persist(configKey = "decimal_separator") char m_decimal = '.';
        @Unchanged @Persist(configKey = "use_scientific_format") boolean m_scientific;
        @Unchanged @Persist(configKey = "keep_trailing_zero_in_decimals") boolean m_trailingZero;
    }

    static final class Comments implements StandardParameters {
        @Unchanged @Persist(configKey = "add_time_to_comment") boolean m_time;
        @Unchanged @Persist(configKey = "add_user_to_comment") boolean m_user;
        @Unchanged @Persist(configKey = "add_table_name_to_comment") boolean m_tableName;
        @Unchanged @Persist(configKey = "add_custom_text_to_comment") boolean m_customText;
    }

    static final class Encoding implements StandardParameters {
        @Unchanged @Persist(configKey = "character_set") String m_charset = "UTF-8";
    }

    @Persist(configKey = "settings") Settings m_settings = new Settings();

    @Persist(configKey = "advanced_settings") Advanced m_advanced = new Advanced();

    @Persist(configKey = "comment_header_settings") Comments m_comments = new Comments();

    @Persist(configKey = "encoding") Encoding m_encoding = new Encoding();

    TableFile file() {
        return new TableFile(m_settings.m_file.m_path);
    }

    boolean overwrite() {
        return "overwrite".equals(m_settings.m_file.m_ifExists);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        StandardParameters.super.validate();
        file().check();
        if (!overwrite() && !"fail".equals(m_settings.m_file.m_ifExists)) {
            throw new InvalidSettingsException("'if_path_exists' is '" + m_settings.m_file.m_ifExists
                + "', which is not supported by the embedded runner; it must be overwrite or fail.");
        }
        if (m_settings.m_columnDelimiter == null || m_settings.m_columnDelimiter.isEmpty()) {
            throw new InvalidSettingsException("'column_delimiter' is empty; give the character between two values.");
        }
    }
}
