/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.view;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Photographs the views of a report for the documentation; docs/make-pictures runs it. */
public final class ViewPictures {

    private static final int WIDTH = 900;

    /** Of a view that is a long list, its first entries tell enough. */
    private static final int HIGHEST = 2_400;

    /** The first view of a kind in the report of a workflow, and the name of its picture. */
    private static final Map<String, Map<String, String>> WANTED = Map.of(
        "affinity", Map.of("pruning-history", "pruning-history.png", "predictions", "predictions-numbers.png"),
        "classification", Map.of("predictions", "predictions-classes.png"),
        "deviation-scorer", Map.of("deviations", "deviations.png"),
        "feature-explainer", Map.of("feature-explainer", "feature-explainer.png"),
        "molecule-explainer", Map.of("molecule-explainer", "molecule-explainer.png"));

    private ViewPictures() {
    }

    /** @param args the report, the name of its workflow, the folder for the pictures */
    public static void main(final String[] args) throws IOException {
        try (Chromium browser = Chromium.start().orElseThrow(() -> new IOException(
            "There is no Chromium on this machine; with Debian: apt-get install chromium."))) {
            final Chromium.Tab tab = browser.open(Path.of(args[0]).toAbsolutePath(), WIDTH, 900);
            tab.await("document.querySelectorAll('[aria-busy]').length === 0");
            for (final var wanted : WANTED.get(args[1]).entrySet()) {
                final String view = "[data-view=\"" + wanted.getKey() + "\"]";
                tab.evaluate("(document.querySelector('" + view + " .plot') || document.body).focus(); 0");
                if (wanted.getKey().equals("predictions")) {
                    tab.press("End");
                    tab.press("Enter");
                }
                tab.press("Escape");
                tab.evaluate("document.activeElement.blur(); 0");
                Files.write(Path.of(args[2], wanted.getValue()), tab.picture(view, HIGHEST));
            }
        }
    }
}
