/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.nodes.csv;

import java.util.function.Function;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;

/** The column types that KNIME's CSV Reader guesses, from the most specific to the most general. */
enum ColumnType {
    INT(IntCell.TYPE, "an integer", number -> new IntCell(Integer.parseInt(number))),
    LONG(LongCell.TYPE, "a long integer", number -> new LongCell(Long.parseLong(number))),
    DOUBLE(DoubleCell.TYPE, "a number", number -> new DoubleCell(Double.parseDouble(number))),
    STRING(StringCell.TYPE, "a text", StringCell::new);

    final DataType type;

    final String words;

    private final Function<String, DataCell> parser;

    ColumnType(final DataType type, final String words, final Function<String, DataCell> parser) {
        this.type = type;
        this.words = words;
        this.parser = parser;
    }

    /** @throws NumberFormatException if the text is of another type */
    DataCell cell(final String text, final NumberFormat format) {
        return parser.apply(this == STRING ? text : format.plain(text));
    }

    /** @return this type, or the next more general one that takes the text as well */
    ColumnType widenedFor(final String text, final NumberFormat format) {
        try {
            cell(text, format);
            return this;
        } catch (final NumberFormatException ex) {
            return values()[ordinal() + 1].widenedFor(text, format);
        }
    }
}
