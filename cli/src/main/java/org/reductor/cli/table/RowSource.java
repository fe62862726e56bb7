/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;

/** A table that is read once, from its first row to its last, and never held as a whole. For one thread. */
public interface RowSource extends Closeable {

    /** @return names of the columns, each once; rows have their values in this order */
    List<String> columns();

    /** @return position of the column that holds a row's molecule by the format's own definition, if it has one */
    default OptionalInt molecule() {
        return OptionalInt.empty();
    }

    /** @return what a user should know of the table before its first row is read, a sentence each */
    default List<String> notes() {
        return List.of();
    }

    /**
     * @return the next row; {@code null} at the end
     * @throws IOException if the table cannot be read any further; the message says where and why
     */
    Row next() throws IOException;

    /** @return how much of the table has been read, from 0 to 1 */
    double fraction();

    /** @return what is to be told once the last row is read, a sentence each */
    default List<String> warnings() {
        return List.of();
    }

    /**
     * A row.
     *
     * @param values one a column: text, a {@link Number}, or {@code null} where there is none
     * @param defect why it is not as the table's rows should be, in plain words; {@code null} if it is
     */
    record Row(Object[] values, String defect) {
    }
}
