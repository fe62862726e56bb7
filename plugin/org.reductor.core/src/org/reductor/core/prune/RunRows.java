/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import org.reductor.core.data.DataSplit;
import org.reductor.core.data.Dataset;
import org.reductor.core.data.RowDigest;
import org.reductor.core.data.RowDigests;
import org.reductor.core.data.Seeds;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What each row of a run is there for: to be learned from, or to judge rounds. Rows of the folds count as learned,
 * whether they have moved weights or decided when to stop: each does both, for one network or another. Rows that only
 * judge do not.
 *
 * @param data training data without the test set
 * @param split its rows in folds and hold-out; with a selection table the hold-out is empty
 * @param judges where the rows that judge rounds stand: the training data or the selection table
 * @param judgeRows those rows
 */
public record RunRows(Dataset data, DataSplit split, Dataset judges, int[] judgeRows) {

    /**
     * @param data training data without the test set
     * @param selection rows that judge rounds, in place of the hold-out, which then stays in the folds; null to use the
     *            hold-out
     * @param settings of the run
     * @return its rows; equal arguments give equal rows
     * @throws IllegalArgumentException if the data do not suffice or do not fit, saying what is missing
     */
    public static RunRows of(final Dataset data, final Dataset selection, final EnsembleSettings settings) {
        final long seed = Seeds.derive(settings.seed(), Purpose.SPLIT);
        final List<int[]> strata = settings.rows().stratification().strata(data.targets());
        if (selection == null) {
            final DataSplit split = DataSplit.of(data.rows(), settings.holdOutFraction(), settings.folds(), seed,
                data.groups(), strata);
            return new RunRows(data, split, data, split.holdOut());
        }
        if (selection.rows() == 0) {
            throw new IllegalArgumentException("The selection table has no rows, so no round can be judged by it.");
        }
        if (selection.features().columns() != data.features().columns()) {
            throw otherFeatures("The selection table has", selection.features().columns(), data);
        }
        final DataSplit split =
            DataSplit.withoutHoldOut(data.rows(), settings.folds(), seed, data.groups(), strata);
        return new RunRows(data, split, selection, IntStream.range(0, selection.rows()).toArray());
    }

    static IllegalArgumentException otherFeatures(final String who, final int features, final Dataset data) {
        return new IllegalArgumentException(who + " " + features + " features, but the training data have "
            + data.features().columns() + ". Make the features in the same way for both.");
    }

    /** @return the rows that the run learns from */
    public RowDigests learned() {
        return RowDigests.of(data, split.foldRows());
    }

    /**
     * @param learned rows that networks have learned from before
     * @return how many of the rows that judge rounds are among them
     */
    public int judgesAmong(final RowDigests learned) {
        if (learned.size() == 0) {
            return 0;
        }
        return (int)Arrays.stream(judgeRows).filter(row -> learned.contains(RowDigest.of(judges, row))).count();
    }
}
