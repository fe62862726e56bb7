/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.node.config.base;

/** The kinds of nodes in a settings tree, by the names that stand in the XML. */
public enum ConfigEntries {
    xstring("a text"), xint("an integer"), xdouble("a number"), xfloat("a number"), xlong("a long integer"),
    xshort("a short integer"), xbyte("a byte"), xchar("a character"), xboolean("true or false"),
    config("a group of settings"), xpassword("a password"), xtransientstring("a text that is never saved");

    private final String words;

    ConfigEntries(final String words) {
        this.words = words;
    }

    /** What an entry of this kind is, for messages. */
    public String words() {
        return words;
    }

    /** @throws IllegalArgumentException if the value, which may be null for texts only, is not of this kind */
    public AbstractConfigEntry createEntry(final String key, final String value) {
        return new ValueEntry(this, key, parse(value));
    }

    private Object parse(final String s) {
        return switch (this) {
            case xstring, xpassword, xtransientstring -> s;
            case xint -> Integer.parseInt(s);
            case xdouble -> Double.parseDouble(s);
            case xfloat -> Float.parseFloat(s);
            case xlong -> Long.parseLong(s);
            case xshort -> Short.parseShort(s);
            case xbyte -> Byte.parseByte(s);
            case xboolean -> Boolean.parseBoolean(s);
            case xchar -> character(s);
            case config -> throw new IllegalArgumentException("a group of settings is no single value");
        };
    }

    private static char character(final String s) {
        if (s == null || s.length() != 1) {
            throw new IllegalArgumentException("one character expected");
        }
        return s.charAt(0);
    }
}
