/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import java.util.Random;
import java.util.stream.IntStream;

import org.reductor.core.data.CsrMatrix;
import org.reductor.core.data.Dataset;
import org.reductor.core.data.Targets;

/** A small fingerprint-like problem: 40 features of which 6 matter, 5 never occur and 1 is always set. */
public final class SyntheticData {

    static final int FEATURES = 40;

    private SyntheticData() {
    }

    /** @return the data set, always the same for the same arguments */
    public static Dataset of(final int rows, final long seed) {
        final Random random = new Random(seed);
        final CsrMatrix.Builder builder = CsrMatrix.builder(FEATURES);
        final double[] targets = new double[rows];
        for (int row = 0; row < rows; row++) {
            final int[] columns = IntStream.range(5, FEATURES).filter(i -> i == 39 || random.nextInt(4) == 0).toArray();
            builder.addBinaryRow(columns);
            targets[row] = 6 + 0.1 * random.nextGaussian();
            for (final int column : columns) {
                targets[row] += column < 11 ? 0.5 * (column - 7) : 0;
            }
        }
        return new Dataset(builder.build(), Targets.of("target", targets));
    }
}
