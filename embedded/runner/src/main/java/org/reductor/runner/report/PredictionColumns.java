/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The columns of one Network Predictor in a result file: {@code Prediction (target)} and, for each network,
 * {@code Prediction (target) #1} and so on, each with the node's suffix.
 *
 * @param ensemble name of the column with the ensemble's prediction
 * @param networks names of the columns with each network's prediction, possibly none
 */
record PredictionColumns(String ensemble, List<String> networks) {

    private static final Pattern SINGLE = Pattern.compile(" #\\d+(.*)");

    /** @return the columns of the pruned networks: the first without "unpruned" in its suffix */
    static Optional<PredictionColumns> pruned(final List<String> names, final String target) {
        return bySuffix(names, target).entrySet().stream().filter(e -> !isUnpruned(e.getKey())).map(Map.Entry::getValue)
            .findFirst();
    }

    /** @return the columns of the unpruned networks: those with "unpruned" in the suffix, else the second ones */
    static Optional<PredictionColumns> unpruned(final List<String> names, final String target) {
        final Map<String, PredictionColumns> all = bySuffix(names, target);
        final Optional<String> suffix = all.keySet().stream().filter(PredictionColumns::isUnpruned).findFirst();
        return suffix.or(() -> all.keySet().stream().skip(1).findFirst()).map(all::get);
    }

    private static Map<String, PredictionColumns> bySuffix(final List<String> names, final String target) {
        final String start = "Prediction (" + target + ")";
        final Map<String, PredictionColumns> result = new LinkedHashMap<>();
        for (final String name : names) {
            if (name.startsWith(start)) {
                final String rest = name.substring(start.length());
                final Matcher single = SINGLE.matcher(rest);
                if (!single.matches()) {
                    result.put(rest, new PredictionColumns(name, new ArrayList<>()));
                } else if (result.containsKey(single.group(1))) {
                    result.get(single.group(1)).networks.add(name);
                }
            }
        }
        return result;
    }

    private static boolean isUnpruned(final String suffix) {
        return suffix.toLowerCase(Locale.ROOT).contains("unpruned");
    }
}
