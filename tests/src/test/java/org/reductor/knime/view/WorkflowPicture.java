/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.view;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.webui.node.impl.EmbeddedConfiguration.Port;
import org.knime.node.EmbeddedNode;
import org.reductor.runner.registry.ExtensionRegistry;
import org.reductor.runner.registry.NodeEntry;

/**
 * Draws a workflow for the documentation, with the positions, names, texts and connections of its files, but closer
 * together than on KNIME's canvas and without the icons of KNIME's own nodes; docs/make-pictures runs it.
 */
public final class WorkflowPicture {

    private static final double CLOSER = .66;

    private static final int BODY = 32;

    private static final double LETTER = 5.4;

    private static final int LINE = 14;

    private final Path folder;

    private final ExtensionRegistry registry = ExtensionRegistry.ofClassPath();

    private final StringBuilder svg = new StringBuilder();

    private final Map<Integer, Shown> nodes = new LinkedHashMap<>();

    private double width;

    private double height;

    /** A node at its place. */
    private record Shown(double x, double y, EmbeddedNode node) {

        double left() {
            return x - 4;
        }

        double right() {
            return x + BODY + 4;
        }
    }

    private WorkflowPicture(final Path folder) throws IOException {
        this.folder = folder;
    }

    /** @param args the folder of the workflow, the SVG file to write */
    public static void main(final String[] args) throws Exception {
        Files.writeString(Path.of(args[1]), new WorkflowPicture(Path.of(args[0])).draw());
    }

    private String draw() throws IOException, InvalidSettingsException, ReflectiveOperationException {
        final NodeSettingsRO workflow = settings("workflow.knime");
        for (final NodeSettingsRO annotation : children(workflow, "annotations")) {
            annotation(annotation);
        }
        final StringBuilder bodies = new StringBuilder();
        for (final NodeSettingsRO entry : children(workflow, "nodes")) {
            bodies.append(node(entry));
        }
        for (final NodeSettingsRO connection : children(workflow, "connections")) {
            connection(connection);
        }
        return String.format("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.0f %.0f\" width=\"%.0f\" "
            + "font-family=\"sans-serif\" font-size=\"11\">%n<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>%n",
            width, height, width) + svg + bodies + "</svg>\n";
    }

    private NodeSettings settings(final String file) throws IOException {
        try (InputStream in = Files.newInputStream(folder.resolve(file))) {
            return (NodeSettings)NodeSettings.loadFromXML(in);
        }
    }

    private static List<NodeSettingsRO> children(final NodeSettingsRO parent, final String key)
        throws InvalidSettingsException {
        final List<NodeSettingsRO> result = new ArrayList<>();
        final NodeSettingsRO list = parent.getNodeSettings(key);
        for (final String child : list.keySet()) {
            result.add(list.getNodeSettings(child));
        }
        return result;
    }

    private double closer(final NodeSettingsRO from, final String key) throws InvalidSettingsException {
        return CLOSER * from.getInt(key);
    }

    private void annotation(final NodeSettingsRO from) throws InvalidSettingsException {
        final double x = closer(from, "x-coordinate");
        final double y = closer(from, "y-coordinate");
        final double wide = closer(from, "width");
        final String[] parts = from.getString("text").split("</h2>", 2);
        svg.append(String.format("<text x=\"%.0f\" y=\"%.0f\" font-size=\"16\" font-weight=\"bold\">%s</text>%n",
            x + 10, y + 24, escaped(plain(parts[0]))));
        double line = y + 44;
        for (final String text : wrapped(plain(parts[parts.length - 1]), (int)((wide - 20) / LETTER))) {
            svg.append(text(x + 10, line, "start", text));
            line += LINE;
        }
        svg.append(String.format("<rect x=\"%.0f\" y=\"%.0f\" width=\"%.0f\" height=\"%.0f\" rx=\"4\" fill=\"none\" "
            + "stroke=\"#%06x\"/>%n", x, y, wide, line - y, from.getInt("borderColor")));
        reach(x + wide + x, line);
    }

    private void reach(final double x, final double y) {
        width = Math.max(width, x);
        height = Math.max(height, y);
    }

