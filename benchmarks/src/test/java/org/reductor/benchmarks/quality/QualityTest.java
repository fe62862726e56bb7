/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.benchmarks.quality;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The whole command on a table of alcohols and amines. */
class QualityTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    @Test
    void whatIsMeasuredIsNotMeasuredAgain() throws IOException {
        final Path table = table();
        final Path results = folder.resolve("out/results.jsonl");
        assertThat(run(table, "--seeds", "1")).isZero();
        final List<String> first = Files.readAllLines(results);
        assertThat(first).hasSize(3).anySatisfy(line -> assertThat(line).contains("\"intervalCoverage\":"));
        assertThat(output.toString(StandardCharsets.UTF_8)).contains("| unpruned | 1 | 1 |")
            .contains("| pruned | 1 | 1 |").contains("| boosting | 1 | 1 |").contains("| svm | 1 | 1 |");

        // The machine does not depend on the seed, nor does the split: it is not measured for the second one.
        assertThat(run(table, "--seeds", "1,2")).isZero();
        assertThat(Files.readAllLines(results)).hasSize(5).startsWith(first.toArray(String[]::new));

        // Other settings concern the networks only.
        assertThat(run(table, "--seeds", "1", "--set", "dropout=.1")).isZero();
        assertThat(Files.readAllLines(results)).hasSize(6);
        assertThat(Files.readString(folder.resolve("out/summary.md"))).contains("| pruned (dropout=0.1) | 1 | 1 |");
        assertThat(Files.readAllLines(folder.resolve("out/results.csv"))).hasSize(1 + 3 * 2 + 3);
    }

    @Test
    void aSettingThatThereIsNotIsRefusedBeforeAnythingIsMeasured() throws IOException {
        assertThat(run(table(), "--set", "nope=1")).isEqualTo(1);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void aTableThatCannotBeUsedDoesNotStopTheOthers() throws IOException {
        final Path bad = Files.write(folder.resolve("bad.csv"), List.of("smiles,y", "nonsense,1", "C1CC,2"));
        assertThat(run(bad, "--data", table().toString(), "--methods", "svm", "--seeds", "1")).isEqualTo(1);
        assertThat(Files.readAllLines(folder.resolve("out/results.jsonl"))).singleElement().asString()
            .contains("\"set\":\"chains\"");
    }

    private int run(final Path table, final String... more) {
        final List<String> arguments = new ArrayList<>(List.of("--data", table.toString(), "--out",
            folder.resolve("out").toString(), "--threads", "1", "--features",
            "morgan:64:2,descriptors", "--set", "hiddenUnits=4", "--set", "rounds=2", "--set", "maxEpochs=3",
            "--set", "folds=3", "--set", "batchSize=8", "--set", "criterion=MAGNITUDE"));
        arguments.addAll(List.of(more));
        if (!arguments.contains("--methods")) {
            arguments.addAll(List.of("--methods", "pruning,boosting,svm"));
        }
        return Quality.run(new PrintStream(output, true, StandardCharsets.UTF_8), arguments.toArray(String[]::new));
    }

    private Path table() throws IOException {
        final List<String> lines = new ArrayList<>(List.of("smiles,y,split,cliff"));
        for (int carbons = 1; carbons <= 30; carbons++) {
            for (final String end : List.of("O", "N")) {
                lines.add("C".repeat(carbons) + end + "," + (carbons + (end.equals("O") ? 5 : 0)) + ","
                    + (carbons % 5 == 0 ? "test" : "train") + "," + carbons % 2);
            }
        }
        return Files.write(folder.resolve("chains.csv"), lines);
    }
}
