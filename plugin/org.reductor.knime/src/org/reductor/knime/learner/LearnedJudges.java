/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.learner;

import java.util.Locale;
import java.util.Optional;

import org.reductor.core.prune.RunRows;
import org.reductor.knime.port.NetworksPortObject;

/** Rows that judge rounds although the networks to start from have learned them. */
final class LearnedJudges {

    private LearnedJudges() {
    }

    /**
     * @param rows rows of the run
     * @param from networks to start from, {@code null} for none
     * @param selectionPort whether the node takes a selection table
     * @return what the user should know, with the count; empty if there are none
     */
    static Optional<String> warning(final RunRows rows, final NetworksPortObject from, final boolean selectionPort) {
        if (from == null) {
            return Optional.empty();
        }
        final int count = rows.judgesKnown(from.model().provenance().roles());
        if (count == 0) {
            return Optional.empty();
        }
        final boolean selection = !rows.judgesAreOfData();
        final boolean heldOut = rows.split().holdOut().length > 0;
        final String remedy = selection ? "Leave them out of the selection table."
            : (selectionPort ? "Connect a selection table with rows that are new to the networks, or " : "")
                + (heldOut ? "hold the same rows out as their training did: give the same table, seed and hold-out "
                    + "share." : "divide the rows as their training did: give the same table, seed and number of "
                        + "folds.");
        return Optional.of(String.format(Locale.ENGLISH,
            "%,d of the %,d %s %s learned by the networks to start from. What networks know by heart makes their error "
                + "before pruning too small, so these rows judge pruning too harshly. %s",
            count, rows.judges().rows().length,
            selection ? "rows of the selection table" : heldOut ? "hold-out rows" : "rows that judge",
            count == 1 ? "was" : "were", Character.toUpperCase(remedy.charAt(0)) + remedy.substring(1)));
    }
}
