/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.reductor.runner.cli.ReductorCommand;
import org.reductor.runner.registry.ExtensionRegistry;
import org.reductor.runner.registry.NodeEntry;
import org.reductor.runner.workflow.CancelFlag;

/** Executes each workflow beside this module's sources, on a copy below {@code target/runs}. */
class TestWorkflowsTest {

    private static final Pattern FACTORY = Pattern.compile("<entry key=\"factory\"[^>]* value=\"([^\"]+)\"");

    private static List<Path> workflows() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of(""))) {
            return folders.filter(f -> Files.isRegularFile(f.resolve("workflow.knime"))).sorted().toList();
        }
    }

    @TestFactory
    Stream<DynamicTest> workflowLoadsWithoutComplaintAndRuns() throws IOException {
        return workflows().stream().map(w -> DynamicTest.dynamicTest(w.toString(), () -> run(w)));
    }

    /**
     * The yield workflow on the measured Buchwald-Hartwig couplings, where their table is at hand; smaller networks
     * than those of the workflow, which take minutes, do as well.
     */
    @Test
    void yieldsOfMeasuredReactionsArePredictedWithAHundredthOfTheWeights() throws IOException {
        final Path table = Path.of(System.getenv().getOrDefault("REDUCTOR_BENCHMARK_DATA", "../../shared/data"))
            .resolve("yield-buchwald-hartwig.csv").toAbsolutePath().normalize();
        assumeTrue(Files.isRegularFile(table), () -> table + " is not there");
        final String results = run(Path.of("yield"),
            "-option=1,settings/file_selection/path/file_system_type,LOCAL,String",
            "-option=1,settings/file_selection/path/path," + table + ",String", "-option=4,hiddenLayers,256,String",
            "-option=9,predicates/1/predicateValues/values/0/value,0.93,double");
        final Matcher gone = Pattern.compile("\\(([0-9.]+) % gone\\) that can still change a prediction")
            .matcher(results);
        assertThat(gone.find()).as(results).isTrue();
        assertThat(Double.parseDouble(gone.group(1))).isGreaterThanOrEqualTo(99);
    }

    private static String run(final Path workflow, final String... options) {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        final ByteArrayOutputStream err = new ByteArrayOutputStream();
        final int code = new ReductorCommand(new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8), Path.of(""), new CancelFlag())
                .run(Stream.concat(Stream.of("run", workflow.toString()), Stream.of(options)).toArray(String[]::new));
        final String errors = err.toString(StandardCharsets.UTF_8);
        final String results = out.toString(StandardCharsets.UTF_8);
        System.out.println(workflow + "\n" + results + errors);
        assertThat(code).as("exit code; %s", errors).isZero();
        assertThat(errors).as("errors").isEmpty();
        assertThat(results.lines().filter(l -> l.startsWith("warning:"))).as("warnings while loading").isEmpty();
        return results;
    }

    @Test
    void eachNodeOccursInAWorkflow() throws IOException {
        final Set<String> missing = new TreeSet<>();
        ExtensionRegistry.ofClassPath().nodes().stream().filter(n -> !n.isStandIn()).map(NodeEntry::factoryName)
            .forEach(missing::add);
        for (final Path workflow : workflows()) {
            missing.removeAll(factories(workflow));
        }
        assertThat(missing).as("nodes that no test workflow uses").isEmpty();
    }

    private static Set<String> factories(final Path workflow) throws IOException {
        final Set<String> result = new TreeSet<>();
        try (Stream<Path> files = Files.walk(workflow)) {
            for (final Path file : files.filter(f -> f.endsWith("settings.xml")).toList()) {
                final Matcher matcher = FACTORY.matcher(Files.readString(file));
                while (matcher.find()) {
                    result.add(matcher.group(1));
                }
            }
        }
        return result;
    }
}
