/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli.report;

import java.util.List;
import java.util.Locale;

import org.reductor.core.prune.RoundRecord;

/** The lines on rounds and weights. */
final class WeightSection {

    private WeightSection() {
    }

    static void add(final Lines lines, final List<RoundRecord> history) {
        final RoundRecord winner =
            history.stream().filter(r -> r.status() == RoundRecord.Status.WINNER).findFirst().orElse(null);
        if (winner == null) {
            return;
        }
        lines.add("Rounds", "%d after the unpruned round 0; round %d was chosen by the rows that judge",
            history.size() - 1, winner.round());
        lines.add("Weights", "%,d in each network before pruning", winner.weights());
        lines.add("", "%,d left (%s %% gone) that can still change a prediction (effective)", winner.keptEffective(),
            percent(winner.weights() - winner.keptEffective(), winner.weights()));
        lines.add("", "%,d left (%s %% gone) counting only what the criterion chose (nominal)", winner.keptNominal(),
            percent(winner.weights() - winner.keptNominal(), winner.weights()));
        lines.add("", "%,d hidden units and %,d features are left", winner.hiddenUnits(), winner.inputs());
    }

    /** One decimal, or two where one would round to all. */
    private static String percent(final long part, final long whole) {
        final double percent = 100.0 * part / whole;
        return String.format(Locale.ROOT, percent < 99 ? "%.1f" : "%.2f", percent);
    }
}
