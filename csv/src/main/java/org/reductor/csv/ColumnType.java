/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.csv;

import java.util.EnumSet;
import java.util.function.Function;

/** The types that KNIME's CSV Reader guesses, from the most specific to the most general. */
public enum ColumnType {

    /** Values are an {@code Integer}. */
    INT("an integer", Integer::valueOf),
    /** Values are a {@code Long}. */
    LONG("a long integer", Long::valueOf),
    /** Values are a {@code Double}. */
    DOUBLE("a number", Double::valueOf),
    /** Values are a {@code String}. */
    STRING("a text", text -> text);

    private final String words;

    private final Function<String, Object> parser;

    ColumnType(final String words, final Function<String, Object> parser) {
        this.words = words;
        this.parser = parser;
    }

    /** What a value is, for messages. */
    String words() {
        return words;
    }

    /** @throws NumberFormatException if the text is of another type */
    Object value(final String text) {
        return parser.apply(text);
    }

    private boolean takes(final String text) {
        try {
            value(text);
            return true;
        } catch (final NumberFormatException ex) {
            return false;
        }
    }

    /** This type, or the next more general one that takes the text as well. */
    ColumnType widenedFor(final String text) {
        return takes(text) ? this
            : EnumSet.range(this, STRING).stream().filter(type -> type.takes(text)).findFirst().orElse(STRING);
    }
}
