/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Collects the summary: a heading, and lines with a label in front. */
final class Lines {

    private static final int LABEL = 16;

    private final List<String> lines = new ArrayList<>();

    /** @param text an unindented line */
    void heading(final String text) {
        lines.add(text);
    }

    /** @param label what the text is about; empty to go on with the line before */
    void add(final String label, final String format, final Object... values) {
        lines.add(String.format(Locale.ENGLISH, "  %-" + LABEL + "s" + format, concat(label, values)));
    }

    private static Object[] concat(final String label, final Object[] values) {
        final Object[] all = new Object[values.length + 1];
        all[0] = label;
        System.arraycopy(values, 0, all, 1, values.length);
        return all;
    }

    List<String> list() {
        return List.copyOf(lines);
    }
}
