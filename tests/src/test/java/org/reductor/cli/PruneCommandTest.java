/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reductor.core.model.NetworkModel;
import org.reductor.runner.workflow.CancelFlag;

/** {@code reductor prune}: from a table to a model without a workflow. */
class PruneCommandTest {

    private static final String[] SMALL = {"--rounds", "2", "--folds", "3", "--hidden-layers", "8", "--threads", "1",
        "--set", "featurizer.length=64", "--set", "maxEpochs=4", "--set", "batchSize=4", "--set",
        "thirdFingerprint=NONE"};

    private static final int ROWS = 40;

    @TempDir
    private Path folder;

    private RunFixture fixture;

    @BeforeEach
    void open() throws Exception {
        fixture = new RunFixture(Files.createDirectory(folder.resolve("fixture")));
    }

    private static String smiles(final int row) {
        return "C".repeat(1 + row % 8) + (row % 3 == 0 ? "O" : row % 3 == 1 ? "N" : "Cl") + "C".repeat(row / 16);
    }

    private Path table(final String name, final String header, final String format) throws IOException {
        final List<String> lines = new ArrayList<>(List.of(header));
        for (int i = 0; i < ROWS; i++) {
            lines.add(String.format(Locale.ENGLISH, format, smiles(i), 5 + 0.1 * (i % 10) + i % 3, i % 3 == 0 ? "yes"
                : "no", i % 4 == 0 ? "test" : "train", "s" + i % 10));
        }
        return Files.write(folder.resolve(name), lines);
    }

    private int prune(final Path table, final String... more) {
        final List<String> args = new ArrayList<>(List.of("prune", table.toString()));
        args.addAll(Arrays.asList(SMALL));
        args.addAll(Arrays.asList(more));
        return fixture.run(args.toArray(String[]::new));
    }

