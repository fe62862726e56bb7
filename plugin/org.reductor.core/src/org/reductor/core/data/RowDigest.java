/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;

/**
 * What tells one row from others, whatever table it stands in: the first eight bytes of the SHA-256 of its features and
 * its target. Rows are the same if networks cannot tell them apart: the same number of features, the same values of all
 * features, as floats, and the same target. The order of rows does not matter, nor whether a matrix stores ones and
 * zeros or leaves them out; 0 and -0 are the same. Two different rows of a million have the same digest with a
 * probability of some 3e-8.
 *
 * @param value the eight bytes
 */
public record RowDigest(long value) {

    /**
     * @param data a data set
     * @param row one of its rows
     * @return its digest
     */
    public static RowDigest of(final Dataset data, final int row) {
        final CsrMatrix features = data.features();
        return of(features.columns(), new SparseRow(features.rowColumns(row), features.rowValues(row)),
            data.targets(), row);
    }

    /**
     * @param width number of features
     * @param features those of the row
     * @param targets what is true, of all rows
     * @param row number of the row there
     * @return its digest
     */
    public static RowDigest of(final int width, final SparseRow features, final Targets targets, final int row) {
        final MessageDigest digest = Sha256.start();
        final ByteBuffer buffer = ByteBuffer.allocate(Integer.BYTES + Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        digest.update(buffer.putInt(width).flip());
        targets.update(digest, row);
        for (int i = 0; i < features.size(); i++) {
            final float value = features.binary() ? 1f : features.values()[i];
            if (value != 0) {
                buffer.clear().putInt(features.columns()[i]).putFloat(value);
                digest.update(buffer.flip());
            }
        }
        return new RowDigest(ByteBuffer.wrap(digest.digest()).getLong());
    }
}
