/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.data;

import java.util.Arrays;

/**
 * A sparse matrix in compressed-sparse-row form: one row a sample, one column a feature.
 *
 * <p>Row {@code r} occupies the positions {@code rowStart(r) .. rowEnd(r) - 1} of {@link #columnIndices()}; its columns
 * ascend strictly. A <em>binary</em> matrix (fingerprints) stores no values: every stored entry is 1. A valued matrix
 * (counts, descriptors) stores finite floats beside the columns; entries that are not stored are 0.
 *
 * <p>The arrays are handed out without a copy, because the training loops read them millions of times: treat them as
 * read-only.
 */
public final class CsrMatrix {

    private final int columns;
    private final int[] rowOffsets;
    private final int[] columnIndices;
    private final float[] values;

    private CsrMatrix(final int columns, final int[] rowOffsets, final int[] columnIndices, final float[] values) {
        this.columns = columns;
        this.rowOffsets = rowOffsets;
        this.columnIndices = columnIndices;
        this.values = values;
    }

    /**
     * Starts a matrix with the given number of columns.
     *
     * @param columns number of features, at least 1
     * @return an empty builder
     */
    public static Builder builder(final int columns) {
        return new Builder(columns);
    }

    /** @return number of samples */
    public int rows() {
        return rowOffsets.length - 1;
    }

    /** @return number of features */
    public int columns() {
        return columns;
    }

    /** @return whether every stored entry is 1 and {@link #values()} is null */
    public boolean binary() {
        return values == null;
    }

    /**
     * @param row the sample
     * @return position of the row's first entry
     */
    public int rowStart(final int row) {
        return rowOffsets[row];
    }

    /**
     * @param row the sample
     * @return position after the row's last entry
     */
    public int rowEnd(final int row) {
        return rowOffsets[row + 1];
    }

    /** @return the columns of all entries, row after row (read-only) */
    public int[] columnIndices() {
        return columnIndices;
    }

    /** @return the values of all entries (read-only), or null if the matrix is binary */
    public float[] values() {
        return values;
    }

    /**
     * @param row the sample
     * @return the columns stored in that row, ascending
     */
    public int[] rowColumns(final int row) {
        return Arrays.copyOfRange(columnIndices, rowOffsets[row], rowOffsets[row + 1]);
    }

    /**
     * @param row the sample
     * @return the values stored in that row, or null if the matrix is binary
     */
    public float[] rowValues(final int row) {
        return values == null ? null : Arrays.copyOfRange(values, rowOffsets[row], rowOffsets[row + 1]);
    }

    /**
     * @param row the sample
     * @return its value in each column
     */
    public float[] denseRow(final int row) {
        final float[] dense = new float[columns];
        for (int p = rowOffsets[row]; p < rowOffsets[row + 1]; p++) {
            dense[columnIndices[p]] = values == null ? 1f : values[p];
        }
        return dense;
    }

    /**
     * The same rows over fewer columns: column {@code keptColumns[i]} becomes column {@code i}; others are dropped.
     *
     * @param keptColumns strictly ascending columns of this matrix
     * @return a new matrix with {@code keptColumns.length} columns
     */
    public CsrMatrix selectColumns(final int[] keptColumns) {
        final int[] newColumn = new int[columns];
        Arrays.fill(newColumn, -1);
        for (int i = 0; i < keptColumns.length; i++) {
            newColumn[keptColumns[i]] = i;
        }
        final int[] offsets = new int[rowOffsets.length];
        final int[] indices = new int[columnIndices.length];
        final float[] kept = values == null ? null : new float[values.length];
        int size = 0;
        for (int row = 0; row < rows(); row++) {
            for (int p = rowOffsets[row]; p < rowOffsets[row + 1]; p++) {
                final int column = newColumn[columnIndices[p]];
                if (column >= 0) {
                    indices[size] = column;
                    if (kept != null) {
                        kept[size] = values[p];
                    }
                    size++;
                }
            }
            offsets[row + 1] = size;
        }
        return new CsrMatrix(keptColumns.length, offsets, Arrays.copyOf(indices, size),
            kept == null ? null : Arrays.copyOf(kept, size));
    }

    /**
     * @param keptRows rows of this matrix, in any order
     * @return a new matrix of these rows
     */
    public CsrMatrix selectRows(final int[] keptRows) {
        final int[] offsets = new int[keptRows.length + 1];
        for (int i = 0; i < keptRows.length; i++) {
            offsets[i + 1] = offsets[i] + rowEnd(keptRows[i]) - rowStart(keptRows[i]);
        }
        final int[] indices = new int[offsets[keptRows.length]];
        final float[] kept = values == null ? null : new float[indices.length];
        for (int i = 0; i < keptRows.length; i++) {
            final int size = offsets[i + 1] - offsets[i];
            System.arraycopy(columnIndices, rowStart(keptRows[i]), indices, offsets[i], size);
            if (kept != null) {
                System.arraycopy(values, rowStart(keptRows[i]), kept, offsets[i], size);
            }
        }
        return new CsrMatrix(columns, offsets, indices, kept);
    }

