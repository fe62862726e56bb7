/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.column;

import java.util.Arrays;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataType;
import org.knime.core.data.vector.bitvector.BitVectorValue;
import org.knime.core.data.vector.bitvector.DenseBitVectorCell;
import org.knime.core.data.vector.bytevector.ByteVectorValue;
import org.knime.core.data.vector.doublevector.DoubleVectorCellFactory;
import org.knime.core.data.vector.doublevector.DoubleVectorValue;
import org.reductor.chem.Featurizer;
import org.reductor.chem.UnusableRowException;
import org.reductor.core.data.FeatureBlock;
import org.reductor.core.data.FeatureRecipe;
import org.reductor.core.data.SparseRow;

/**
 * Between KNIME's vector cells and rows of features. What is made here is bits where all features are 0 or 1, else
 * numbers; what is read can also be counts, as RDKit's count-based fingerprints are.
 */
public final class FeatureCells {

    private FeatureCells() {
    }

    /**
     * @param name of the new column
     * @param binary whether all features are 0 or 1
     * @return a column that does not say yet how it is made
     */
    public static DataColumnSpec column(final String name, final boolean binary) {
        return new DataColumnSpecCreator(name, binary ? DenseBitVectorCell.TYPE : DoubleVectorCellFactory.TYPE)
            .createSpec();
    }

    /**
     * @param name of the new column
     * @param recipe how its features are made
     * @return the column with the recipe attached
     */
    public static DataColumnSpec column(final String name, final FeatureRecipe recipe) {
        return RecipeProperty.attach(column(name, Featurizer.isBinary(recipe.blocks())), recipe);
    }

    /** @return which kind of a block the vectors of a column are that does not say how it is made */
    public static String kind(final DataColumnSpec column) {
        final DataType type = column.getType();
        return type.isCompatible(BitVectorValue.class) ? FeatureBlock.BIT_VECTOR
            : type.isCompatible(ByteVectorValue.class) ? FeatureBlock.COUNT_VECTOR : FeatureBlock.DOUBLE_VECTOR;
    }

    /**
     * @param row features, each below {@code width}
     * @param width number of features
     * @return the cell
     */
    public static DataCell cell(final SparseRow row, final int width) {
        if (row.binary()) {
            return BitCells.cell(row.columns(), width);
        }
        final double[] numbers = new double[width];
        for (int i = 0; i < row.size(); i++) {
            numbers[row.columns()[i]] = row.values()[i];
        }
        return DoubleVectorCellFactory.createCell(numbers);
    }

    /** @return number of features of a cell of a features column, which is not missing */
    public static long length(final DataCell cell) {
        return cell instanceof BitVectorValue bits ? bits.length()
            : cell instanceof ByteVectorValue counts ? counts.length() : ((DoubleVectorValue)cell).getLength();
    }

    /**
     * @param cell of a features column, not missing, of less than 2^31 features
     * @return its features; numbers are rounded to float
     * @throws UnusableRowException when a count is negative; the message names it
     */
    public static SparseRow features(final DataCell cell) throws UnusableRowException {
        if (cell instanceof BitVectorValue bits) {
            return new SparseRow(BitCells.setBits(bits), null);
        }
        if (cell instanceof ByteVectorValue counts) {
            return counts(counts);
        }
        final DoubleVectorValue vector = (DoubleVectorValue)cell;
        final int[] columns = new int[vector.getLength()];
        final float[] values = new float[columns.length];
        int size = 0;
        for (int i = 0; i < columns.length; i++) {
            final float value = (float)vector.getValue(i);
            if (value != 0) {
                columns[size] = i;
                values[size++] = value;
            }
        }
        return new SparseRow(Arrays.copyOf(columns, size), Arrays.copyOf(values, size));
    }

    /** Those that are not zero; the platform's counts end at 255. */
    private static SparseRow counts(final ByteVectorValue vector) throws UnusableRowException {
        final int[] columns = new int[vector.cardinality()];
        final float[] values = new float[columns.length];
        long index = -1;
        for (int i = 0; i < columns.length; i++) {
            index = vector.nextCountIndex(index + 1);
            columns[i] = (int)index;
            values[i] = vector.get(index);
            if (values[i] < 0) {
                throw new UnusableRowException("Feature " + index + " is a count of " + vector.get(index)
                    + ", and counts cannot be negative. Numbers can: make a vector of numbers.");
            }
        }
        return new SparseRow(columns, values);
    }

    /** @return the first feature that is no finite number, -1 when all are */
    public static int firstNotFinite(final SparseRow row) {
        for (int i = 0; i < row.size() && !row.binary(); i++) {
            if (!Float.isFinite(row.values()[i])) {
                return row.columns()[i];
            }
        }
        return -1;
    }
}
