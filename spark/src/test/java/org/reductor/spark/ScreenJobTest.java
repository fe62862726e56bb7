/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reductor.chem.RdkitVersion;
import org.reductor.chem.screen.ScreenedRow;
import org.reductor.core.model.NetworkModel;
import org.reductor.core.model.Provenance;

class ScreenJobTest extends LocalSpark {

    private static final String PREDICTION = "Prediction (activity)";

    private static final String FAILURE = "failure";

    @TempDir
    private Path folder;

    private Path model;

    @BeforeEach
    void writeModel() {
        model = Example.write(Example.model(), folder.resolve("model.reductor"));
    }

    private ScreenJob.Order order(final Path input) {
        return new ScreenJob.Order(model.toString(), input.toString(), folder.resolve("out").toString(),
            Optional.empty(), false, 0, false, Optional.empty(), ScreenSettings.DEFAULT);
    }

    private List<Row> screened(final ScreenJob.Order order) {
        new ScreenJob(spark, order).run();
        return spark.read().parquet(order.output()).collectAsList();
    }

    private Path smilesFile(final String name, final List<String> molecules) throws IOException {
        final List<String> lines = new ArrayList<>();
        for (int i = 0; i < molecules.size(); i++) {
            lines.add(molecules.get(i) + "\tm" + i);
        }
        return Files.write(folder.resolve(name), lines);
    }

    private static List<String> withUnreadable(final int count) {
        final List<String> molecules = new ArrayList<>(Example.smiles(count));
        for (int i = 50; i < count; i += 100) {
            molecules.set(i, "C1CC(" + i);
        }
        return molecules;
    }

