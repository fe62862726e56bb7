/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.workflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;

/** A few words on what a node produced. */
final class OutputSummary {

    private OutputSummary() {
    }

    static String of(final PortObject[] outputs) {
        final List<String> parts = new ArrayList<>();
        for (final PortObject output : outputs) {
            if (output instanceof BufferedDataTable table) {
                parts.add(String.format(Locale.ENGLISH, "%,d %s", table.size(), table.size() == 1 ? "row" : "rows"));
            } else if (output != null && output.getSummary() != null) {
                parts.add(firstClause(output.getSummary()));
            }
        }
        return String.join(" | ", parts);
    }

    /** A line on the console has no room for a whole description. */
    private static String firstClause(final String summary) {
        final int end = summary.indexOf(';');
        return end < 0 ? summary : summary.substring(0, end);
    }

    /** Number of rows of each output, -1 for one that is no table. */
    static List<Long> rows(final PortObject[] outputs) {
        return Arrays.stream(outputs).map(o -> o instanceof BufferedDataTable table ? table.size() : -1L).toList();
    }
}
