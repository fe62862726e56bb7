/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.compute;

import org.reductor.core.data.CsrMatrix;

import java.util.Arrays;

/**
 * For one epoch, which features occur in which batch, and in which batch each occurs next: the batches of an epoch are
 * known beforehand, because the shuffle is.
 *
 * <p>Touch {@code t} is one feature in one batch. The touches of batch {@code b} are {@code batchStart[b] ..
 * batchStart[b + 1] - 1}, by ascending feature; the rows of the batch that have the feature are in the order of the
 * batch. Each row of the first kernel is so stepped once a batch.
 */
public final class TouchPlan {

    private final int[] firstBatch;
    private final int batches;
    private final int[] batchStart;
    private final int[] features;
    private final int[] nextBatch;
    private final int[] entryStart;
    private final int[] entryRow;
    private final float[] entryValue;

    /**
     * @param matrix the features
     * @param order rows in the order of the epoch
     * @param batchSize rows a batch
     */
    public TouchPlan(final CsrMatrix matrix, final int[] order, final int batchSize) {
        batches = (order.length + batchSize - 1) / batchSize;
        int entries = 0;
        for (final int row : order) {
            entries += matrix.rowEnd(row) - matrix.rowStart(row);
        }
        batchStart = new int[batches + 1];
        features = new int[entries];
        nextBatch = new int[entries];
        entryStart = new int[entries + 1];
        entryRow = new int[entries];
        entryValue = matrix.binary() ? null : new float[entries];
        final int[] position = new int[matrix.columns()];
        int touches = 0;
        for (int batch = 0; batch < batches; batch++) {
            batchStart[batch] = touches;
            final int from = batch * batchSize;
            touches = group(matrix, order, from, Math.min(order.length, from + batchSize), touches, position);
        }
        batchStart[batches] = touches;
        firstBatch = new int[matrix.columns()];
        Arrays.fill(firstBatch, batches);
        for (int batch = batches - 1; batch >= 0; batch--) {
            for (int t = batchStart[batch]; t < batchStart[batch + 1]; t++) {
                nextBatch[t] = firstBatch[features[t]];
                firstBatch[features[t]] = batch;
            }
        }
    }

    /** Groups the entries of a batch by feature; returns the number of touches so far. */
    private int group(final CsrMatrix matrix, final int[] order, final int from, final int to, final int firstTouch,
        final int[] position) {
        Arrays.fill(position, 0);
        for (int i = from; i < to; i++) {
            for (int p = matrix.rowStart(order[i]); p < matrix.rowEnd(order[i]); p++) {
                position[matrix.columnIndices()[p]]++;
            }
        }
        int touches = firstTouch;
        int next = entryStart[firstTouch];
        for (int feature = 0; feature < position.length; feature++) {
            final int count = position[feature];
            if (count > 0) {
                position[feature] = next;
                next += count;
                features[touches++] = feature;
                entryStart[touches] = next;
            }
        }
        for (int i = from; i < to; i++) {
            for (int p = matrix.rowStart(order[i]); p < matrix.rowEnd(order[i]); p++) {
                final int entry = position[matrix.columnIndices()[p]]++;
                entryRow[entry] = i - from;
                if (entryValue != null) {
                    entryValue[entry] = matrix.values()[p];
                }
            }
        }
        return touches;
    }

    /** @return number of batches */
    public int batches() {
        return batches;
    }

    /**
     * @param feature a feature
     * @return the first batch with it, or {@link #batches} if there is none
     */
    public int firstBatch(final int feature) {
        return firstBatch[feature];
    }

    /**
     * @param batch counted from 0
     * @return its first touch
     */
    public int begin(final int batch) {
        return batchStart[batch];
    }

    /**
     * @param batch counted from 0
     * @return one past its last touch
     */
    public int end(final int batch) {
        return batchStart[batch + 1];
    }

    /**
     * @param touch a touch
     * @return the feature
     */
    public int feature(final int touch) {
        return features[touch];
    }

    /**
     * @param touch a touch
     * @return the next batch of this epoch with its feature, or {@link #batches} if there is none
     */
    public int nextBatch(final int touch) {
        return nextBatch[touch];
    }

    /**
     * The gradient of a touch.
     *
     * @param touch the touch
     * @param deltas for each row of the batch the derivative by the inputs of the first hidden layer
     * @param scratch space for the sum
     * @return the sum: scratch, or the delta itself if only one row has the feature and its value is 1
     */
    public float[] gradient(final int touch, final float[][] deltas, final float[] scratch) {
        final int from = entryStart[touch];
        final int to = entryStart[touch + 1];
        if (to - from == 1 && (entryValue == null || entryValue[from] == 1f)) {
            return deltas[entryRow[from]];
        }
        Arrays.fill(scratch, 0f);
        if (entryValue == null) {
            RowSums.add(scratch, deltas, entryRow, from, to);
        } else {
            RowSums.addMixed(scratch, entryValue, deltas, entryRow, from, to);
        }
        return scratch;
    }
}
