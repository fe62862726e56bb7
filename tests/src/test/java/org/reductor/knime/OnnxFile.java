/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import org.knime.core.data.DataCell;
import org.knime.core.node.BufferedDataTable;
import org.reductor.chem.UnusableRowException;
import org.reductor.core.data.SparseRow;
import org.reductor.knime.column.FeatureCells;

/** Networks as ONNX Runtime sees them. */
public final class OnnxFile {

    private OnnxFile() {
    }

    /** @return what the networks of the file predict for the vectors in a column */
    public static double[] predictions(final Path file, final BufferedDataTable table, final String column)
        throws OrtException, UnusableRowException {
        final float[][] rows = rows(table, column);
        final List<Double> predictions = new ArrayList<>();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            try (OrtSession session = OrtEnvironment.getEnvironment().createSession(file.toString(), options);
                OnnxTensor features = OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), rows);
                OrtSession.Result result = session.run(Map.of("features", features))) {
                for (final float[] row : (float[][])result.get("prediction").orElseThrow().getValue()) {
                    predictions.add((double)row[0]);
                }
            }
        }
        return predictions.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** @return the vectors in a column, with their zeros */
    public static float[][] rows(final BufferedDataTable table, final String column)
        throws UnusableRowException {
        final List<float[]> rows = new ArrayList<>();
        for (final DataCell cell : Tables.column(table, column)) {
            final float[] dense = new float[(int)FeatureCells.length(cell)];
            final SparseRow row = FeatureCells.features(cell);
            for (int i = 0; i < row.size(); i++) {
                dense[row.columns()[i]] = row.binary() ? 1 : row.values()[i];
            }
            rows.add(dense);
        }
        return rows.toArray(float[][]::new);
    }
}
