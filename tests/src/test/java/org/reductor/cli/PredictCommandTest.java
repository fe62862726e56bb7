/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reductor.chem.screen.PredictionOptions;
import org.reductor.chem.screen.Screen;
import org.reductor.chem.screen.ScreenedRow;
import org.reductor.cli.table.Compression;
import org.reductor.core.model.NetworkModel;
import org.reductor.knime.TinyModel;

import blue.strategic.parquet.ParquetWriter;

/** {@code reductor predict}: what it reads and writes, and what it refuses. */
class PredictCommandTest {

    /** More than a batch, of which one molecule cannot be read. */
    private static final int ROWS = 300;

    private static final int UNREADABLE = 7;

    private static final String PREDICTION = "Prediction (activity)";

    @TempDir
    private Path folder;

    private RunFixture fixture;

    private Path model;

    @BeforeEach
    void open() throws Exception {
        fixture = new RunFixture(Files.createDirectory(folder.resolve("fixture")));
        model = write(TinyModel.create(), "model.reductor");
    }

    private Path write(final NetworkModel networks, final String name) throws IOException {
        final Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            networks.write(out);
        }
        return file;
    }

    private static String smiles(final int row) {
        return row == UNREADABLE ? "C1CC" : "C".repeat(1 + row % 9) + (row % 2 == 0 ? "O" : "N") + "C".repeat(row % 5);
    }

    private static String csv(final char delimiter, final String molecules) {
        return "id" + delimiter + molecules + "\n" + IntStream.range(0, ROWS)
            .mapToObj(i -> "m" + i + delimiter + smiles(i) + "\n").collect(Collectors.joining());
    }

    private Path file(final String name, final String text) throws IOException {
        final Path file = folder.resolve(name);
        try (OutputStream out = Compression.ofName(file).write(Files.newOutputStream(file))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    private Path table(final String name) throws IOException {
        if (name.contains(".smi")) {
            return file(name, IntStream.range(0, ROWS).mapToObj(i -> smiles(i) + "\tm" + i + "\n")
                .collect(Collectors.joining()));
        }
        if (name.contains(".parquet")) {
            return parquet(name);
        }
        return file(name, name.contains(".tsv") ? csv('\t', "smiles") : csv(',', "smiles"));
    }

    private Path parquet(final String name) throws IOException {
        final var text = LogicalTypeAnnotation.stringType();
        final MessageType schema = new MessageType("table",
            Types.optional(PrimitiveTypeName.BINARY).as(text).named("id"),
            Types.optional(PrimitiveTypeName.BINARY).as(text).named("smiles"));
        final Path file = folder.resolve(name);
        try (ParquetWriter<Integer> writer = ParquetWriter.writeFile(schema, file.toFile(), (row, values) -> {
            values.write("id", "m" + row);
            values.write("smiles", smiles(row));
        })) {
            for (int i = 0; i < ROWS; i++) {
                writer.write(i);
            }
        }
        return file;
    }

    private int predict(final Path table, final String... more) {
        final List<String> args = new ArrayList<>(List.of("predict", model.toString(), table.toString()));
        args.addAll(Arrays.asList(more));
        return fixture.run(args.toArray(String[]::new));
    }

    /** The values that the node's arithmetic gives, as they are to be written. */
    private static List<String> expected() {
        final var screen = new Screen(TinyModel.create(), PredictionOptions.DEFAULT, () -> false);
        final List<Object[]> rows = IntStream.range(0, ROWS).mapToObj(i -> new Object[]{smiles(i)}).toList();
        return screen.screen(rows).stream().map(PredictCommandTest::text).toList();
    }

    private static String text(final ScreenedRow row) {
        return row.failed() ? ",,,," : row.values().stream()
            .map(value -> value instanceof Double ? value.toString() : "").collect(Collectors.joining(","));
    }

    @ParameterizedTest
    @ValueSource(strings = {"t.csv", "t.csv.gz", "t.tsv.bz2", "t.smi.zst", "t.smi", "t.parquet"})
    void eachFormatGivesThePredictionsOfTheNodeInTheOrderOfTheTable(final String name) throws IOException {
        final Path output = folder.resolve("out.csv");

        assertThat(predict(table(name), "--output", output.toString())).as(fixture.err()).isZero();

        final List<String> lines = Files.readAllLines(output);
        assertThat(lines.get(0)).endsWith("," + PREDICTION + ",Spread (activity),Lower (activity),Upper (activity),"
            + "Similarity");
        final List<String> expected = expected();
        assertThat(lines).hasSize(ROWS + 1);
        for (int i = 0; i < ROWS; i++) {
            final String row = name.contains(".smi") ? smiles(i) + ",m" + i : "m" + i + "," + smiles(i);
            assertThat(lines.get(i + 1)).isEqualTo(row + "," + expected.get(i));
        }
        final List<String> failed = Files.readAllLines(folder.resolve("out.failed.csv"));
        assertThat(failed).hasSize(2);
        assertThat(failed.get(1)).startsWith((UNREADABLE + 1) + ",").contains("C1CC",
            "ring bond 1 is opened but never closed");
        assertThat(fixture.out()).contains("300 rows", "1 of 300 rows have no prediction", "The first: The SMILES");
        assertThat(folder.toFile().list()).noneMatch(file -> file.endsWith(".partial") || file.endsWith(".progress"));
    }

    @Test
    void molblocksOfAnSdFileHaveTheirNameAndFieldsBeside() throws IOException {
        final String molblock = "ethanol\n  test\n\n  3  2  0  0  0  0  0  0  0  0999 V2000\n"
            + "    0.0000    0.0000    0.0000 C   0  0\n    1.0000    0.0000    0.0000 C   0  0\n"
            + "    2.0000    0.0000    0.0000 O   0  0\n  1  2  1  0\n  2  3  1  0\nM  END\n";
        final Path table = file("t.sdf", molblock + ">  <batch>\nA 1\n\n> <remark>\ntwo\nlines\n\n$$$$\n" + molblock
            + "$$$$\n");

        assertThat(predict(table)).as(fixture.err()).isZero();

        final String text = Files.readString(folder.resolve("t.predictions.csv"));
        assertThat(text).startsWith("Name,batch,remark," + PREDICTION).contains("ethanol,A 1,\"two\nlines\",")
            .contains("\nethanol,,,");
    }

    @Test
    void compressedOutputHoldsTheSame() throws IOException {
        final Path table = table("t.csv");
        predict(table, "--output", folder.resolve("plain.csv").toString());
        for (final String ending : List.of(".gz", ".bz2", ".zst")) {
            final Path output = folder.resolve("packed" + ending + ".csv" + ending);
            assertThat(predict(table, "--output", output.toString())).as(fixture.err()).isZero();
            final Path again = folder.resolve("again" + ending + ".csv");
            assertThat(predict(output, "--output", again.toString(), "--suffix", " again")).as(fixture.err()).isZero();
            final List<String> plain = Files.readAllLines(folder.resolve("plain.csv"));
            assertThat(Files.readAllLines(again)).hasSize(ROWS + 1);
            assertThat(Files.readAllLines(again).get(5)).startsWith(plain.get(5));
        }
    }

    @Test
    void aMoleculeColumnOfAnotherNameIsFoundIfThereIsNoChoiceAndToldOtherwise() throws IOException {
        assertThat(predict(file("a.csv", csv(',', "Canonical_SMILES")))).isZero();
        assertThat(fixture.out()).contains("note: The molecules, 'smiles' in training, are taken from the column "
            + "'Canonical_SMILES'.");

        final Path other = file("b.csv", csv(',', "x"));
        assertThat(predict(other)).isEqualTo(ExitCode.LOAD_FAILED);
        assertThat(fixture.err().strip()).isEqualTo("The model reads the molecule column 'smiles', which the table "
            + "lacks; it has 'id', 'x'. Name the column that holds it with --smiles COLUMN.");
        assertThat(folder.toFile().list()).noneMatch(file -> file.startsWith("b.predictions"));
        assertThat(predict(other, "--smiles", "x")).isZero();
        assertThat(predict(other, "--smiles", "y", "--overwrite")).isEqualTo(ExitCode.LOAD_FAILED);
        assertThat(fixture.err()).contains("The table has no column 'y'; it has 'id', 'x'.");
    }

    @Test
    void anOutputThatExistsIsLeftAloneUnlessAsked() throws IOException {
        final Path table = table("t.csv");
        final Path output = Files.writeString(folder.resolve("out.csv"), "mine");

        assertThat(predict(table, "--output", output.toString())).isEqualTo(ExitCode.LOAD_FAILED);
        assertThat(fixture.err()).contains("exists already. Choose another name, or add --overwrite.");
        assertThat(output).hasContent("mine");
        assertThat(predict(table, "--output", output.toString(), "--overwrite")).isZero();
        assertThat(Files.readAllLines(output)).hasSize(ROWS + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {".gz", ".bz2", ".zst"})
    void aTruncatedFileIsToldAndLeavesNoOutput(final String ending) throws IOException {
        final Path whole = table("t.csv" + ending);
        final byte[] bytes = Files.readAllBytes(whole);
        final Path cut = Files.write(folder.resolve("cut.csv" + ending), Arrays.copyOf(bytes, bytes.length / 2));

        assertThat(predict(cut)).isNotZero();

        assertThat(fixture.err()).contains("cut.csv" + ending)
            .contains("ends in the middle of its compressed data behind row").contains("Fetch it again.");
        assertThat(folder.resolve("cut.predictions.csv")).doesNotExist();
    }

    @Test
    void aRowOfAnotherWidthHasNoPredictionAndAReason() throws IOException {
        assertThat(predict(file("t.csv", "id,smiles\na,CCO\nb,CCN,1\nc\nd,CC\n"))).isZero();

        assertThat(Files.readAllLines(folder.resolve("t.failed.csv".replace("t.", "t.predictions."))))
            .anyMatch(line -> line.contains("Line 3 has 3 values where the first line names 2 columns."))
            .anyMatch(line -> line.contains("Line 4 has 1 values")).hasSize(3);
        assertThat(Files.readAllLines(folder.resolve("t.predictions.csv"))).hasSize(5);
    }

    @Test
    void aTableWithoutAUsableRowEndsWithAnErrorAndTheReasons() throws IOException {
        assertThat(predict(file("t.smi", "C1CC a\nnonsense b\n"))).isEqualTo(ExitCode.EXECUTION_FAILED);

        assertThat(fixture.out()).contains("2 of 2 rows have no prediction");
        assertThat(Files.readAllLines(folder.resolve("t.predictions.failed.csv"))).hasSize(3);
    }

    @Test
    void namesThatTellNoFormatAndFoldersAreRefused() throws IOException {
        assertThat(predict(file("t.dat", csv(',', "smiles")))).isEqualTo(ExitCode.BAD_OPTIONS);
        assertThat(fixture.err()).contains("does not tell the format", ".sdf", "Add --format.");
        assertThat(predict(folder.resolve("t.dat"), "--format", "csv")).isZero();
        assertThat(predict(Files.createDirectory(folder.resolve("d.csv")))).isEqualTo(ExitCode.LOAD_FAILED);
        assertThat(fixture.err()).contains("is a folder");
        assertThat(predict(folder.resolve("none.csv"))).isEqualTo(ExitCode.LOAD_FAILED);
        assertThat(fixture.err()).contains("none.csv' does not exist");
    }
}
