/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.node.config.base;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;

import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads a settings file. Document types, and with them entities, are refused. */
final class XmlReader extends DefaultHandler {

    private final Deque<ConfigBase> branches = new ArrayDeque<>();

    private final ConfigBase root;

    private Locator locator;

    private XmlReader(final ConfigBase root) {
        this.root = root;
    }

    static void read(final ConfigBase config, final InputStream in) throws IOException {
        try {
            final var factory = SAXParserFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            final var source =
                new InputSource(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
            factory.newSAXParser().parse(source, new XmlReader(config));
        } catch (SAXParseException e) {
            throw new IOException("Line " + e.getLineNumber() + " of the XML: " + e.getMessage(), e);
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException("The XML cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void setDocumentLocator(final Locator locator) {
        this.locator = locator;
    }

    @Override
    public void startElement(final String uri, final String localName, final String qName, final Attributes attributes)
        throws SAXException {
        final boolean isBranch = "config".equals(qName);
        if (!isBranch && !"entry".equals(qName)) {
            throw error("a settings file has <config> and <entry> elements only, not <" + qName + ">");
        }
        final String key = attributes.getValue("key");
        if (key == null) {
            throw error("<" + qName + "> has no key");
        }
        if (branches.isEmpty()) {
            if (!isBranch) {
                throw error("the first element must be <config>, not <entry>");
            }
            root.setKey(key);
            branches.push(root);
        } else if (isBranch) {
            branches.push(branches.peek().addConfigBase(key));
        } else {
            branches.peek().addEntry(entry(key, attributes));
        }
    }

    private AbstractConfigEntry entry(final String key, final Attributes attributes) throws SAXException {
        final String path = EmbeddedConfig.path(branches.peek(), key);
        final String type = attributes.getValue("type");
        final ConfigEntries kind;
        try {
            kind = ConfigEntries.valueOf(String.valueOf(type));
        } catch (IllegalArgumentException e) {
            throw error("entry \"" + path + "\" has the unknown type \"" + type + "\"");
        }
        final boolean isNull = "true".equals(attributes.getValue("isnull"));
        final String value = attributes.getValue("value");
        if (value == null && !isNull) {
            throw error("entry \"" + path + "\" has no value");
        }
        try {
            return kind.createEntry(key, isNull ? null : XmlEscape.unescape(value));
        } catch (IllegalArgumentException | NullPointerException e) {
            throw error("entry \"" + path + "\" has the value " + (isNull ? "null" : "\"" + value + "\"")
                + ", which is not " + kind.words() + " (" + kind + ")");
        }
    }

    @Override
    public void endElement(final String uri, final String localName, final String qName) {
        if ("config".equals(qName)) {
            branches.pop();
        }
    }

    @Override
    public void error(final SAXParseException e) throws SAXException {
        throw e;
    }

    private SAXParseException error(final String message) {
        return new SAXParseException(message, locator);
    }
}
