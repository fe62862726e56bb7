/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/**
 * Features and targets of the rows that a run may learn from. Rows of the final test set must not be in it.
 *
 * @param features one row a sample
 * @param targets what each sample is to predict, in the user's units
 */
public record Dataset(CsrMatrix features, Targets targets) {

    /** Checks that there are targets for each row, that those of a task differ, and that no row of bits is empty. */
    public Dataset {
        Objects.requireNonNull(features, "features");
        if (features.rows() != targets.rows()) {
            throw new IllegalArgumentException("There are " + features.rows() + " rows of features but "
                + targets.rows() + " of targets; each row needs one.");
        }
        for (int i = 0; i < targets.rows(); i++) {
            if (features.binary() && features.rowStart(i) == features.rowEnd(i)) {
                throw new IllegalArgumentException("Row " + i + " has no set bit, so there is nothing to learn from. "
                    + "Remove the row, or check the molecule that it was made from.");
            }
        }
        targets.requireLearnable();
    }

    /**
     * Rows with one number each.
     *
     * @param features one row a sample
     * @param targets one finite number a sample, in the user's units
     */
    public Dataset(final CsrMatrix features, final double[] targets) {
        this(features, Targets.of("target", targets));
    }

    /** @return number of samples */
    public int rows() {
        return targets.rows();
    }

    /** @return SHA-256 over the shape, entries and targets, as 64 hexadecimal digits */
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
            targets.update(digest, row);
            digest.update(buffer.clear().putInt(features.rowEnd(row) - features.rowStart(row)).putInt(0).array());
            for (int p = features.rowStart(row); p < features.rowEnd(row); p++) {
                final float value = features.binary() ? 1f : features.values()[p];
                digest.update(buffer.clear().putInt(features.columnIndices()[p]).putFloat(value).array());
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
