/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.registry;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.knime.core.node.config.base.EmbeddedConfig;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The nodes and categories that the plugin.xml files on the class path register. */
public final class ExtensionRegistry {

    private final Map<String, NodeEntry> nodes = new LinkedHashMap<>();

    private final Map<String, String> categories = new HashMap<>();

    private ExtensionRegistry() {
    }

    /** @throws IOException if a plugin.xml cannot be read; names it */
    public static ExtensionRegistry ofClassPath() throws IOException {
        final var context = Thread.currentThread().getContextClassLoader();
        final var loader = context != null ? context : ExtensionRegistry.class.getClassLoader();
        final var registry = new ExtensionRegistry();
        for (final var urls = loader.getResources("plugin.xml"); urls.hasMoreElements();) {
            registry.add(urls.nextElement());
        }
        return registry;
    }

    private void add(final URL url) throws IOException {
        try (InputStream in = url.openStream()) {
            for (final Element extension : children(EmbeddedConfig.parse(in), "extension")) {
                children(extension, "node").forEach(this::addNode);
                children(extension, "category").forEach(this::addCategory);
            }
        } catch (final IOException ex) {
            throw new IOException("Cannot read the extension file " + url + ": " + ex.getMessage(), ex);
        }
    }

    private void addNode(final Element e) {
        final String implementation = e.getAttribute("factory-class");
        final String standsFor = e.getAttribute("stands-for");
        final String name = standsFor.isEmpty() ? implementation : standsFor;
        nodes.putIfAbsent(name, new NodeEntry(name, implementation, e.getAttribute("category-path")));
    }

    private void addCategory(final Element e) {
        final String parent = e.getAttribute("path");
        categories.putIfAbsent((parent.endsWith("/") ? parent : parent + "/") + e.getAttribute("level-id"),
            e.getAttribute("name"));
    }

    private static List<Element> children(final Element parent, final String tag) {
        final List<Element> result = new ArrayList<>();
        final NodeList list = parent.getChildNodes();
        for (int i = 0; i < list.getLength(); i++) {
            if (list.item(i) instanceof Element e && tag.equals(e.getTagName())) {
                result.add(e);
            }
        }
        return result;
    }

    /** In the order of the files. */
    public Collection<NodeEntry> nodes() {
        return nodes.values();
    }

    /** @param factoryName as stored in a workflow */
    public Optional<NodeEntry> node(final String factoryName) {
        return Optional.ofNullable(nodes.get(factoryName));
    }

    /** The name of a category such as {@code /community/reductor}. */
    public Optional<String> category(final String path) {
        return Optional.ofNullable(categories.get(path));
    }
}
