/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.node.config.base;

/**
 * The escape of texts inside attribute values: a character below 32 or above U+D7FF, and a percent sign before another
 * one, becomes {@code %%} and its code in five decimal digits ({@code %%00010} is a line feed).
 */
final class XmlEscape {

    private XmlEscape() {
    }

    static String escape(final String s) {
        final var out = new StringBuilder(s.length());
        for (int i = 0; i < s.length(); i++) {
            final char c = s.charAt(i);
            final boolean doubled = c == '%' && i + 1 < s.length() && s.charAt(i + 1) == '%';
            if (c < 32 || c > 0xd7ff || doubled) {
                out.append("%%").append(String.format("%05d", (int)c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    static String unescape(final String s) {
        final var out = new StringBuilder(s.length());
        for (int i = 0; i < s.length(); i++) {
            if (isEscape(s, i)) {
                out.append((char)Integer.parseInt(s.substring(i + 2, i + 7)));
                i += 6;
            } else {
                out.append(s.charAt(i));
            }
        }
        return out.toString();
    }

    private static boolean isEscape(final String s, final int at) {
        if (at + 7 > s.length() || s.charAt(at) != '%' || s.charAt(at + 1) != '%') {
            return false;
        }
        return s.substring(at + 2, at + 7).chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
