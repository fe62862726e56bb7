/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.releng.knime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.reductor.cli.ReductorCommand;
import org.reductor.csv.CsvRecords;
import org.reductor.runner.workflow.CancelFlag;

/** Each test workflow runs in the KNIME of {@code -Dknime.home} and gives there what it gives in the stand-in. */
class KnimeHomeTest {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    private static final String HISTORY = "history.csv";

    /** The one column that no two runs have in common. */
    private static final String TIMES = "Time (s)";

    /** New for each run of the tests. */
    private static Path work;

    private static KnimeHome knime;

    @BeforeAll
    static void addTheBundles() throws IOException {
        final List<Path> bundles = new ArrayList<>();
        try (Stream<Path> modules = Files.list(ROOT.resolve("plugin"))) {
            for (final Path module : modules.map(m -> m.resolve("target")).filter(Files::isDirectory).toList()) {
                try (var jars = Files.newDirectoryStream(module, "*.jar")) {
                    jars.forEach(bundles::add);
                }
            }
        }
        bundles.removeIf(jar -> jar.toString().endsWith("-sources.jar"));
        assertThat(bundles).as("bundles that were built").isNotEmpty();
        work = Files.createTempDirectory(Files.createDirectories(Path.of("target").toAbsolutePath()), "workflows");
        knime = KnimeHome.with(Path.of(System.getProperty("knime.home")), work, bundles);
    }

    @TestFactory
    Stream<DynamicTest> workflowGivesInKnimeWhatItGivesInTheStandIn() throws IOException {
        final String only = System.getProperty("workflows", "");
        try (Stream<Path> folders = Files.list(ROOT.resolve("test-workflows"))) {
            return folders.filter(f -> Files.isRegularFile(f.resolve("workflow.knime"))).sorted().toList().stream()
                .filter(f -> only.isEmpty() || List.of(only.split(",")).contains(f.getFileName().toString()))
                .map(f -> DynamicTest.dynamicTest(f.getFileName().toString(), () -> compare(f)));
        }
    }

    private static void compare(final Path workflow) throws Exception {
        final Path inKnime = work.resolve("knime-runs").resolve(workflow.getFileName());
        copy(workflow, inKnime);
        final Path log = inKnime.resolveSibling(workflow.getFileName() + ".log");
        assertThat(knime.execute(inKnime, log)).as("exit code of KNIME; %s", log).isZero();

        final ByteArrayOutputStream printed = new ByteArrayOutputStream();
        final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        assertThat(new ReductorCommand(out, out, work, new CancelFlag()).run(new String[]{"run", workflow.toString()}))
            .as("exit code of the stand-in; %s", printed).isZero();
        final Path inStandIn = work.resolve("target/runs").resolve(workflow.getFileName());

        final List<String> tables = tables(inKnime);
        assertThat(tables).as("tables").isEqualTo(tables(inStandIn));
        for (final String table : tables) {
            final Path fromKnime = inKnime.resolve("data").resolve(table);
            final Path fromStandIn = inStandIn.resolve("data").resolve(table);
            if (table.equals(HISTORY)) {
                assertThat(withoutTimes(fromKnime)).as(table).isEqualTo(withoutTimes(fromStandIn));
            } else {
                assertThat(fromKnime).hasSameBinaryContentAs(fromStandIn);
            }
        }
    }

    private static List<List<String>> withoutTimes(final Path table) throws IOException {
        final List<List<String>> rows = new ArrayList<>();
        try (CsvRecords records = CsvRecords.plain(Files.newBufferedReader(table))) {
            for (String[] row = records.next(); row != null; row = records.next()) {
                rows.add(new ArrayList<>(Arrays.asList(row)));
            }
        }
        final int times = rows.get(0).indexOf(TIMES);
        assertThat(times).as(TIMES).isNotNegative();
        rows.forEach(row -> row.remove(times));
        return rows;
    }

    private static List<String> tables(final Path workflow) throws IOException {
        try (Stream<Path> files = Files.list(workflow.resolve("data"))) {
            return files.map(f -> f.getFileName().toString()).filter(f -> f.endsWith(".csv")).sorted().toList();
        }
    }

    private static void copy(final Path from, final Path to) throws IOException {
        Files.createDirectories(to.getParent());
        try (Stream<Path> all = Files.walk(from)) {
            for (final Path file : all.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
