/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/**
 * Features and targets of the rows that a run may learn from. Rows of the final test set must not be in it.
 *
 * @param features one row a sample
 * @param targets one finite value a sample, in the user's units
 * @param groups which samples a split keeps together; null if all may part
 */
public record Dataset(CsrMatrix features, double[] targets, RowGroups groups) {

    /** Checks that there is one finite target a row, that the targets differ, and that no row of bits is empty. */
    public Dataset {
        Objects.requireNonNull(features, "features");
        if (features.rows() != targets.length) {
            throw new IllegalArgumentException("There are " + features.rows() + " rows of features but "
                + targets.length + " target values; each row needs one.");
        }
        if (groups != null && groups.rows() != targets.length) {
            throw new IllegalArgumentException("There are " + targets.length + " rows but groups for " + groups.rows()
                + "; each row needs one.");
        }
        boolean constant = true;
        for (int i = 0; i < targets.length; i++) {
            if (!Double.isFinite(targets[i])) {
                throw new IllegalArgumentException("The target of row " + i + " is " + targets[i]
                    + ". Remove the row, or give it a finite number.");
            }
            if (features.binary() && features.rowStart(i) == features.rowEnd(i)) {
                throw new IllegalArgumentException("Row " + i + " has no set bit, so there is nothing to learn from. "
                    + "Remove the row, or check the molecule that it was made from.");
            }
            constant &= targets[i] == targets[0];
        }
        if (targets.length > 1 && constant) {
            throw new IllegalArgumentException("The target is constant: all " + targets.length + " rows have the value "
                + targets[0] + ", so there is nothing to learn. Choose another target column.");
        }
    }

    /**
     * Samples that no split needs to keep together.
     *
     * @param features one row a sample
     * @param targets one finite value a sample, in the user's units
     */
    public Dataset(final CsrMatrix features, final double[] targets) {
        this(features, targets, null);
    }

    /** @return one sample for all with the same features, with the mean of their targets and the group of the first */
    public Dataset averagingDuplicates() {
        final Duplicates duplicates = Duplicates.of(features);
        if (duplicates.sets().isEmpty()) {
            return this;
        }
        final int[] rows = duplicates.distinctRows();
        return new Dataset(features.selectRows(rows), duplicates.means(targets),
            groups == null ? null : groups.select(rows));
    }

    /** @return number of samples */
    public int rows() {
        return targets.length;
    }

    /** @return SHA-256 over the shape, entries, targets and groups, if there are any, as 64 hexadecimal digits */
    public String sha256() {
        final MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (final NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
        final ByteBuffer buffer = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        digest.update(buffer.clear().putInt(features.rows()).putInt(features.columns()).array());
        for (int row = 0; row < rows(); row++) {
            digest.update(buffer.clear().putDouble(targets[row]).array());
            digest.update(buffer.clear().putInt(features.rowEnd(row) - features.rowStart(row)).putInt(0).array());
            for (int p = features.rowStart(row); p < features.rowEnd(row); p++) {
                final float value = features.binary() ? 1f : features.values()[p];
                digest.update(buffer.clear().putInt(features.columnIndices()[p]).putFloat(value).array());
            }
        }
        if (groups != null) {
            digest.update(groups.sha256().getBytes(StandardCharsets.US_ASCII));
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
