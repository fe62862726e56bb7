/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.nodes.csv;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names columns as KNIME does: a repeated name gets a number, a missing one is called Column and its index. */
final class ColumnNames {

    private static final Pattern NUMBERED = Pattern.compile("(.*) \\(#(\\d{1,9})\\)");

    private final String[] header;

    private final int offset;

    private final Set<String> taken = new HashSet<>();

    /**
     * @param header the first row, or null
     * @param offset number of leading columns that are no data
     */
    ColumnNames(final String[] header, final int offset) {
        this.header = header == null ? new String[0] : header;
        this.offset = offset;
    }

    String[] of(final int count) {
        final String[] names = new String[count];
        for (int i = 0; i < count && i + offset < header.length; i++) {
            names[i] = header[i + offset] == null ? null : unique(header[i + offset]);
        }
        for (int i = 0; i < count; i++) {
            names[i] = names[i] == null ? unique("Column" + i) : names[i];
        }
        return names;
    }

    private String unique(final String wanted) {
        final String name = wanted.strip();
        if (taken.add(name)) {
            return name;
        }
        final Matcher numbered = NUMBERED.matcher(name);
        final boolean matches = numbered.matches();
        final String base = matches ? numbered.group(1) : name;
        int number = matches ? Integer.parseInt(numbered.group(2)) + 1 : 1;
        while (!taken.add(base + " (#" + number + ")")) {
            number++;
        }
        return base + " (#" + number + ")";
    }
}
