/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Collects categories that training never saw, so that one warning can tell of them. May be fed from several threads;
 * what it says does not depend on their order.
 */
public final class UnknownCategories {

    /** Categories of a column that are named; of the others only the number of values counts. */
    private static final int SHOWN = 3;

    private final Map<String, TreeSet<String>> byColumn = new TreeMap<>();

    private long count;

    synchronized void add(final String column, final String category) {
        count++;
        final TreeSet<String> examples = byColumn.computeIfAbsent(column, c -> new TreeSet<>());
        examples.add(category);
        if (examples.size() > SHOWN) {
            examples.pollLast();
        }
    }

    /** @return number of values, not of different categories */
    public synchronized long count() {
        return count;
    }

    /** @return for example: 2 values are of categories that the training rows did not have: 'DBU', 'DBN' in 'base'. */
    public synchronized String sentence() {
        final String examples = byColumn.entrySet().stream()
            .map(e -> e.getValue().stream().map(MoleculeReader::quote).collect(Collectors.joining(", ")) + " in '"
                + e.getKey() + "'")
            .collect(Collectors.joining("; "));
        return String.format(Locale.ENGLISH, "%,d %s categor%s that the training rows did not have: %s%s.", count,
            count == 1 ? "value is of a" : "values are of", count == 1 ? "y" : "ies", count > SHOWN ? "such as " : "",
            examples);
    }
}
