/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reductor.chem.screen.PredictionOptions;
import org.reductor.chem.screen.Screen;
import org.reductor.cli.table.Compression;
import org.reductor.cli.table.RowSource;
import org.reductor.cli.table.TableFormat;
import org.reductor.knime.TinyModel;

/** A run that is broken off goes on behind its last block, and ends in the bytes that it would have had. */
class PredictionRunTest {

    private static final int BLOCK = Screen.BATCH;

    private static final int ROWS = 5 * BLOCK + 17;

    @TempDir
    private Path folder;

    private Path table;

    private List<String> lines;

    @BeforeEach
    void write() throws IOException {
        lines = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            lines.add((i % 100 == 3 ? "C1C" : "C".repeat(1 + i % 11) + "O") + " m" + i);
        }
        table = Files.write(folder.resolve("table.smi"), lines);
    }

    private PredictionRun.Outcome run(final String output, final String model, final boolean restart,
        final BooleanSupplier cancelled) throws IOException {
        final var screen = new Screen(TinyModel.create(), PredictionOptions.DEFAULT, () -> false);
        try (RowSource rows = TableFormat.SMILES.read(table)) {
            return new PredictionRun(screen, rows, SourceColumns.find(screen.sources(), rows, Map.of()),
                new PredictionRun.Options(new PredictionFiles(folder.resolve(output)), ',', "", model, "", BLOCK), 2,
                new Meter(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8), false),
                cancelled).run(restart);
        }
    }

    /** Breaks off once a block is done and another one is not. */
    private BooleanSupplier afterABlock(final String output) {
        final Path progress = new PredictionFiles(folder.resolve(output)).progress();
        final AtomicInteger looks = new AtomicInteger();
        return () -> Files.exists(progress) && looks.incrementAndGet() > 2;
    }

    private void breakOff(final String output) {
        assertThatThrownBy(() -> run(output, "a", false, afterABlock(output)))
            .isInstanceOf(CancellationException.class);
        assertThat(folder.resolve(output)).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"out.csv", "out.csv.gz", "out.tsv.bz2", "out.csv.zst"})
    void theBytesAreThoseOfARunInOneGo(final String output) throws IOException {
        run("whole-" + output, "a", false, () -> false);

        breakOff(output);
        final PredictionRun.Outcome outcome = run(output, "a", false, () -> false);

        assertThat(outcome.resumed()).isGreaterThanOrEqualTo(BLOCK).isLessThan(ROWS);
        assertThat(outcome.rows()).isEqualTo(ROWS);
        assertThat(outcome.failed()).isEqualTo(13);
        assertThat(folder.resolve(output)).hasSameBinaryContentAs(folder.resolve("whole-" + output));
        assertThat(new PredictionFiles(folder.resolve(output)).failed())
            .hasSameBinaryContentAs(new PredictionFiles(folder.resolve("whole-" + output)).failed());
    }

    @Test
    void whatWasWrittenBehindTheLastBlockIsCutOff() throws IOException {
        run("whole.csv", "a", false, () -> false);
        breakOff("out.csv");
        Files.writeString(folder.resolve("out.csv.partial"), "half a li", StandardOpenOption.APPEND);

        run("out.csv", "a", false, () -> false);

        assertThat(folder.resolve("out.csv")).hasSameBinaryContentAs(folder.resolve("whole.csv"));
    }

    @Test
    void anotherModelOrAChangedTableIsRefusedUntilARestart() throws IOException {
        breakOff("out.csv");

        assertThatThrownBy(() -> run("out.csv", "b", false, () -> false)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("the model is another one").hasMessageContaining("--restart");
        lines.set(5, "CCCCCl other");
        Files.write(table, lines);
        assertThatThrownBy(() -> run("out.csv", "a", false, () -> false)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("these rows of the table have changed");
        Files.write(table, lines.subList(0, 10));
        assertThatThrownBy(() -> run("out.csv", "a", false, () -> false)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("the table has fewer rows now");

        assertThat(run("out.csv", "a", true, () -> false).rows()).isEqualTo(10);
    }

    @Test
    void aRunThatWasKilledWhileItNamedItsFilesIsCompletedWithoutWork() throws IOException {
        run("whole.csv", "a", false, () -> false);
        run("out.csv", "a", false, () -> false);
        final var files = new PredictionFiles(folder.resolve("out.csv"));
        Files.move(files.output(), files.partialOutput());
        RunState.start("a", " SMILES,Name,Prediction (activity),Spread (activity),Lower (activity),Upper (activity),"
            + "Similarity").with(ROWS, 13, "x").onDisk("", 0, 0, true).write(files.progress());

        assertThat(run("out.csv", "a", false, () -> false).rows()).isEqualTo(ROWS);

        assertThat(files.output()).hasSameBinaryContentAs(folder.resolve("whole.csv"));
        assertThat(files.progress()).doesNotExist();
    }

    @Test
    void twoRunsDoNotWriteTheSameFile() throws IOException {
        try (BlockFile first = new BlockFile(folder.resolve("x.partial"),
            Compression.NONE, 0)) {
            assertThatThrownBy(() -> new BlockFile(folder.resolve("x.partial"),
                Compression.NONE, 0)).hasMessageContaining("Another run is writing");
            assertThat(first.endBlock()).isZero();
        }
    }
}
