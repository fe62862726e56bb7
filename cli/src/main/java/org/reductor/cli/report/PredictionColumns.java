/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.reductor.core.data.Task;

/**
 * The columns that one Network Predictor appends for a target: {@code Prediction (target)} of a number,
 * {@code P (target = class)} of the second of two classes or of each of several, all with the node's suffix; and, for
 * each network, the same with {@code #1} and so on before the suffix.
 *
 * @param ensemble names of the columns with what the ensemble predicts
 * @param networks the same for each network, possibly none
 */
record PredictionColumns(List<String> ensemble, List<List<String>> networks) {

    private static final Pattern OF_A_NETWORK = Pattern.compile(" #\\d+.*");

    /** @return the columns of the pruned networks: the first without "unpruned" in its suffix */
    static Optional<PredictionColumns> pruned(final List<String> names, final Task task) {
        return bySuffix(names, task).entrySet().stream().filter(e -> !isUnpruned(e.getKey())).map(Map.Entry::getValue)
            .findFirst();
    }

    /** @return the columns of the unpruned networks: those with "unpruned" in the suffix, else the second ones */
    static Optional<PredictionColumns> unpruned(final List<String> names, final Task task) {
        final Map<String, PredictionColumns> all = bySuffix(names, task);
        final Optional<String> suffix = all.keySet().stream().filter(PredictionColumns::isUnpruned).findFirst();
        return suffix.or(() -> all.keySet().stream().skip(1).findFirst()).map(all::get);
    }

    /** @return the names without suffix */
    static List<String> of(final Task task) {
        return task.isNumber() ? List.of("Prediction (" + task.name() + ")")
            : (task.isBinary() ? task.classes().subList(1, 2) : task.classes()).stream()
                .map(name -> "P (" + task.name() + " = " + name + ")").toList();
    }

    private static Map<String, PredictionColumns> bySuffix(final List<String> names, final Task task) {
        final List<String> told = of(task);
        final Map<String, PredictionColumns> result = new LinkedHashMap<>();
        for (final String name : names) {
            if (name.startsWith(told.get(0))) {
                final String suffix = name.substring(told.get(0).length());
                final List<String> ensemble = append(told, suffix);
                if (!OF_A_NETWORK.matcher(suffix).matches() && names.containsAll(ensemble)) {
                    result.put(suffix, new PredictionColumns(ensemble, networks(names, told, suffix)));
                }
            }
        }
        return result;
    }

    private static List<List<String>> networks(final List<String> names, final List<String> told,
        final String suffix) {
        final List<List<String>> networks = new ArrayList<>();
        for (List<String> next = append(told, " #1" + suffix); names.containsAll(next);
            next = append(told, " #" + (networks.size() + 1) + suffix)) {
            networks.add(next);
        }
        return networks;
    }

    private static List<String> append(final List<String> names, final String suffix) {
        return names.stream().map(name -> name + suffix).toList();
    }

    private static boolean isUnpruned(final String suffix) {
        return suffix.toLowerCase(Locale.ROOT).contains("unpruned");
    }
}
