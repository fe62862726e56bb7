/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.train;

import org.reductor.core.data.Seeds;
import org.reductor.core.data.Shuffle;

import java.util.function.IntFunction;

/**
 * In which order a fold's rows are visited, epoch by epoch. One plan serves the control network and all perturbed
 * networks of a fold and round, so that they differ in nothing but their targets.
 */
public final class BatchPlan {

    private final int[] rows;
    private final int batchSize;
    private final long seed;
    private final IntFunction<int[]> orders;

    /**
     * @param rows the training rows
     * @param batchSize rows a batch, at most the number of rows; the last batch of an epoch may be smaller
     * @param seed seed of the shuffles
     */
    public BatchPlan(final int[] rows, final int batchSize, final long seed) {
        this(rows, batchSize, seed, epoch -> Shuffle.inPlace(rows.clone(), Seeds.derive(seed, epoch)));
    }

    /** A plan whose orders are given, for comparisons with other software. */
    BatchPlan(final int[] rows, final int batchSize, final long seed, final IntFunction<int[]> orders) {
        if (batchSize < 1 || batchSize > rows.length) {
            throw new IllegalArgumentException("The batch size is " + batchSize + ", but a network learns from "
                + rows.length + " rows. Choose a batch size from 1 to " + rows.length + ", or give more rows.");
        }
        this.rows = rows.clone();
        this.batchSize = batchSize;
        this.seed = seed;
        this.orders = orders;
    }

    /** @return the training rows, in no particular order (not a copy) */
    public int[] rows() {
        return rows;
    }

    /** @return rows a batch */
    public int batchSize() {
        return batchSize;
    }

    /**
     * @param epoch counted from 0
     * @return all rows in the order of that epoch; the same for equal plans
     */
    public int[] order(final int epoch) {
        return orders.apply(epoch);
    }

    /**
     * @param epoch counted from 0
     * @param position of a row in that epoch
     * @return a seed for what is random about that visit; the same for equal plans
     */
    long seedOf(final int epoch, final int position) {
        return Seeds.derive(seed, epoch, position);
    }
}