    /** Compares by the bits of the numbers, as nothing else does. */
    private static void assertTold(final Row row, final int from, final ScreenedRow expected) {
        final List<Object> told = new ArrayList<>();
        for (int i = from; i < row.size() - 1; i++) {
            told.add(row.get(i));
        }
        if (expected.failed()) {
            assertThat(told).containsOnlyNulls();
        } else {
            assertThat(told).isEqualTo(expected.values());
        }
        assertThat(row.<String> getAs(FAILURE)).isEqualTo(expected.failure());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyRowIsToldWhatTheScreenOfNodeAndCommandTells(final boolean isolated) throws IOException {
        final List<String> molecules = withUnreadable(isolated ? 120 : 400);
        final List<ScreenedRow> expected = Example.screened(Example.model(), molecules);
        final ScreenJob.Order plain = order(smilesFile("library.smi", molecules));

        final ScreenJob.Order order = new ScreenJob.Order(plain.model(), plain.input(), plain.output(),
            Optional.empty(), false, 0, false, Optional.empty(),
            new ScreenSettings(0.9, isolated, false, ScreenSettings.PATIENCE));
        final Counts counts = new ScreenJob(spark, order).run();

        final Map<Integer, Row> rows = new TreeMap<>();
        spark.read().parquet(order.output()).collectAsList()
            .forEach(row -> rows.put(Integer.valueOf(row.<String> getAs("name").substring(1)), row));
        assertThat(rows).hasSameSizeAs(molecules);
        for (int i = 0; i < molecules.size(); i++) {
            assertThat(rows.get(i).<String> getAs("smiles")).isEqualTo(molecules.get(i));
            assertTold(rows.get(i), 2, expected.get(i));
        }
        assertThat(counts.rows()).isEqualTo(molecules.size());
        assertThat(counts.failed()).isEqualTo(expected.stream().filter(ScreenedRow::failed).count()).isPositive();
        assertThat(counts.failure()).contains("C1CC(");
    }

    @ParameterizedTest
    @ValueSource(strings = {"parquet", "csv", "tsv", "csv.gz"})
    void readsTablesOfAnyKind(final String kind) throws IOException {
        final List<String> molecules = Example.smiles(30);
        final String separator = kind.startsWith("tsv") ? "\t" : ",";
        final String text = IntStream.range(0, 30).mapToObj(i -> i + separator + "\"" + molecules.get(i) + "\"")
            .collect(Collectors.joining("\n", "id" + separator + "smiles\n", "\n"));
        final Path file = folder.resolve("library." + kind);
        if (kind.equals("parquet")) {
            Files.writeString(folder.resolve("table.csv"), text);
            spark.read().option("header", true).csv(folder.resolve("table.csv").toString()).write()
                .parquet(file.toString());
        } else {
            Files.write(file, kind.endsWith("gz") ? packed(text) : text.getBytes());
        }

        final List<Row> rows = screened(order(file));

        final List<ScreenedRow> expected = Example.screened(Example.model(), molecules);
        assertThat(rows).hasSize(30);
        rows.forEach(row -> assertTold(row, 2, expected.get(Integer.parseInt(row.<String> getAs("id")))));
    }

    private static byte[] packed(final String text) throws IOException {
        final var bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes());
        }
        return bytes.toByteArray();
    }

    @Test
    void keepsTheBestRowsInOrder() throws IOException {
        final List<String> molecules = withUnreadable(300);
        final ScreenJob.Order all = order(smilesFile("library.smi", molecules));
        final ScreenJob.Order best = new ScreenJob.Order(all.model(), all.input(), all.output(), Optional.empty(),
            false, 7, true, Optional.of("activity"), ScreenSettings.DEFAULT);

        final Counts counts = new ScreenJob(spark, best).run();

        final List<Double> expected = Example.screened(Example.model(), molecules).stream()
            .filter(row -> !row.failed()).map(row -> (Double)row.values().get(0)).sorted().limit(7).toList();
        assertThat(spark.read().parquet(best.output()).collectAsList().stream()
            .map(row -> row.<Double> getAs(PREDICTION))).isEqualTo(expected);
        assertThat(counts.rows()).isEqualTo(300);
        assertThat(counts.failed()).isEqualTo(3);
    }

    @Test
    void predictsEachMoleculeOnceIfAsked() throws IOException {
        final List<String> molecules = List.of("CCO", "OCC", "c1ccccc1", "C1=CC=CC=C1", "C(C)O", "C1CC(", "C1CC(");
        final ScreenJob.Order all = order(smilesFile("library.smi", molecules));
        final ScreenJob.Order distinct = new ScreenJob.Order(all.model(), all.input(), all.output(), Optional.empty(),
            true, 0, false, Optional.empty(), ScreenSettings.DEFAULT);

        final Counts counts = new ScreenJob(spark, distinct).run();

        assertThat(spark.read().parquet(distinct.output()).select("smiles", "name").collectAsList().stream()
            .map(row -> row.getString(0) + " " + row.getString(1)))
            .containsExactlyInAnyOrder("C(C)O m4", "C1=CC=CC=C1 m3", "C1CC( m5");
        assertThat(counts).isEqualTo(new Counts(3, 1, counts.failure()));
    }

    @Test
    void aColumnOfTheLibraryThatIsNamedAsAPredictionStays() throws IOException {
        Files.writeString(folder.resolve("library.csv"), "smiles,failure\nCCO,none\n");

        final List<Row> rows = screened(order(folder.resolve("library.csv")));

        assertThat(rows.get(0).<String> getAs(FAILURE)).isEqualTo("none");
        assertThat(rows.get(0).<String> getAs("failure (#1)")).isNull();
        assertThat(rows.get(0).<Double> getAs(PREDICTION)).isNotNull();
    }

    @Test
    void aLineWithTooFewValuesFailsAlone() throws IOException {
        Files.writeString(folder.resolve("library.csv"), "id,smiles\n1,CCO\n2\n3,CCC\n");

        final List<Row> rows = screened(order(folder.resolve("library.csv")));

        assertThat(rows).hasSize(3).filteredOn(row -> row.<String> getAs(FAILURE) != null).singleElement()
            .satisfies(row -> assertThat(row.<String> getAs(FAILURE))
                .isEqualTo("The line has not as many values as the header: '2'."));
    }

    private void assertRefused(final ScreenJob.Order order, final String... parts) {
        assertThatThrownBy(() -> new ScreenJob(spark, order).run()).isInstanceOf(ScreeningException.class)
            .message().contains(parts);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void refusesAFolderOfMixedFiles() throws IOException {
        final Path mixed = Files.createDirectory(folder.resolve("mixed"));
        Files.writeString(mixed.resolve("a.csv"), "smiles\nCCO\n");
        Files.writeString(mixed.resolve("b.smi"), "CCO\n");

        assertRefused(order(mixed), "several kinds", "'a.csv'", "'b.smi'");

        Files.move(mixed.resolve("b.smi"), mixed.resolve("readme"));
        assertRefused(order(mixed), "'readme'", "must end in .parquet, .csv, .tsv or .smi");
    }

    @Test
    void refusesFilesOfOneFolderWithOtherHeaders() throws IOException {
        final Path two = Files.createDirectory(folder.resolve("two"));
        Files.writeString(two.resolve("a.csv"), "smiles,id\nCCO,1\n");
        Files.writeString(two.resolve("b.csv"), "id,smiles\n2,CCC\n");

        assertRefused(order(two), "header");
    }

    @Test
    void refusesATableWithoutTheColumnAndNamesThoseThatItHas() throws IOException {
        Files.writeString(folder.resolve("library.csv"), "id,structure\n1,CCO\n");
        final ScreenJob.Order order = order(folder.resolve("library.csv"));

        assertRefused(order, "no column 'smiles'", "'id', 'structure'", "molecule column 'smiles'");
        assertRefused(new ScreenJob.Order(order.model(), order.input(), order.output(), Optional.of("mol"), false, 0,
            false, Optional.empty(), ScreenSettings.DEFAULT), "no column 'mol'", "Name one of these");
    }

    @Test
    void refusesATruncatedGzipAndLeavesNothing() throws IOException {
        final byte[] whole = packed(String.join("\n", Example.smiles(400)));
        Files.write(folder.resolve("library.smi.gz"), Arrays.copyOf(whole, whole.length / 2));

        assertRefused(order(folder.resolve("library.smi.gz")), "library.smi.gz", "ends before its end");
    }

    @Test
    void refusesAnOutputThatExistsAndDoesNotTouchIt() throws IOException {
        final Path out = Files.createDirectory(folder.resolve("out"));
        Files.writeString(out.resolve("mine.txt"), "mine");

        assertThatThrownBy(() -> new ScreenJob(spark, order(smilesFile("library.smi", List.of("CCO")))).run())
            .isInstanceOf(ScreeningException.class).hasMessageContaining("exists already");
        assertThat(out.resolve("mine.txt")).hasContent("mine");
    }

    @Test
    void refusesWhatIsNoModelOrNoLibrary() throws IOException {
        final Path library = smilesFile("library.smi", List.of("CCO"));
        assertRefused(order(folder.resolve("nowhere.smi")), "There is no file or folder", "nowhere.smi");
        model = Files.writeString(folder.resolve("broken.reductor"), "no zip");
        assertRefused(order(library), "broken.reductor", "cannot be used as a model");
        model = folder.resolve("gone.reductor");
        assertRefused(order(library), "There is no model file", "gone.reductor");
    }

    @Test
    void refusesAModelOfAnotherRdkitUnlessTold() throws IOException {
        final NetworkModel here = Example.model();
        final Provenance p = here.provenance();
        final TreeMap<String, String> versions = new TreeMap<>(p.versions());
        versions.put(RdkitVersion.PROVENANCE, "2031.03.1");
        model = Example.write(new NetworkModel(here.networks(), here.recipe(), here.history(), here.controls(),
            new Provenance(p.dataSha256(), p.rows(), p.features(), p.settings(), versions, p.started(), p.seconds(),
                p.roles()),
            here.calibration()), folder.resolve("other.reductor"));
        final ScreenJob.Order order = order(smilesFile("library.smi", Example.smiles(20)));

        assertRefused(order, "Executor driver on ", "RDKit 2031.03.1", "--any-rdkit");

        assertThat(screened(new ScreenJob.Order(order.model(), order.input(), order.output(), Optional.empty(), false,
            0, false, Optional.empty(), new ScreenSettings(0.9, false, true, ScreenSettings.PATIENCE)))).hasSize(20);
    }

    @Test
    void equalPredictionsAreRankedByTheRestOfTheRow() {
        final Row one = RowFactory.create("a", 1.0, null);
        final Row two = RowFactory.create("b", 1.0, null);
        final Row three = RowFactory.create("c", 2.0, null);
        final TopRows.Order highest = new TopRows.Order(1, false);
        for (final List<Row> rows : List.of(List.of(one, two, three), List.of(three, two, one))) {
            final TopRows top = new TopRows(2, highest);
            rows.forEach(top::add);
            assertThat(top.best()).containsExactly(three, one);
        }
    }
}
