/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.Arrays;

import com.univocity.parsers.csv.CsvParserSettings;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class CsvRecordsPropertyTest {

    @Property(tries = 100)
    void whatIsReadDoesNotDependOnTheSizeOfTheBuffer(
        @ForAll @Chars({'a', '#', '"', ',', '\n', '\r', ' '}) @StringLength(max = 40) final String text,
        @ForAll @IntRange(min = 5, max = 12) final int size) {
        assertThat(outcome(text, size)).isEqualTo(outcome(text, 1 << 16));
    }

    private static String outcome(final String text, final int bufferSize) {
        final CsvParserSettings settings = CsvFormat.DEFAULT.parserSettings();
        settings.setInputBufferSize(bufferSize);
        final StringBuilder result = new StringBuilder();
        try (CsvRecords records = new CsvRecords(new StringReader(text), settings)) {
            for (String[] row = records.next(); row != null; row = records.next()) {
                result.append(records.firstLine()).append('-').append(records.lastLine()).append(records.quoting())
                    .append(Arrays.toString(row));
            }
        } catch (final IOException ex) {
            result.append(ex.getMessage());
        }
        return result.toString();
    }
}
