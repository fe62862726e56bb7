/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.knime.node.EmbeddedView;
import org.reductor.runner.workflow.NodeOutcome;
import org.reductor.runner.workflow.NodeOutcome.Status;
import org.reductor.runner.workflow.RunResult;

/**
 * The views of nodes in one HTML file that needs nothing else: their pages' scripts and styles once, and for each view
 * a section with its data.
 */
public final class HtmlReport {

    private static final Pattern VIEW = Pattern.compile("data-view=\"([a-z-]+)\"");

    /** Fetches data from KNIME, which is not there. */
    private static final String FROM_KNIME = "initial-data.js";

    private record Section(String label, String view, String json) {
    }

    private final String title;

    private final List<Section> sections = new ArrayList<>();

    /** By name, in the order in which pages load them. */
    private final Map<String, String> files = new LinkedHashMap<>();

    /** @param title of the report */
    public HtmlReport(final String title) {
        this.title = title;
    }

    /**
     * @param title of the report
     * @param result of a run
     * @return the views of its nodes; nothing if none has any
     * @throws IOException if a file of a page cannot be read
     */
    public static Optional<HtmlReport> of(final String title, final RunResult result) throws IOException {
        final HtmlReport report = new HtmlReport(title);
        for (final NodeOutcome outcome : result.outcomes()) {
            final Optional<EmbeddedView> view = outcome.node().node().view();
            if (outcome.status() == Status.EXECUTED && view.isPresent()) {
                report.add(outcome.node().label(), view.get());
            }
        }
        return report.sections.isEmpty() ? Optional.empty() : Optional.of(report);
    }

    /**
     * @param label whose view it is
     * @param view of an executed node
     * @throws IOException if a file of its page cannot be read
     */
    public void add(final String label, final EmbeddedView view) throws IOException {
        final String page = read(view, view.files().get(0));
        for (final String file : view.files().subList(1, view.files().size())) {
            if (!file.equals(FROM_KNIME) && !files.containsKey(file)) {
                files.put(file, read(view, file));
            }
        }
        final Matcher name = VIEW.matcher(page);
        if (!name.find()) {
            throw new IOException("The page " + view.files().get(0) + " does not name its view.");
        }
        sections.add(new Section(label, name.group(1), view.initialDataJson()));
    }

    private static String read(final EmbeddedView view, final String file) throws IOException {
        try (InputStream in = view.open(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /**
     * @param summary lines that come first; may be empty
     * @param out where to; not closed
     * @throws IOException if writing fails
     */
    public void write(final List<String> summary, final OutputStream out) throws IOException {
        final StringBuilder html = new StringBuilder("""
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>""").append(escaped(title)).append("</title>\n");
        files.forEach((name, text) -> {
            if (name.endsWith(".css")) {
                html.append("<style>\n").append(text).append("</style>\n");
            }
        });
        html.append("</head>\n<body class=\"report\">\n<header><h1>").append(escaped(title)).append("</h1>\n<nav>");
        for (int i = 0; i < sections.size(); i++) {
            html.append("<a href=\"#part-").append(i).append("\">").append(escaped(sections.get(i).label))
                .append("</a> ");
        }
        html.append("</nav></header>\n");
        if (!summary.isEmpty()) {
            html.append("<section><pre class=\"lines\">").append(escaped(String.join("\n", summary).strip()))
                .append("</pre></section>\n");
        }
        for (int i = 0; i < sections.size(); i++) {
            final Section section = sections.get(i);
            // Within a script, only "<" could end it; JSON has another way to say it.
            html.append("<section id=\"part-").append(i).append("\"><p class=\"from\">").append(escaped(section.label))
                .append("</p><div data-view=\"").append(section.view)
                .append("\"><script type=\"application/json\">").append(section.json.replace("<", "\\u003c"))
                .append("</script></div></section>\n");
        }
        files.forEach((name, text) -> {
            if (name.endsWith(".js")) {
                html.append("<script>\n").append(text).append("</script>\n");
            }
        });
        out.write(html.append("</body>\n</html>\n").toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String escaped(final String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
