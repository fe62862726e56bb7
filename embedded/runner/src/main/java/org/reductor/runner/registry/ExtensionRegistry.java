/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.registry;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Everything that the plugin.xml files on the class path register: nodes, categories and port types. */
public final class ExtensionRegistry {

    private static final String NODES = "org.knime.workbench.repository.nodes";

    private static final String CATEGORIES = "org.knime.workbench.repository.categories";

    private static final String PORT_TYPES = "org.knime.core.PortType";

    private final Map<String, NodeEntry> nodes = new LinkedHashMap<>();

    private final Map<String, CategoryEntry> categories = new LinkedHashMap<>();

    private final List<PortTypeEntry> portTypes = new ArrayList<>();

    private ExtensionRegistry() {
    }

    /**
     * @return the registry of the current class path
     * @throws IOException if a plugin.xml cannot be read; the message names it
     */
    public static ExtensionRegistry ofClassPath() throws IOException {
        final var context = Thread.currentThread().getContextClassLoader();
        final var loader = context != null ? context : ExtensionRegistry.class.getClassLoader();
        final var registry = new ExtensionRegistry();
        for (final var urls = loader.getResources("plugin.xml"); urls.hasMoreElements();) {
            registry.add(urls.nextElement());
        }
        return registry;
    }

    /**
     * @param pluginXml the location of one plugin.xml
     * @return a registry of just that file
     * @throws IOException if it cannot be read
     */
    public static ExtensionRegistry of(final URL pluginXml) throws IOException {
        final var registry = new ExtensionRegistry();
        registry.add(pluginXml);
        return registry;
    }

    private void add(final URL url) throws IOException {
        try (InputStream in = url.openStream()) {
            for (final Element extension : children(SafeXml.parse(in).getDocumentElement(), "extension")) {
                switch (extension.getAttribute("point")) {
                    case NODES -> addNodes(extension, url.toString());
                    case CATEGORIES -> addCategories(extension);
                    case PORT_TYPES -> addPortTypes(extension);
                    default -> {
                        // other extension points mean nothing to the runner
                    }
                }
            }
        } catch (final IOException ex) {
            throw new IOException("Cannot read the extension file " + url + ": " + ex.getMessage(), ex);
        }
    }

    private void addNodes(final Element extension, final String source) {
        for (final Element e : children(extension, "node")) {
            final String implementation = e.getAttribute("factory-class");
            final String standsFor = e.getAttribute("stands-for");
            final String name = standsFor.isEmpty() ? implementation : standsFor;
            nodes.putIfAbsent(name, new NodeEntry(name, implementation, e.getAttribute("category-path"), source));
        }
    }

    private void addCategories(final Element extension) {
        for (final Element e : children(extension, "category")) {
            final String parent = e.getAttribute("path");
            final String path = (parent.endsWith("/") ? parent : parent + "/") + e.getAttribute("level-id");
            categories.putIfAbsent(path,
                new CategoryEntry(path, e.getAttribute("name"), e.getAttribute("description")));
        }
    }

    private void addPortTypes(final Element extension) {
        for (final Element e : children(extension, "portType")) {
            portTypes.add(new PortTypeEntry(e.getAttribute("name"), e.getAttribute("objectClass"),
                e.getAttribute("specClass")));
        }
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

    /** @return the registered nodes, in the order of the files */
    public Collection<NodeEntry> nodes() {
        return nodes.values();
    }

    /**
     * @param factoryName as stored in a workflow
     * @return the node, if it is registered
     */
    public Optional<NodeEntry> node(final String factoryName) {
        return Optional.ofNullable(nodes.get(factoryName));
    }

    /**
     * @param path such as `/community/reductor`
     * @return the category, if it is registered
     */
    public Optional<CategoryEntry> category(final String path) {
        return Optional.ofNullable(categories.get(path));
    }

    /** @return the registered port types */
    public List<PortTypeEntry> portTypes() {
        return List.copyOf(portTypes);
    }
}
