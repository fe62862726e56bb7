/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.workflows;

import static org.assertj.core.api.Assertions.assertThat;

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

    private static void run(final Path workflow) {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        final ByteArrayOutputStream err = new ByteArrayOutputStream();
        final int code = new ReductorCommand(new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8), Path.of(""), new CancelFlag()).run("run",
                workflow.toString());
        final String errors = err.toString(StandardCharsets.UTF_8);
        final String results = out.toString(StandardCharsets.UTF_8);
        System.out.println(workflow + "\n" + results + errors);
        assertThat(code).as("exit code; %s", errors).isZero();
        assertThat(errors).as("errors").isEmpty();
        assertThat(results.lines().filter(l -> l.startsWith("warning:"))).as("warnings while loading").isEmpty();
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
