/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.report;

import java.util.List;

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
        final RoundRecord first = history.get(0);
        lines.add("Rounds", "%d after the unpruned round 0; round %d was chosen on the hold-out", history.size() - 1,
            winner.round());
        lines.add("Weights", "%,d in each network before pruning", winner.weights());
        lines.add("", "%,d left (%.1f %% gone) that can still change a prediction (effective)", winner.keptEffective(),
            percent(winner.weights() - winner.keptEffective(), winner.weights()));
        lines.add("", "%,d left (%.1f %% gone) counting only what the criterion chose (nominal)", winner.keptNominal(),
            percent(winner.weights() - winner.keptNominal(), winner.weights()));
        final long idle = first.weights() - first.keptEffective();
        if (first.round() == 0 && idle > 0) {
            lines.add("", "%,d (%.1f %%) sat on fingerprint bits that never vary in the training data", idle,
                percent(idle, first.weights()));
        }
        lines.add("", "%,d hidden units and %,d features are left", winner.hiddenUnits(), winner.inputs());
    }

    private static double percent(final long part, final long whole) {
        return 100.0 * part / whole;
    }
}