    private String node(final NodeSettingsRO entry)
        throws IOException, InvalidSettingsException, ReflectiveOperationException {
        final NodeSettings settings = settings(entry.getString("node_settings_file"));
        final NodeSettingsRO bounds = entry.getNodeSettings("ui_settings").getNodeSettings("extrainfo.node.bounds");
        final NodeEntry known = registry.node(settings.getString("factory")).orElseThrow();
        final EmbeddedNode node = EmbeddedNode.of(known.createFactory());
        final Shown shown = new Shown(closer(bounds, "0"), closer(bounds, "1"), node);
        nodes.put(entry.getInt("id"), shown);
        final StringBuilder out = new StringBuilder();
        final double middle = shown.x + BODY / 2.0;
        final List<String> name = wrapped(settings.getString("node-name"), 17);
        for (int i = 0; i < name.size(); i++) {
            out.append(text(middle, shown.y - 6 - LINE * (name.size() - 1 - i), "middle", name.get(i))
                .replace("<text", "<text font-weight=\"bold\""));
        }
        out.append(String.format("<rect x=\"%.0f\" y=\"%.0f\" width=\"%d\" height=\"%d\" rx=\"5\" fill=\"%s\" "
            + "stroke=\"#888\"/>%n", shown.x, shown.y, BODY, BODY, known.isStandIn() ? "#eee" : "#fff3c4"));
        out.append(icon(known, node, shown));
        out.append(ports(node.inputs(), shown.left(), shown.y)).append(ports(node.outputs(), shown.right(), shown.y));
        double line = shown.y + BODY + LINE;
        for (final String text : settings.getNodeSettings("nodeAnnotation").getString("text").split("\n")) {
            out.append(text(middle, line, "middle", text));
            line += LINE;
        }
        reach(shown.x + BODY + 60, line);
        return out.toString();
    }

    private static String icon(final NodeEntry entry, final EmbeddedNode node, final Shown shown) throws IOException {
        final Path icon = Path.of("plugin/org.reductor.knime/icons",
            Path.of(node.iconPath()).getFileName().toString());
        if (entry.isStandIn()) {
            return "";
        }
        return String.format("<image x=\"%.0f\" y=\"%.0f\" width=\"16\" height=\"16\" "
            + "href=\"data:image/png;base64,%s\"/>%n", shown.x + 8, shown.y + 8,
            Base64.getEncoder().encodeToString(Files.readAllBytes(icon)));
    }

    /** As in KNIME, a triangle is a port of tables; a square is one of networks. */
    private static String ports(final List<Port> ports, final double x, final double y) {
        final StringBuilder out = new StringBuilder();
        for (int i = 0; i < ports.size(); i++) {
            final double at = height(i, ports.size(), y);
            final String fill = ports.get(i).optional() ? "#fff" : color(ports.get(i));
            out.append(isTable(ports.get(i))
                ? String.format("<path d=\"M%.1f %.1fl7 4-7 4z\"", x - 3, at - 4)
                : String.format("<rect x=\"%.1f\" y=\"%.1f\" width=\"7\" height=\"7\"", x - 3, at - 3.5));
            out.append(String.format(" fill=\"%s\" stroke=\"%s\"/>%n", fill, color(ports.get(i))));
        }
        return out.toString();
    }

    private static boolean isTable(final Port port) {
        return port.type().equals(BufferedDataTable.TYPE);
    }

    private static String color(final Port port) {
        return isTable(port) ? "#333" : "#2f7d4f";
    }

    private static double height(final int port, final int count, final double y) {
        return y + BODY * (port + 1.0) / (count + 1);
    }

    private void connection(final NodeSettingsRO from) throws InvalidSettingsException {
        final Shown source = nodes.get(from.getInt("sourceID"));
        final Shown target = nodes.get(from.getInt("destID"));
        final int out = from.getInt("sourcePort") - 1;
        final int in = from.getInt("destPort") - 1;
        if (out < 0) {
            return; // flow variables
        }
        final List<Port> outputs = source.node.outputs();
        final double y1 = height(out, outputs.size(), source.y);
        final double y2 = height(in, target.node.inputs().size(), target.y);
        final double bend = Math.max(20, Math.abs(target.left() - source.right()) / 2);
        svg.append(String.format("<path d=\"M%.1f %.1fC%.1f %.1f %.1f %.1f %.1f %.1f\" fill=\"none\" stroke=\"%s\" "
            + "stroke-width=\"1.3\"/>%n", source.right() + 4, y1, source.right() + bend, y1, target.left() - bend, y2,
            target.left() - 3, y2, color(outputs.get(out))));
    }

    private static String text(final double x, final double y, final String anchor, final String text) {
        return String.format("<text x=\"%.0f\" y=\"%.0f\" text-anchor=\"%s\">%s</text>%n", x, y, anchor, escaped(text));
    }

    private static String plain(final String html) {
        return html.replaceAll("<[^>]*>", " ").replace("&nbsp;", " ").replace("&lt;", "<").replace("&gt;", ">")
            .replace("&amp;", "&").replaceAll("\\s+", " ").strip();
    }

    private static String escaped(final String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static List<String> wrapped(final String text, final int letters) {
        final List<String> lines = new ArrayList<>();
        for (final String word : text.split(" ")) {
            final String last = lines.isEmpty() ? "" : lines.get(lines.size() - 1);
            if (!lines.isEmpty() && last.length() + 1 + word.length() <= letters) {
                lines.set(lines.size() - 1, last + " " + word);
            } else {
                lines.add(word);
            }
        }
        return lines;
    }
}
