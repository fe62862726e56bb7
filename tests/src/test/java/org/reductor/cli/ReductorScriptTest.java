/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.reductor.runner.workflow.Failures;

/** The script {@code reductor}, in a project that is built already, with a Java that prints its arguments. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the script is written for bash; Windows runs workflows in KNIME")
class ReductorScriptTest {

    private static final String MAIN = ReductorCommand.class.getName();

    @TempDir
    Path project;

    @BeforeEach
    void createProject() throws IOException {
        Files.copy(Path.of("..", "reductor"), project.resolve("reductor"));
        Files.createFile(project.resolve("pom.xml"));
        for (final String folder : List.of("releng/targets", "plugin", "embedded", "cli/target", "java/bin")) {
            Files.createDirectories(project.resolve(folder));
        }
        final Path jar = Files.createFile(project.resolve("cli/target/cli-1.jar"));
        Files.writeString(project.resolve("cli/target/classpath.txt"), jar.toString());
        Files.writeString(project.resolve("java/bin/java"), """
            #!/bin/sh
            if [ "$1" = -version ]; then
                echo 'openjdk version "17.0.1"' >&2
            else
                printf '%s\\n' "$@"
            fi
            """);
        assertThat(project.resolve("java/bin/java").toFile().setExecutable(true)).isTrue();
    }

    private List<String> run(final String javaOptions, final String... args) throws Exception {
        final ProcessBuilder builder = new ProcessBuilder(Stream.concat(
            Stream.of("bash", project.resolve("reductor").toString()), Arrays.stream(args)).toList());
        builder.environment().put("JAVA_HOME", project.resolve("java").toString());
        builder.environment().remove(Failures.JAVA_OPTIONS);
        builder.environment().remove("REDUCTOR_DL4J");
        if (javaOptions != null) {
            builder.environment().put(Failures.JAVA_OPTIONS, javaOptions);
        }
        final Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        final String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(out).isZero();
        return out.lines().toList();
    }

    @Test
    void heapIsAShareOfTheMemoryAndNoFixedSize() throws Exception {
        assertThat(run(null, "nodes")).contains("-XX:MaxRAMPercentage=60").noneMatch(a -> a.startsWith("-Xmx"))
            .endsWith(MAIN, "nodes");
    }

    @Test
    void variableThatTheMessagesRecommendReachesJavaBehindTheDefaults() throws Exception {
        assertThat(run("-Xmx2400m -Dreductor.debug=true", "run", "a b")).containsSubsequence(
            "-XX:MaxRAMPercentage=60", "-Xmx2400m", "-Dreductor.debug=true", "-cp", MAIN, "run", "a b");
    }

    @Test
    void helpBeforeTheFirstBuildNamesTheVariable() throws Exception {
        Files.delete(project.resolve("cli/target/classpath.txt"));
        assertThat(run(null, "--help")).anyMatch(line -> line.contains(Failures.JAVA_OPTIONS + "=-Xmx"));
    }
}
