/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.plot;

import java.util.Locale;

/**
 * An SVG document in the making. Attributes are names and values in turn; numbers are written with two decimals. Style
 * sheets are left out: not all that reads SVG knows them.
 */
final class Svg {

    private final StringBuilder text = new StringBuilder();

    /**
     * @param width in pixels
     * @param height in pixels
     * @param title what the picture is called
     * @param about what it shows, for those who do not see it
     */
    Svg(final int width, final int height, final String title, final String about) {
        open("svg", "xmlns", "http://www.w3.org/2000/svg", "width", width, "height", height, "viewBox",
            "0 0 " + width + " " + height, "role", "img", "font-family", "Roboto, Helvetica, Arial, sans-serif",
            "font-size", 12);
        words("title", title);
        words("desc", about);
    }

    private void open(final String name, final Object... attributes) {
        text.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            text.append(' ').append(attributes[i]).append("=\"").append(escaped(attributes[i + 1])).append('"');
        }
        text.append('>');
    }

    /** Adds an element with words in it. */
    void words(final String name, final String words, final Object... attributes) {
        open(name, attributes);
        text.append(escaped(words)).append("</").append(name).append('>');
    }

    /** Adds an element with nothing in it. */
    void shape(final String name, final Object... attributes) {
        words(name, "", attributes);
    }

    private static String escaped(final Object value) {
        if (value instanceof Double number) {
            return String.format(Locale.ROOT, "%.2f", number);
        }
        final StringBuilder safe = new StringBuilder();
        value.toString().codePoints().map(c -> Character.isISOControl(c) || !Character.isDefined(c) ? ' ' : c)
            .forEach(c -> {
                switch (c) {
                    case '&' -> safe.append("&amp;");
                    case '<' -> safe.append("&lt;");
                    case '"' -> safe.append("&quot;");
                    default -> safe.appendCodePoint(c);
                }
            });
        return safe.toString();
    }

    /** @return the document */
    @Override
    public String toString() {
        return text + "</svg>";
    }
}
