/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.spark;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

import org.apache.hadoop.fs.Path;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.param.ParamValidators;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.DefaultParamsWriter;
import org.apache.spark.ml.util.Identifiable;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.reductor.core.uncertainty.IntervalScores;

/**
 * Predicts with the networks of a model file, as a stage of a pipeline of Spark ML. It appends the columns that the node
 * Network Predictor appends, and {@code failure}, which says of a row without a prediction why it has none. Saved, it
 * has the model file with it.
 */
public final class ReductorTransformer extends Transformer implements MLWritable {

    private static final long serialVersionUID = 1L;

    private static final String MODEL = "model.reductor";

    private final String uid;

    private final Param<String> modelFile;

    private final Param<String> inputCol;

    private final DoubleParam coverage;

    private final BooleanParam anyRdkit;

    /** A transformer that does not know its model yet. */
    public ReductorTransformer() {
        this(Identifiable.randomUID("reductor"));
    }

    /** @param uid names the stage */
    public ReductorTransformer(final String uid) {
        this.uid = uid; // parameters ask for it
        modelFile = new Param<>(this, "modelFile", "path of the model file");
        inputCol = new Param<>(this, "inputCol", "name of the column with the molecules; if it is not set, columns are "
            + "found by the names that they had in training");
        coverage = new DoubleParam(this, "coverage", "probability that the true value lies in its interval",
            ParamValidators.inRange(IntervalScores.LEAST_COVERAGE, IntervalScores.LARGEST_COVERAGE));
        anyRdkit = new BooleanParam(this, "anyRdkit", "whether to predict also where an executor has another RDKit "
            + "than the one whose features the networks learned from");
        setDefault(coverage, ScreenSettings.DEFAULT.coverage());
        setDefault(anyRdkit, ScreenSettings.DEFAULT.anyRdkit());
    }

    @Override
    public String uid() {
        return uid;
    }

    /** @return the parameter for the path of the model file */
    public Param<String> modelFile() {
        return modelFile;
    }

    /** @return the parameter for the name of the column with the molecules */
    public Param<String> inputCol() {
        return inputCol;
    }

    /** @return the parameter for the probability that the true value lies in its interval */
    public DoubleParam coverage() {
        return coverage;
    }

    /** @return the parameter for another RDKit than that of the training */
    public BooleanParam anyRdkit() {
        return anyRdkit;
    }

    /** @return path of the model file */
    public String getModelFile() {
        if (!isSet(modelFile)) {
            throw new ScreeningException("The Transformer does not know its model: call setModelFile first.");
        }
        return getOrDefault(modelFile);
    }

    /**
     * @param path of the model file
     * @return this
     */
    public ReductorTransformer setModelFile(final String path) {
        set(modelFile, path);
        return this;
    }

    /** @return name of the column with the molecules */
    public String getInputCol() {
        return getOrDefault(inputCol);
    }

    /**
     * @param column name of the column with the molecules
     * @return this
     */
    public ReductorTransformer setInputCol(final String column) {
        set(inputCol, column);
        return this;
    }

    /** @return probability that the true value lies in its interval */
    public double getCoverage() {
        return (Double)getOrDefault(coverage);
    }

    /**
     * @param share probability that the true value lies in its interval
     * @return this
     */
    public ReductorTransformer setCoverage(final double share) {
        set(coverage, share);
        return this;
    }

    /** @return whether another RDKit than that of the training will do */
    public boolean getAnyRdkit() {
        return (Boolean)getOrDefault(anyRdkit);
    }

    /**
     * @param will whether another RDKit than that of the training will do
     * @return this
     */
    public ReductorTransformer setAnyRdkit(final boolean will) {
        set(anyRdkit, will);
        return this;
    }

    @Override
    public StructType transformSchema(final StructType schema) {
        return screening(schema).schema();
    }

    @Override
    public Dataset<Row> transform(final Dataset<?> table) {
        return screening(table.schema()).append(table);
    }

    private Screening screening(final StructType schema) {
        final ScreenSettings settings = new ScreenSettings(getCoverage(), ScreenSettings.DEFAULT.isolated(),
            getAnyRdkit(), ScreenSettings.DEFAULT.patience());
        return Screening.of(SharedModel.of(SparkSession.active(), getModelFile(), settings), schema,
            isSet(inputCol) ? Optional.of(getInputCol()) : Optional.empty());
    }

    @Override
    public ReductorTransformer copy(final ParamMap extra) {
        return defaultCopy(extra);
    }

    @Override
    public MLWriter write() {
        return new Writer(this);
    }

    /** @return what reads saved transformers, also as part of a pipeline */
    public static MLReader<ReductorTransformer> read() {
        return new Reader();
    }

    /**
     * @param path where a transformer was saved
     * @return the transformer
     */
    public static ReductorTransformer load(final String path) {
        return read().load(path);
    }

    private static final class Writer extends DefaultParamsWriter {

        private final ReductorTransformer transformer;

        Writer(final ReductorTransformer transformer) {
            super(transformer);
            this.transformer = transformer;
        }

        @Override
        public void saveImpl(final String path) {
            final var hadoop = sparkSession().sessionState().newHadoopConf();
            final byte[] bytes = ModelBytes.read(transformer.getModelFile(), hadoop);
            super.saveImpl(path);
            final Path file = new Path(path, MODEL);
            try (OutputStream out = file.getFileSystem(hadoop).create(file)) {
                out.write(bytes);
            } catch (final IOException e) {
                throw new ScreeningException("The model cannot be written to '" + file + "': " + e.getMessage(), e);
            }
        }
    }

    private static final class Reader extends DefaultParamsReader<ReductorTransformer> {

        @Override
        public ReductorTransformer load(final String path) {
            return super.load(path).setModelFile(new Path(path, MODEL).toString());
        }
    }
}
