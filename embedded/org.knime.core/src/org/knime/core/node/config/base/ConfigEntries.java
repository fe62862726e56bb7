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
    String words() {
        return words;
    }

    /**
     * Makes an entry from its XML form.
     *
     * @param value may be null for texts only
     * @throws IllegalArgumentException if the value cannot be read as this kind
     */
    public AbstractConfigEntry createEntry(final String key, final String value) {
        return new ValueEntry(this, key, parse(value));
    }

    private Object parse(final String s) {
        switch (this) {
            case xstring:
            case xpassword:
            case xtransientstring:
                return s;
            case xint:
                return Integer.valueOf(Integer.parseInt(s));
            case xdouble:
                return Double.valueOf(Double.parseDouble(s));
            case xfloat:
                return Float.valueOf(Float.parseFloat(s));
            case xlong:
                return Long.valueOf(Long.parseLong(s));
            case xshort:
                return Short.valueOf(Short.parseShort(s));
            case xbyte:
                return Byte.valueOf(Byte.parseByte(s));
            case xboolean:
                return Boolean.valueOf(Boolean.parseBoolean(s));
            case xchar:
                if (s == null || s.length() != 1) {
                    throw new IllegalArgumentException("one character expected");
                }
                return Character.valueOf(s.charAt(0));
            default:
                throw new IllegalArgumentException("a group of settings is no single value");
        }
    }
}