    /**
     * For each column, whether its value differs between at least two of the given rows.
     *
     * @param rows the rows to look at
     * @return one flag a column
     */
    public boolean[] varyingColumns(final int[] rows) {
        final int[] seen = new int[columns];
        final float[] first = new float[columns];
        final boolean[] differs = new boolean[columns];
        for (final int row : rows) {
            for (int p = rowOffsets[row]; p < rowOffsets[row + 1]; p++) {
                final int column = columnIndices[p];
                final float value = values == null ? 1f : values[p];
                if (seen[column]++ == 0) {
                    first[column] = value;
                } else if (first[column] != value) {
                    differs[column] = true;
                }
            }
        }
        for (int column = 0; column < columns; column++) {
            final boolean sometimesStored = seen[column] > 0 && seen[column] < rows.length && first[column] != 0;
            differs[column] |= sometimesStored;
        }
        return differs;
    }

    /**
     * @param rows the rows to look at; not empty
     * @return for each column the root of the mean square of its values in those rows
     */
    public float[] rootMeanSquares(final int[] rows) {
        final double[] squares = new double[columns];
        for (final int row : rows) {
            for (int p = rowOffsets[row]; p < rowOffsets[row + 1]; p++) {
                squares[columnIndices[p]] += values == null ? 1 : (double)values[p] * values[p];
            }
        }
        final float[] roots = new float[columns];
        for (int column = 0; column < columns; column++) {
            roots[column] = (float)Math.sqrt(squares[column] / rows.length);
        }
        return roots;
    }

    /** Collects rows; see {@link CsrMatrix#builder(int)}. Not thread-safe. */
    public static final class Builder {

        /** Some elements less than Java could count. */
        private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

        private final int columns;
        private int[] rowOffsets = new int[16];
        private int[] columnIndices = new int[256];
        private float[] values;
        private int rows;
        private int size;

        private Builder(final int columns) {
            if (columns < 1) {
                throw new IllegalArgumentException(
                    "A feature matrix needs at least one column, but " + columns + " were asked for.");
            }
            this.columns = columns;
        }

        /**
         * Adds a sample whose features are 0 or 1.
         *
         * @param setColumns the columns that are 1, strictly ascending; may be empty
         * @return this builder
         * @throws IllegalArgumentException if a column is out of range or out of order
         */
        public Builder addBinaryRow(final int[] setColumns) {
            return append(setColumns, null);
        }

        /**
         * Adds a sample with real-valued features.
         *
         * @param setColumns the columns that are stored, strictly ascending
         * @param rowValues one finite value for each of them
         * @return this builder
         * @throws IllegalArgumentException if a column is out of range or order, or a value is not finite
         */
        public Builder addRow(final int[] setColumns, final float[] rowValues) {
            if (rowValues.length != setColumns.length) {
                throw new IllegalArgumentException("Row " + rows + " has " + setColumns.length + " columns but "
                    + rowValues.length + " values.");
            }
            return append(setColumns, rowValues);
        }

        /**
         * Adds a sample.
         *
         * @param row its features
         * @return this builder
         * @throws IllegalArgumentException if a column is out of range or order, or a value is not finite
         */
        public Builder add(final SparseRow row) {
            return append(row.columns(), row.values());
        }

        private Builder append(final int[] setColumns, final float[] rowValues) {
            int previous = -1;
            for (int i = 0; i < setColumns.length; i++) {
                final int column = setColumns[i];
                if (column < 0 || column >= columns) {
                    throw new IllegalArgumentException("Row " + rows + " names feature " + column
                        + ", but the matrix has the features 0 to " + (columns - 1) + ".");
                }
                if (column <= previous) {
                    throw new IllegalArgumentException("The features of row " + rows
                        + " must ascend, but " + column + " follows " + previous + ".");
                }
                if (rowValues != null && !Float.isFinite(rowValues[i])) {
                    throw new IllegalArgumentException("Feature " + column + " of row " + rows + " is "
                        + rowValues[i] + "; only finite values can be learned from.");
                }
                previous = column;
            }
            reserve(setColumns.length);
            if (rowValues != null && values == null) {
                values = new float[columnIndices.length];
                Arrays.fill(values, 0, size, 1f);
            }
            System.arraycopy(setColumns, 0, columnIndices, size, setColumns.length);
            if (rowValues != null) {
                System.arraycopy(rowValues, 0, values, size, setColumns.length);
            } else if (values != null) {
                Arrays.fill(values, size, size + setColumns.length, 1f);
            }
            size += setColumns.length;
            rows++;
            rowOffsets[rows] = size;
            return this;
        }

        private void reserve(final int more) {
            if (more > LARGEST_ARRAY - size) {
                throw new IllegalArgumentException("The rows up to " + rows + " have more than " + LARGEST_ARRAY
                    + " features that are not zero, which is all that a matrix holds. Use fewer rows, or features that "
                    + "are zero more often.");
            }
            if (rows + 2 > rowOffsets.length) {
                Limits.requireRows(rows + 1L);
                rowOffsets = Arrays.copyOf(rowOffsets, rowOffsets.length * 2);
            }
            if (size + more > columnIndices.length) {
                final int capacity = (int)Math.min(LARGEST_ARRAY, Math.max(size + more, columnIndices.length * 2L));
                columnIndices = Arrays.copyOf(columnIndices, capacity);
                if (values != null) {
                    values = Arrays.copyOf(values, capacity);
                }
            }
        }

        /** @return the rows added so far as a matrix */
        public CsrMatrix build() {
            return new CsrMatrix(columns, Arrays.copyOf(rowOffsets, rows + 1), Arrays.copyOf(columnIndices, size),
                values == null ? null : Arrays.copyOf(values, size));
        }
    }
}
