/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reductor.chem.screen.ScreenedRow;

/** A master and two workers as processes, on which executors are lost during a job. */
@TestMethodOrder(OrderAnnotation.class) // a machine that is lost stays so
class ClusterTest {

    private static final int PARTS = 12;

    private static final String PREDICTION = "Prediction (activity)";

    @TempDir
    private static Path cluster;

    private static StandaloneCluster machines;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws IOException {
        machines = new StandaloneCluster(cluster, 2);
    }

    @AfterAll
    static void stop() {
        machines.close();
    }

    @Test
    @Order(2)
    void whenAMachineIsLostDuringAJobNoRowIsLostAndNoneIsDoubled() throws IOException {
        final List<String> molecules = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            molecules.addAll(Example.smiles(400));
        }
        final Path library = Files.createDirectory(folder.resolve("library"));
        for (int part = 0; part < PARTS; part++) {
            final List<String> lines = new ArrayList<>();
            for (int i = part; i < molecules.size(); i += PARTS) {
                lines.add(molecules.get(i) + " " + i);
            }
            Files.write(library.resolve("part-" + part + ".smi"), lines);
        }
        final Path model = Example.write(Example.model(), folder.resolve("model.reductor"));
        final ScreenJob.Order order = new ScreenJob.Order(model.toString(), library.toString(),
            folder.resolve("out").toString(), Optional.empty(), false, 0, false, Optional.empty(),
            ScreenSettings.DEFAULT);

        // A part a task, so that most of them are still to be done when the machine is lost.
        final SparkSession spark = machines.session(Map.of("spark.sql.files.openCostInBytes", "128m",
            "spark.sql.files.maxPartitionBytes", "128m"));
        final AtomicInteger ended = new AtomicInteger();
        spark.sparkContext().addSparkListener(new SparkListener() {
            @Override
            public void onTaskEnd(final SparkListenerTaskEnd task) {
                if (ended.incrementAndGet() == 3) {
                    machines.loseAMachine();
                }
            }
        });
        try {
            final Counts counts = new ScreenJob(spark, order).run();

            assertThat(counts).isEqualTo(new Counts(molecules.size(), 0, null));
            final Map<Integer, Double> predicted = new TreeMap<>();
            spark.read().parquet(order.output()).collectAsList().forEach(row -> assertThat(
                predicted.put(Integer.valueOf(row.<String> getAs("name")), row.getAs(PREDICTION))).isNull());
            final List<ScreenedRow> expected = Example.screened(Example.model(), molecules);
            assertThat(predicted).hasSize(molecules.size());
            predicted.forEach((i, value) -> assertThat(value).isEqualTo(expected.get(i).values().get(0)));
            assertThat(ended.get()).as("tasks that ended, with those that were lost").isGreaterThan(PARTS);
        } finally {
            spark.stop();
        }
    }

    @ParameterizedTest
    @EnumSource
    @Order(1)
    void aMoleculeThatEndsItsExecutorIsSetAsideAndTheJobEnds(final DeadlyModel.Death death) throws IOException {
        final List<String> molecules = new ArrayList<>(Example.smiles(40));
        molecules.set(25, DeadlyModel.MOLECULE);
        final Path model = Example.write(Example.model(), folder.resolve("model.reductor"));

        final SparkSession spark = machines.session(Map.of());
        try {
            final Dataset<Row> library =
                spark.createDataset(molecules, Encoders.STRING()).toDF("smiles").repartition(4).cache();
            final SharedModel deadly = new DeadlyModel(
                SharedModel.of(spark, model.toString(), new ScreenSettings(0.9, false, false, 3)), death);

            final List<Row> rows =
                Screening.of(deadly, library.schema(), Optional.empty()).append(library).collectAsList();

            assertThat(rows).hasSize(40);
            assertThat(rows).filteredOn(row -> row.<String> getAs("failure") != null).singleElement()
                .satisfies(row -> {
                    assertThat(row.<String> getAs("smiles")).isEqualTo(DeadlyModel.MOLECULE);
                    assertThat(row.<String> getAs("failure")).startsWith("RDKit crashed on ")
                        .contains("no other row is affected");
                });
        } finally {
            spark.stop();
        }
    }
}
