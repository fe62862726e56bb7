/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.vector.bytevector.ByteVectorValue;

/** Counts as cells of RDKit's count-based fingerprints hold them. */
public final class CountsCell extends DataCell implements ByteVectorValue {

    /** The type of columns of such cells. */
    public static final DataType TYPE = DataType.getType(CountsCell.class);

    private static final long serialVersionUID = 1;

    private final int[] counts;

    /** @param counts from 0 to 255 */
    public CountsCell(final int... counts) {
        this.counts = counts.clone();
    }

    @Override
    public long length() {
        return counts.length;
    }

    @Override
    public int cardinality() {
        return (int)Arrays.stream(counts).filter(count -> count != 0).count();
    }

    @Override
    public int get(final long index) {
        return counts[(int)index];
    }

    @Override
    public long nextCountIndex(final long startIdx) {
        return IntStream.range((int)startIdx, counts.length).filter(i -> counts[i] != 0).findFirst().orElse(-1);
    }

    @Override
    public String toString() {
        return Arrays.toString(counts);
    }

    @Override
    protected boolean equalsDataCell(final DataCell other) {
        return Arrays.equals(counts, ((CountsCell)other).counts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(counts);
    }
}
