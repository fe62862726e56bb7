/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;

/**
 * Features and targets of the rows that a run may learn from. Rows of the final test set must not be in it. All numbers
 * are within {@link Limits}: what is computed of them stays finite.
 *
 * @param features one row a sample, of magnitudes up to {@link Limits#LARGEST_FEATURE}
 * @param targets what each sample is to predict, in the user's units, of magnitudes up to
 *            {@link Limits#LARGEST_TARGET}
 * @param groups which samples a split keeps together; null if all may part
 */
public record Dataset(CsrMatrix features, Targets targets, RowGroups groups) {

    /** Checks that each row has usable targets, which differ, usable features, and a group where there are groups. */
    public Dataset {
        Objects.requireNonNull(features, "features");
        if (features.rows() != targets.rows()) {
            throw new IllegalArgumentException("There are " + features.rows() + " rows of features but "
                + targets.rows() + " of targets; each row needs one.");
        }
        if (groups != null && groups.rows() != targets.rows()) {
            throw new IllegalArgumentException("There are " + targets.rows() + " rows but groups for " + groups.rows()
                + "; each row needs one.");
        }
        Limits.requireFeatures(features.columns());
        Limits.requireRows(targets.rows());
        for (int i = 0; i < targets.rows(); i++) {
            final int large = firstTooLarge(features, i);
            if (large >= 0) {
                throw new IllegalArgumentException("Feature " + features.columnIndices()[large] + " of row " + i
                    + " is " + features.values()[large] + ", and networks compute with at most "
                    + Limits.LARGEST_FEATURE + ". Remove the row, or scale the feature.");
            }
            if (features.binary() && features.rowStart(i) == features.rowEnd(i)) {
                throw new IllegalArgumentException("Row " + i + " has no set bit, so there is nothing to learn from. "
                    + "Remove the row, or check the molecule that it was made from.");
            }
        }
        Learnability.require(targets);
    }

    /**
     * Rows that no split needs to keep together.
     *
     * @param features one row a sample
     * @param targets what each sample is to predict
     */
    public Dataset(final CsrMatrix features, final Targets targets) {
        this(features, targets, null);
    }

    /**
     * @param feature value of a feature
     * @return whether networks can read it
     */
    public static boolean usableFeature(final double feature) {
        return Math.abs(feature) <= Limits.LARGEST_FEATURE;
    }

    /** @return position of a row's first value that is too large, or -1 */
    private static int firstTooLarge(final CsrMatrix features, final int row) {
        for (int p = features.rowStart(row); !features.binary() && p < features.rowEnd(row); p++) {
            if (!usableFeature(features.values()[p])) {
                return p;
            }
        }
        return -1;
    }

    /**
     * @return one sample for all with the same features, in the group of the first, with targets as
     *         {@link DistinctRows} says; this, if there are no such samples
     * @throws IllegalArgumentException if what is left cannot be learned
     */
    public Dataset averagingDuplicates() {
        final Duplicates duplicates = Duplicates.of(features);
        if (duplicates.sets().isEmpty()) {
            return this;
        }
        final DistinctRows distinct = DistinctRows.of(duplicates, targets);
        return new Dataset(features.selectRows(distinct.rows()), distinct.targets(),
            groups == null ? null : groups.select(distinct.rows()));
    }

    /**
     * @param rows some samples, in the order in which they are to stand
     * @return those samples
     * @throws IllegalArgumentException if they cannot be learned
     */
    public Dataset select(final int[] rows) {
        return new Dataset(features.selectRows(rows), targets.select(rows), groups == null ? null : groups.select(rows));
    }

    /** @return number of samples */
    public int rows() {
        return targets.rows();
    }

    /** @return SHA-256 over the shape, entries, targets and groups, if there are any, as 64 hexadecimal digits */
    public String sha256() {
        final MessageDigest digest = Sha256.start();
        final ByteBuffer buffer = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        digest.update(buffer.clear().putInt(features.rows()).putInt(features.columns()).array());
        for (int row = 0; row < rows(); row++) {
            targets.update(digest, row);
            digest.update(buffer.clear().putInt(features.rowEnd(row) - features.rowStart(row)).putInt(0).array());
            for (int p = features.rowStart(row); p < features.rowEnd(row); p++) {
                final float value = features.binary() ? 1f : features.values()[p];
                digest.update(buffer.clear().putInt(features.columnIndices()[p]).putFloat(value).array());
            }
        }
        if (groups != null) {
            digest.update(groups.sha256().getBytes(StandardCharsets.US_ASCII));
        }
        return Sha256.hex(digest);
    }
}
