/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.node.config.base;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.knime.core.node.InvalidSettingsException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Stand-in only: settings as XML, and where they stand. Extension code must not use it. */
public final class EmbeddedConfig {

    private static final String NAMESPACES = " xmlns=\"http://www.knime.org/2008/09/XMLConfig\""
        + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
        + " xsi:schemaLocation=\"http://www.knime.org/2008/09/XMLConfig"
        + " http://www.knime.org/XMLConfig_2008_09.xsd\"";

    /** In texts, each of these becomes {@code %%} and its code in five digits ({@code %%00010} is a line feed). */
    private static final Pattern ESCAPED = Pattern.compile("[\\x00-\\x1f\\x{d800}-\\x{10ffff}]|%(?=%)");

    private static final Pattern ESCAPE = Pattern.compile("%%(\\d{5})");

    private EmbeddedConfig() {
    }

    /** The path of a key in its file, for example {@code model/settings/seed}. */
    public static String path(final ConfigBaseRO config, final String key) {
        final String above = config instanceof ConfigBase base ? base.path() : "";
        return above.isEmpty() ? key : above + "/" + key;
    }

    /** Whether there is something at the end of a path of keys; the empty path is always there. */
    public static boolean hasPath(final ConfigBaseRO config, final List<String> path) {
        try {
            return path.isEmpty() || config.containsKey(path.get(0)) && (path.size() == 1
                || hasPath(config.getConfigBase(path.get(0)), path.subList(1, path.size())));
        } catch (InvalidSettingsException e) {
            return false;
        }
    }

    /** The root of an XML document without document type, and so without entities. */
    public static Element parse(final InputStream in) throws IOException {
        try {
            final var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            final var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler()); // the JDK's prints to stderr
            return builder.parse(in).getDocumentElement();
        } catch (SAXParseException e) {
            throw new IOException("Line " + e.getLineNumber() + " of the XML: " + e.getMessage(), e);
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException("The XML cannot be read: " + e.getMessage(), e);
        }
    }

    static void read(final ConfigBase config, final InputStream in) throws IOException {
        final Element root = parse(in);
        if (!"config".equals(root.getTagName())) {
            throw new IOException("The first element must be <config>, not <" + root.getTagName() + ">.");
        }
        config.setKey(key(root));
        fill(config, root);
    }

    private static String key(final Element element) throws IOException {
        if (!element.hasAttribute("key")) {
            throw new IOException("<" + element.getTagName() + "> has no key.");
        }
        return element.getAttribute("key");
    }

    private static void fill(final ConfigBase config, final Element parent) throws IOException {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                switch (element.getTagName()) {
                    case "config" -> fill(config.addConfigBase(key(element)), element);
                    case "entry" -> config.addEntry(entry(config, element));
                    default -> throw new IOException("A settings file has <config> and <entry> elements only, not <"
                        + element.getTagName() + ">.");
                }
            }
        }
    }

    private static AbstractConfigEntry entry(final ConfigBase config, final Element element) throws IOException {
        final String what = "Entry \"" + path(config, key(element)) + "\" has ";
        final String type = element.getAttribute("type");
        final ConfigEntries kind;
        try {
            kind = ConfigEntries.valueOf(type);
        } catch (IllegalArgumentException e) {
            throw new IOException(what + "the unknown type \"" + type + "\".", e);
        }
        final boolean isNull = "true".equals(element.getAttribute("isnull"));
        if (!isNull && !element.hasAttribute("value")) {
            throw new IOException(what + "no value.");
        }
        final String value = isNull ? null : unescape(element.getAttribute("value"));
        try {
            return kind.createEntry(key(element), value);
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new IOException(what + "the value " + (isNull ? "null" : "\"" + value + "\"") + ", which is not "
                + kind.words() + " (" + kind + ").", e);
        }
    }

    /** In the layout that KNIME writes: four blanks a level, null as an empty value. */
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
                    + (value == null ? "" : attribute(escape(value))) + "\"/>\n");
            }
        }
        out.write(indent + "</config>\n");
    }

    private static String attribute(final String s) {
        return Pattern.compile("[\\x00-\\x1f\\x7f-\\x9f]")
            .matcher(s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;"))
            .replaceAll(m -> "&#" + (int)m.group().charAt(0) + ";");
    }

    private static String escape(final String s) {
        return ESCAPED.matcher(s).replaceAll(
            m -> m.group().chars().mapToObj(c -> String.format("%%%%%05d", c)).collect(Collectors.joining()));
    }

    private static String unescape(final String s) {
        return ESCAPE.matcher(s).replaceAll(
            m -> Matcher.quoteReplacement(String.valueOf((char)Integer.parseInt(m.group(1)))));
    }
}
