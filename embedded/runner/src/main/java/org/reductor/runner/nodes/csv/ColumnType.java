/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.nodes.csv;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;

/** The column types that KNIME's CSV Reader guesses, from the most specific to the most general. */
enum ColumnType {
    INT(IntCell.TYPE, "an integer") {
        @Override
        DataCell cell(final String text, final NumberFormat format) {
            return new IntCell(Integer.parseInt(format.integer(text)));
        }
    },
    LONG(LongCell.TYPE, "a long integer") {
        @Override
        DataCell cell(final String text, final NumberFormat format) {
            return new LongCell(Long.parseLong(format.integer(text)));
        }
    },
    DOUBLE(DoubleCell.TYPE, "a number") {
        @Override
        DataCell cell(final String text, final NumberFormat format) {
            return new DoubleCell(Double.parseDouble(format.decimal(text)));
        }
    },
    STRING(StringCell.TYPE, "a text") {
        @Override
        DataCell cell(final String text, final NumberFormat format) {
            return new StringCell(text);
        }
    };

    private final DataType type;

    private final String words;

    ColumnType(final DataType type, final String words) {
        this.type = type;
        this.words = words;
    }

    DataType type() {
        return type;
    }

    String words() {
        return words;
    }

    /** @throws NumberFormatException if the text is of another type */
    abstract DataCell cell(String text, NumberFormat format);

    /** @return this type, or the next more general one that takes the text as well */
    ColumnType widenedFor(final String text, final NumberFormat format) {
        ColumnType result = this;
        while (!result.takes(text, format)) {
            result = values()[result.ordinal() + 1];
        }
        return result;
    }

    private boolean takes(final String text, final NumberFormat format) {
        try {
            cell(text, format);
            return true;
        } catch (final NumberFormatException ex) {
            return false;
        }
    }
}
