/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.spark;

import java.io.Serializable;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.reductor.chem.Featurizer;
import org.reductor.chem.SourceColumn;
import org.reductor.chem.screen.PredictionColumn;
import org.reductor.chem.screen.Predictions;
import org.reductor.chem.screen.Screen;
import org.reductor.chem.screen.ScreenedRow;
import org.reductor.core.data.Sha256;
import org.reductor.core.data.Task;
import org.reductor.core.model.NetworkModel;

/**
 * A model on its way to the executors. Its file is sent to each once; the networks and RDKit are loaded there once, for
 * all threads and tasks.
 */
class SharedModel implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Of this application, so that a query that is planned several times sends a file once. */
    private static final Map<Key, SharedModel> SENT = new Recent<>(8);

    private final String path;

    /** SHA-256 of the file: equal networks may have other calibrations. */
    private final String digest;

    private final Broadcast<byte[]> file;

    private final ScreenSettings settings;

    /** Known where the job was begun, not on executors. */
    private final transient NetworkModel model;

    private SharedModel(final String path, final byte[] bytes, final Broadcast<byte[]> file,
        final ScreenSettings settings) {
        this.path = path;
        model = ModelBytes.parse(path, bytes);
        final MessageDigest sum = Sha256.start();
        sum.update(bytes);
        digest = Sha256.hex(sum);
        this.file = file;
        this.settings = settings;
    }

    /** Predicts a batch of rows in this process. */
    @FunctionalInterface
    interface Predicting {

        /** As {@link Screen#screen}. */
        List<ScreenedRow> screen(List<Object[]> rows);
    }

    private record Key(String application, String path, long changed, ScreenSettings settings) {
    }

    /** The same model. */
    SharedModel(final SharedModel other) {
        path = other.path;
        digest = other.digest;
        file = other.file;
        settings = other.settings;
        model = other.model;
    }

    /**
     * @param spark the session
     * @param path of a model file
     * @param settings how it is used
     * @return the model, ready for executors
     * @throws ScreeningException if it cannot be read
     */
    static SharedModel of(final SparkSession spark, final String path, final ScreenSettings settings) {
        final SparkContext context = spark.sparkContext();
        final Configuration hadoop = spark.sessionState().newHadoopConf();
        final Key key = new Key(context.applicationId(), path, ModelBytes.changed(path, hadoop), settings);
        synchronized (SENT) {
            SharedModel sent = SENT.get(key);
            if (sent == null) {
                final byte[] bytes = ModelBytes.read(path, hadoop);
                sent = new SharedModel(path, bytes, JavaSparkContext.fromSparkContext(context).broadcast(bytes),
                    settings);
                SENT.put(key, sent);
            }
            return sent;
        }
    }

    /** @return what the networks predict */
    final List<Task> tasks() {
        return model.networks().tasks();
    }

    /** @return the columns that a row must have */
    final List<SourceColumn> sources() {
        return Featurizer.sources(model.recipe());
    }

    /** @return what is told of a row, and in the end why it cannot be used; each may be missing */
    final List<StructField> told() {
        final List<StructField> fields = new ArrayList<>();
        for (final PredictionColumn column : new Predictions(model, settings.told()).columns()) {
            fields.add(new StructField(column.name(), column.text() ? DataTypes.StringType : DataTypes.DoubleType, true,
                Metadata.empty()));
        }
        fields.add(new StructField(ToldRow.FAILURE, DataTypes.StringType, true, Metadata.empty()));
        return fields;
    }

    final ScreenSettings settings() {
        return settings;
    }

    final String path() {
        return path;
    }

    final byte[] bytes() {
        return file.value();
    }

    /**
     * @return what predicts rows in this process; every molecule in a process of its own where an executor was lost over
     *         the part of the table that this thread works on
     * @throws ScreeningException if this machine cannot use the model, saying which machine and why
     */
    Predicting here() {
        return ExecutorScreens.of(this, digest, isolatedHere())::screen;
    }

    /** @return whether this thread reads every molecule in a process of its own */
    final boolean isolatedHere() {
        return settings.isolatedHere();
    }
}
