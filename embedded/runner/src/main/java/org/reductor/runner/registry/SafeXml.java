/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.registry;

import java.io.IOException;
import java.io.InputStream;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Document;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Parses XML that other people wrote: no document types, no external entities, no schema look-ups. */
public final class SafeXml {

    private SafeXml() {
    }

    /**
     * @param in the XML text; not closed
     * @return the parsed document
     * @throws IOException if it cannot be read or is not well-formed; the message gives line and column
     */
    public static Document parse(final InputStream in) throws IOException {
        try {
            final var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            final var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(SILENT);
            return builder.parse(in);
        } catch (final SAXParseException ex) {
            throw new IOException("line " + ex.getLineNumber() + ", column " + ex.getColumnNumber() + ": "
                + ex.getMessage(), ex);
        } catch (final SAXException | ParserConfigurationException ex) {
            throw new IOException(ex.getMessage(), ex);
        }
    }

    /** The JDK's default prints to stderr, which would double every message. */
    private static final ErrorHandler SILENT = new ErrorHandler() {
        @Override
        public void warning(final SAXParseException ex) {
            // not an error: the document is usable
        }

        @Override
        public void error(final SAXParseException ex) throws SAXException {
            throw ex;
        }

        @Override
        public void fatalError(final SAXParseException ex) throws SAXException {
            throw ex;
        }
    };
}
