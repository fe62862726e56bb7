/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.benchmarks.quality;

import org.reductor.chem.FeatureBlocks;
import org.reductor.core.data.CsrMatrix;
import org.reductor.core.data.FeatureBlock;
import org.reductor.core.data.FeatureRecipe;

import java.util.Arrays;

/**
 * Similarity of molecules: Tanimoto's of the fingerprints (for counts sum of the smaller by sum of the larger ones;
 * Ralaivola et al. 2005) times exp(-gamma d) of the mean squared difference d between standardised descriptors.
 */
final class TanimotoKernel {

    private final boolean[] isNumber;
    private final int numbers;

    /** @param recipe says which features are of fingerprints, and which are descriptors or other numbers */
    TanimotoKernel(final FeatureRecipe recipe) {
        isNumber = new boolean[recipe.width()];
        int from = 0;
        int count = 0;
        for (final FeatureBlock block : recipe.blocks()) {
            final boolean number =
                block.kind().equals(FeatureBlocks.DESCRIPTORS) || block.kind().equals(FeatureBlock.NUMERIC);
            Arrays.fill(isNumber, from, from + block.width(), number);
            count += number ? block.width() : 0;
            from += block.width();
        }
        numbers = count;
    }

    /** @return whether there are descriptors, so that gamma matters */
    boolean hasNumbers() {
        return numbers > 0;
    }

    /**
     * What the kernel is made of for any gamma.
     *
     * @param similarity Tanimoto's, [row][other row]; 1 where there are no fingerprints
     * @param distance mean squared difference of descriptors
     */
    record Parts(float[][] similarity, float[][] distance) {

        /** @return the kernel of two rows */
        double value(final int row, final int other, final double gamma) {
            return similarity[row][other] * Math.exp(-gamma * distance[row][other]);
        }
    }

    /**
     * @param rows rows of features
     * @param others rows that they are compared with
     * @return for each row and other row what the kernel is made of
     */
    Parts between(final CsrMatrix rows, final CsrMatrix others) {
        final Parts parts =
            new Parts(new float[rows.rows()][others.rows()], new float[rows.rows()][others.rows()]);
        final double[][] otherNorms = new double[others.rows()][];
        for (int j = 0; j < others.rows(); j++) {
            otherNorms[j] = norms(others, j);
        }
        for (int i = 0; i < rows.rows(); i++) {
            final float[] row = rows.denseRow(i);
            final double[] norms = norms(rows, i);
            for (int j = 0; j < others.rows(); j++) {
                compare(row, norms, others, j, otherNorms[j], parts, i);
            }
        }
        return parts;
    }

    private void compare(final float[] row, final double[] norms, final CsrMatrix others, final int j,
        final double[] otherNorms, final Parts parts, final int i) {
        double shared = 0;
        double product = 0;
        for (int p = others.rowStart(j); p < others.rowEnd(j); p++) {
            final int column = others.columnIndices()[p];
            final float value = others.values() == null ? 1f : others.values()[p];
            if (isNumber[column]) {
                product += (double)row[column] * value;
            } else {
                shared += Math.min(row[column], value);
            }
        }
        final double union = norms[0] + otherNorms[0] - shared;
        parts.similarity[i][j] = union == 0 ? 1 : (float)(shared / union);
        parts.distance[i][j] =
            numbers == 0 ? 0 : (float)Math.max(0, (norms[1] + otherNorms[1] - 2 * product) / numbers);
    }

    /** Sum of the fingerprint's entries, and sum of the descriptors' squares. */
    private double[] norms(final CsrMatrix matrix, final int row) {
        final double[] norms = new double[2];
        for (int p = matrix.rowStart(row); p < matrix.rowEnd(row); p++) {
            final double value = matrix.values() == null ? 1 : matrix.values()[p];
            if (isNumber[matrix.columnIndices()[p]]) {
                norms[1] += value * value;
            } else {
                norms[0] += value;
            }
        }
        return norms;
    }
}
