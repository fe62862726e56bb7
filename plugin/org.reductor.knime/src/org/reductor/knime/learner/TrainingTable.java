/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.learner;

import java.util.Arrays;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.vector.bitvector.BitVectorValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.KNIMEException;
import org.reductor.core.data.CsrMatrix;
import org.reductor.core.data.Dataset;
import org.reductor.knime.column.BitCells;
import org.reductor.knime.column.UnusableRows;

/** Reads fingerprints and targets of a table into what the core learns from, leaving out rows that lack either. */
final class TrainingTable {

    private final int fingerprintColumn;

    private final int targetColumn;

    private final UnusableRows skipped = new UnusableRows();

    private CsrMatrix.Builder features;

    private long width;

    private double[] targets = new double[256];

    private int rows;

    private TrainingTable(final int fingerprintColumn, final int targetColumn) {
        this.fingerprintColumn = fingerprintColumn;
        this.targetColumn = targetColumn;
    }

    /**
     * @param table the training table
     * @param fingerprintColumn index of the bit-vector column
     * @param targetColumn index of the numeric column
     * @param exec hears the progress and may cancel
     * @return the rows that can be used
     * @throws KNIMEException when no row can be used, fingerprints differ in length or the target is constant
     */
    static TrainingTable read(final BufferedDataTable table, final int fingerprintColumn, final int targetColumn,
        final ExecutionMonitor exec) throws CanceledExecutionException, KNIMEException {
        final var result = new TrainingTable(fingerprintColumn, targetColumn);
        try (CloseableRowIterator iterator = table.iterator()) {
            for (long index = 0; iterator.hasNext(); index++) {
                exec.checkCanceled();
                result.add(iterator.next(), index);
            }
        }
        result.check(table.size(), table.getDataTableSpec().getColumnSpec(targetColumn).getName());
        return result;
    }

    private void add(final DataRow row, final long index) throws KNIMEException {
        final String id = row.getKey().getString();
        final DataCell target = row.getCell(targetColumn);
        final DataCell fingerprint = row.getCell(fingerprintColumn);
        if (target.isMissing()) {
            skipped.add(index, id, "The target is missing.");
        } else if (!Double.isFinite(((DoubleValue)target).getDoubleValue())) {
            skipped.add(index, id, "The target is " + target + ", not a finite number.");
        } else if (fingerprint.isMissing()) {
            skipped.add(index, id, "The fingerprint is missing.");
        } else {
            add((BitVectorValue)fingerprint, ((DoubleValue)target).getDoubleValue(), id);
        }
    }

    private void add(final BitVectorValue bits, final double target, final String id) throws KNIMEException {
        if (features == null) {
            width = bits.length();
            if (width < 1 || width > Integer.MAX_VALUE) {
                throw new KNIMEException("The fingerprint of " + id + " has " + width + " bits, which cannot be used.");
            }
            features = CsrMatrix.builder((int)width);
        } else if (bits.length() != width) {
            throw new KNIMEException("The fingerprints differ in length: that of " + id + " has " + bits.length()
                + " bits, those before it " + width + ". Make all of them with the same settings.");
        }
        features.addBinaryRow(BitCells.setBits(bits));
        if (rows == targets.length) {
            targets = Arrays.copyOf(targets, 2 * rows);
        }
        targets[rows++] = target;
    }

    private void check(final long tableRows, final String targetName) throws KNIMEException {
        if (tableRows == 0) {
            throw new KNIMEException("The training table has no rows, so there is nothing to learn from.");
        }
        if (rows == 0) {
            throw new KNIMEException(skipped.sentence(tableRows, "rows", "have no usable target or fingerprint")
                + " There is nothing to learn from.");
        }
        final double first = targets[0];
        if (rows > 1 && Arrays.stream(targets, 0, rows).allMatch(value -> value == first)) {
            throw new KNIMEException("The target column '" + targetName + "' is constant: all " + rows
                + " usable rows have the value " + first
                + ". There is nothing to learn; choose another target column.");
        }
    }

    /** @return features and targets of the usable rows */
    Dataset dataset() {
        return new Dataset(features.build(), Arrays.copyOf(targets, rows));
    }

    /** @return number of bits of the fingerprints */
    int width() {
        return (int)width;
    }

    /** @return the rows that were left out */
    UnusableRows skipped() {
        return skipped;
    }
}
