/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.node.config.base;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Writes a settings tree in the layout that KNIME writes: four blanks a level, null as an empty value. */
final class XmlWriter {

    private static final String NAMESPACES = " xmlns=\"http://www.knime.org/2008/09/XMLConfig\""
        + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
        + " xsi:schemaLocation=\"http://www.knime.org/2008/09/XMLConfig"
        + " http://www.knime.org/XMLConfig_2008_09.xsd\"";

    private XmlWriter() {
    }

    static void write(final ConfigBase config, final OutputStream os) throws IOException {
        try (Writer out = new BufferedWriter(new OutputStreamWriter(os, StandardCharsets.UTF_8))) {
            out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
            branch(config, NAMESPACES, "", out);
        }
    }

    private static void branch(final ConfigBase config, final String attributes, final String indent, final Writer out)
        throws IOException {
        out.write(indent + "<config" + attributes + " key=\"" + attribute(config.getKey()) + "\"");
        if (config.keySet().isEmpty()) {
            out.write("/>\n");
            return;
        }
        out.write(">\n");
        for (final String key : config) {
            final AbstractConfigEntry entry = config.getEntry(key);
            if (entry instanceof ConfigBase inner) {
                branch(inner, "", indent + "    ", out);
            } else if (entry.getType() != ConfigEntries.xtransientstring) {
                final String value = entry.toStringValue();
                out.write(indent + "    <entry key=\"" + attribute(key) + "\" type=\"" + entry.getType() + "\""
                    + (value == null ? " isnull=\"true\"" : "") + " value=\""
                    + (value == null ? "" : attribute(XmlEscape.escape(value))) + "\"/>\n");
            }
        }
        out.write(indent + "</config>\n");
    }

    private static String attribute(final String s) {
        final var out = new StringBuilder(s.length());
        for (int i = 0; i < s.length(); i++) {
            final char c = s.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> {
                    if (c < 32 || c >= 127 && c < 160) {
                        out.append("&#").append((int)c).append(';');
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.toString();
    }
}
