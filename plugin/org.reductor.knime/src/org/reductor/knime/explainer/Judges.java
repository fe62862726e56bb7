/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.explainer;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import org.reductor.core.data.RowDigest;
import org.reductor.core.data.RowRoles;
import org.reductor.core.data.RowRoles.Role;
import org.reductor.core.data.SparseRow;
import org.reductor.core.data.Targets;

/**
 * Which networks may be judged by a row: those that have not seen it. The networks know their rows by digests of
 * features and targets. May be asked by several threads; counts are told when all are done.
 */
final class Judges {

    /** What networks are to a row. */
    enum Kind {
        /** Some have not seen it, others have: it was held back from those. */
        HELD_BACK,
        /** None knows it. */
        NEW,
        /** All know it, so that none can be judged by it. */
        KNOWN_TO_ALL
    }

    /**
     * Those of a row.
     *
     * @param kind what the networks are to it
     * @param networks the networks that are looked at; null for all
     */
    record OfRow(Kind kind, int[] networks) {
    }

    private final RowRoles roles;

    private final int width;

    private final Targets targets;

    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);

    /**
     * @param roles what rows have been to the networks
     * @param width number of features
     * @param targets what is true of each row
     */
    Judges(final RowRoles roles, final int width, final Targets targets) {
        this.roles = roles;
        this.width = width;
        this.targets = targets;
    }

    /**
     * @param row features of a row
     * @param index number of the row among the targets
     * @return the networks that it can judge; all, where none is left
     */
    OfRow of(final SparseRow row, final int index) {
        final List<Role> own = roles.of(RowDigest.of(width, row, targets, index));
        if (own.stream().allMatch(role -> role == Role.NONE)) {
            return new OfRow(Kind.NEW, null);
        }
        final boolean judged = own.contains(Role.JUDGED);
        final int[] networks = IntStream.range(0, own.size())
            .filter(n -> judged ? own.get(n) == Role.JUDGED : own.get(n) == Role.NONE).toArray();
        return networks.length == 0 ? new OfRow(Kind.KNOWN_TO_ALL, null) : new OfRow(Kind.HELD_BACK, networks);
    }

    /** Counts a row that has a true value. */
    void count(final Kind kind) {
        counts.merge(kind, 1, Integer::sum);
    }

    /** @return what to tell of the rows that judge and of those that do not */
    List<String> sentences() {
        final List<String> sentences = new ArrayList<>();
        final int held = counts.getOrDefault(Kind.HELD_BACK, 0);
        final int fresh = counts.getOrDefault(Kind.NEW, 0);
        final int known = counts.getOrDefault(Kind.KNOWN_TO_ALL, 0);
        if (held > 0 && fresh > 0) {
            sentences.add(String.format(Locale.ENGLISH, "%,d of %,d rows with a true value are not among the rows that "
                + "the networks were trained on; all networks judge them together.", fresh, held + fresh + known));
        } else if (fresh > 0 && roles.size() > 0) {
            sentences.add("No row is among those that the networks were trained on, so that all networks judge all "
                + "rows. If this is the training table, its features or targets have changed since.");
        } else if (fresh > 0) {
            sentences.add("The networks do not know which rows they were trained on. If these are among them, what a "
                + "feature is worth on new rows is overrated.");
        }
        if (known > 0) {
            sentences.add(String.format(Locale.ENGLISH, "%,d rows are known to all networks and judge none.", known));
        }
        return sentences;
    }
}
