/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.column;

import java.util.Arrays;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.vector.bitvector.BitVectorValue;
import org.knime.core.data.vector.bitvector.DenseBitVectorCell;
import org.knime.core.data.vector.doublevector.DoubleVectorCellFactory;
import org.knime.core.data.vector.doublevector.DoubleVectorValue;
import org.reductor.chem.Featurizer;
import org.reductor.core.data.FeatureRecipe;
import org.reductor.core.data.SparseRow;

/** Between KNIME's vector cells and rows of features: bit vectors where all features are 0 or 1, else numbers. */
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

    /** @return whether the column holds bits */
    public static boolean isBinary(final DataColumnSpec column) {
        return column.getType().isCompatible(BitVectorValue.class);
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
        return cell instanceof BitVectorValue bits ? bits.length() : ((DoubleVectorValue)cell).getLength();
    }

    /**
     * @param cell of a features column, not missing, of less than 2^31 features
     * @return its features; numbers are rounded to float
     */
    public static SparseRow features(final DataCell cell) {
        if (cell instanceof BitVectorValue bits) {
            return new SparseRow(BitCells.setBits(bits), null);
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
