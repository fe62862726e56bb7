/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the Network Predictor's columns in a result file. Those of the unpruned networks have "unpruned" in their
 * names, or come behind the others.
 *
 * @param ensemble name of the column with the ensemble's prediction
 * @param networks names of the columns with each network's prediction, possibly none
 */
record PredictionColumns(String ensemble, List<String> networks) {

    private static final String PREFIX = "prediction";

    /** @return the columns of the pruned networks */
    static Optional<PredictionColumns> pruned(final List<String> names) {
        return of(names, false);
    }

    /** @return the columns of the unpruned networks */
    static Optional<PredictionColumns> unpruned(final List<String> names) {
        return of(names, true);
    }

    private static Optional<PredictionColumns> of(final List<String> names, final boolean unpruned) {
        final boolean named = names.stream().anyMatch(n -> isPrediction(n) && isUnpruned(n));
        final List<String> ensembles = new ArrayList<>();
        final List<String> networks = new ArrayList<>();
        for (final String name : names) {
            if (!isPrediction(name) || named && isUnpruned(name) != unpruned) {
                continue;
            }
            if (isSingle(name)) {
                if (named || ensembles.size() == (unpruned ? 2 : 1)) {
                    networks.add(name);
                }
            } else {
                ensembles.add(name);
            }
        }
        final int position = named || !unpruned ? 0 : 1;
        return position < ensembles.size() ? Optional.of(new PredictionColumns(ensembles.get(position), networks))
            : Optional.empty();
    }

    private static boolean isPrediction(final String name) {
        return name.toLowerCase(Locale.ROOT).startsWith(PREFIX);
    }

    private static boolean isUnpruned(final String name) {
        return name.toLowerCase(Locale.ROOT).contains("unpruned");
    }

    private static boolean isSingle(final String name) {
        return name.toLowerCase(Locale.ROOT).contains("network");
    }
}