    private static NetworkModel model(final Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return NetworkModel.read(in);
        }
    }

    @Test
    void guessesColumnsSaysSoAndWritesWhatTheExampleWrites() throws IOException {
        final Path table = table("t.csv", "smiles,activity,remark", "%s,%.2f,%s");
        Files.writeString(table, "C1C,5.0,yes\n", StandardOpenOption.APPEND);

        assertThat(prune(table)).as(fixture.err()).isZero();

        assertThat(fixture.out()).contains("note: The molecules are taken from the column 'smiles' (--smiles).",
            "note: The target is the column 'activity' (--target).",
            "Molecules       40 read, 1 skipped (see failed.csv)",
            "pruned ensemble", "pruned minus unpruned ensemble");
        final Path results = folder.resolve("t.pruned");
        assertThat(results.toFile().list()).containsExactlyInAnyOrder("command.txt", "failed.csv", "history.csv",
            "model.reductor", "model-unpruned.reductor", "predictions.csv", "report.html");
        assertThat(Files.readAllLines(results.resolve("predictions.csv"))).hasSize(1 + 8);
        assertThat(Files.readAllLines(results.resolve("failed.csv"))).hasSize(2);
        assertThat(Files.readString(results.resolve("command.txt")))
            .startsWith("reductor prune ").contains("--smiles smiles --target activity --test-percent 20.0");
        assertThat(model(results.resolve("model.reductor")).networks().size()).isEqualTo(3);
        assertThat(folder.resolve("t.pruned.unfinished")).doesNotExist();
        final Path library = Files.writeString(folder.resolve("new.smi"), "CCCO a\n");
        assertThat(fixture.run("predict", results.resolve("model.reductor").toString(), library.toString())).isZero();
    }

    @Test
    void classesGroupsASplitColumnAndSeveralTargetsAreThoseOfTheNodes() throws IOException {
        final Path table = table("t.tsv", "mol\tpIC50\tkind\tpart\tseries", "%s\t%.2f\t%s\t%s\t%s");

        assertThat(prune(table, "--smiles", "mol", "--target", "kind", "--split", "part", "--group", "series",
            "--number", "pIC50", "--output", folder.resolve("classes").toString())).as(fixture.err()).isZero();

        final NetworkModel model = model(folder.resolve("classes").resolve("model.reductor"));
        assertThat(model.networks().tasks().get(0).classes()).containsExactly("no", "yes");
        assertThat(model.provenance().rows()).isEqualTo(30);
        assertThat(model.recipe().toJson()).contains("numeric", "pIC50");
        assertThat(Files.readAllLines(folder.resolve("classes").resolve("predictions.csv"))).hasSize(1 + 10)
            .allMatch(line -> line.contains("test") || line.contains("part"));

        assertThat(prune(table, "--target", "pIC50", "--target", "kind", "--group-by", "molecule", "--output",
            folder.resolve("both").toString())).as(fixture.err()).isZero();
        assertThat(model(folder.resolve("both").resolve("model.reductor")).networks().tasks()).hasSize(2);
    }

    @Test
    void aChoiceOfColumnsIsAskedForAndAColumnThatIsNotThereIsNamed() throws IOException {
        final Path table = table("t.csv", "a,b,c,d,e", "%s,%.2f,%s,%s,%s");

        assertThat(prune(table)).isEqualTo(ExitCode.LOAD_FAILED);
        assertThat(fixture.err()).contains("Which column holds the molecules is not clear: name it with --smiles COLUMN",
            "'a'", "'e'");
        assertThat(prune(table, "--smiles", "x")).isEqualTo(ExitCode.LOAD_FAILED);
        assertThat(fixture.err()).contains("The table has no column 'x'");
        assertThat(folder.resolve("t.pruned")).doesNotExist();
    }

    @Test
    void settingsThatAreUnknownOrWrongAreToldWithThoseThatThereAre() throws IOException {
        final Path table = table("t.csv", "smiles,activity", "%s,%.2f");

        assertThat(prune(table, "--set", "lenght=3")).isEqualTo(ExitCode.LOAD_FAILED);
        assertThat(fixture.err()).contains("There is no setting 'lenght'.", "The learner has", "maxEpochs", "length");
        assertThat(prune(table, "--set", "maxEpochs=many")).isEqualTo(ExitCode.LOAD_FAILED);
        assertThat(fixture.err()).contains("'maxEpochs' cannot be 'many': it is an integer");
        assertThat(prune(table, "--set", "nonsense")).isEqualTo(ExitCode.BAD_OPTIONS);
        assertThat(fixture.err()).contains("'nonsense' is not of the form NAME=VALUE");
        assertThat(prune(table, "--group", "smiles", "--group-by", "scaffold")).isEqualTo(ExitCode.BAD_OPTIONS);
    }

    @Test
    void resultsAreReplacedOnlyIfAskedAndOnlyOurOwn() throws IOException {
        final Path table = table("t.csv", "smiles,activity", "%s,%.2f");
        final Path mine = Files.createDirectory(folder.resolve("mine"));
        assertThat(prune(table, "--output", mine.toString(), "--overwrite")).isNotZero();
        assertThat(fixture.err()).contains("was not made by 'reductor prune', so it is left alone");

        assertThat(prune(table)).isZero();
        final byte[] first = Files.readAllBytes(folder.resolve("t.pruned").resolve("predictions.csv"));
        assertThat(prune(table)).isNotZero();
        assertThat(fixture.err()).contains("add --overwrite");
        assertThat(prune(table, "--overwrite")).isZero();
        assertThat(Files.readAllBytes(folder.resolve("t.pruned").resolve("predictions.csv"))).isEqualTo(first);
        assertThat(folder.toFile().list()).noneMatch(name -> name.endsWith(".replaced"));
    }

    @Test
    void aRunThatWasCancelledGoesOnAndEndsInTheSameModel() throws IOException {
        final Path table = table("t.csv", "smiles,activity", "%s,%.2f");
        assertThat(prune(table, "--output", folder.resolve("whole").toString())).isZero();
        final Path trained = folder.resolve("cut.unfinished").resolve("run");
        final Thread watcher = new Thread(() -> {
            while (!Files.exists(trained.resolve("run.json")) && !Thread.interrupted()) {
                Thread.onSpinWait();
            }
            fixture.cancel.cancel();
        });
        watcher.setDaemon(true);
        watcher.start();
        final int code = prune(table, "--output", folder.resolve("cut").toString());
        watcher.interrupt();
        if (code != 0) {
            assertThat(fixture.err()).contains("was cancelled", "the same command goes on with it");
            assertThat(folder.resolve("cut")).doesNotExist();
            final var again = new ReductorCommand(System.out, System.err, fixture.root,
                new CancelFlag());
            final List<String> args = new ArrayList<>(List.of("prune", table.toString()));
            args.addAll(Arrays.asList(SMALL));
            args.addAll(List.of("--output", folder.resolve("cut").toString()));
            assertThat(again.run(args.toArray(String[]::new))).isZero();
        }
        assertThat(model(folder.resolve("cut").resolve("model.reductor")).fingerprint())
            .isEqualTo(model(folder.resolve("whole").resolve("model.reductor")).fingerprint());
    }
}
