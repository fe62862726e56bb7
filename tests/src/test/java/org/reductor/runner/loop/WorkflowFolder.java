/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.loop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a workflow as KNIME stores it, node by node. */
public final class WorkflowFolder {

    private static final String HEAD = """
        <?xml version="1.0" encoding="UTF-8"?>
        <config xmlns="http://www.knime.org/2008/09/XMLConfig" key="%s">
        """;

    private final Path folder;

    private final StringBuilder nodes = new StringBuilder();

    private final StringBuilder connections = new StringBuilder();

    private int connectionCount;

    /** @param folder where the workflow is written */
    public WorkflowFolder(final Path folder) {
        this.folder = folder;
    }

    /** Where the workflow is. */
    public Path path() {
        return folder;
    }

    /** @param model the settings, as entries `key=value`; whole numbers become xint */
    WorkflowFolder node(final int id, final String name, final String factory, final String... model) {
        final StringBuilder text = new StringBuilder(HEAD.formatted("settings.xml"));
        entry(text, "factory", "xstring", factory);
        entry(text, "node-name", "xstring", name);
        text.append("<config key=\"model\">");
        for (final String setting : model) {
            final int equals = setting.indexOf('=');
            final String value = setting.substring(equals + 1);
            entry(text, setting.substring(0, equals), value.matches("-?\\d+") ? "xint" : "xboolean", value);
        }
        return file(id, name, text.append("</config></config>").toString());
    }

    /** A CSV Writer with the settings of the reference workflow. */
    WorkflowFolder csvWriter(final int id, final String fileName) throws IOException, URISyntaxException {
        final Path reference = Path.of(WorkflowFolder.class
            .getResource("/reference-workflow/CSV Writer (#4)/settings.xml").toURI());
        return file(id, "CSV Writer", Files.readString(reference).replace("value=\"out.csv\"",
            "value=\"" + fileName + "\""));
    }

    /** A node with the whole of its settings.xml. */
    public WorkflowFolder file(final int id, final String name, final String settings) {
        final String file = name + " (#" + id + ")/settings.xml";
        nodes.append("<config key=\"node_").append(id).append("\">");
        entry(nodes, "id", "xint", id);
        entry(nodes, "node_settings_file", "xstring", file);
        nodes.append("</config>");
        write(file, settings);
        return this;
    }

    /** Connects ports counted from 1; 0 is the flow-variable port. */
    WorkflowFolder connect(final int source, final int sourcePort, final int target, final int targetPort) {
        connections.append("<config key=\"connection_").append(connectionCount++).append("\">");
        entry(connections, "sourceID", "xint", source);
        entry(connections, "destID", "xint", target);
        entry(connections, "sourcePort", "xint", sourcePort);
        entry(connections, "destPort", "xint", targetPort);
        connections.append("</config>");
        return this;
    }

    /** Writes what holds the nodes together. */
    public WorkflowFolder write() {
        write("data/.keep", "");
        write("workflow.knime", HEAD.formatted("workflow.knime")
            + "<entry key=\"version\" type=\"xstring\" value=\"5.1.0\"/><config key=\"nodes\">" + nodes
            + "</config><config key=\"connections\">" + connections + "</config></config>");
        return this;
    }

    /** Lets a flow variable control a setting of a node that is written already. */
    WorkflowFolder variable(final String node, final String key, final String variable) throws IOException {
        final Path file = folder.resolve(node).resolve("settings.xml");
        final StringBuilder control = new StringBuilder("<config key=\"variables\"><config key=\"tree\"><config key=\"")
            .append(key).append("\">");
        entry(control, "used_variable", "xstring", variable);
        control.append("</config></config></config><config key=\"model\">");
        final String before = "(<config key=\"variables\">.*)?<config key=\"model\">";
        Files.writeString(file, Files.readString(file).replaceFirst(before, control.toString()));
        return this;
    }

    private void write(final String file, final String text) {
        try {
            final Path path = folder.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        } catch (final IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static void entry(final StringBuilder text, final String key, final String type, final Object value) {
        text.append("<entry key=\"").append(key).append("\" type=\"").append(type).append("\" value=\"").append(value)
            .append("\"/>\n");
    }
}
