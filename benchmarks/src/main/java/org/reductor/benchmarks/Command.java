/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A job or a peer's job as a command whose last line of output is JSON.
 *
 * @param name what the table calls it
 * @param command program and arguments
 */
record Command(String name, List<String> command) {

    /** A job of this program in a Java process of its own. */
    static Command job(final String name, final String heap, final String... arguments) {
        final List<String> command = new ArrayList<>(List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx" + heap, "-cp",
            System.getProperty("java.class.path"), Job.class.getName()));
        command.addAll(Arrays.asList(arguments));
        return new Command(name, command);
    }

    /**
     * Runs the command; what it measured also goes to the error stream, so that a long comparison can be followed.
     *
     * @return what it printed last
     * @throws IOException if it fails, with what it printed
     */
    JsonNode run() throws IOException, InterruptedException {
        System.err.println("  " + name + " ...");
        final Process process = new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
        process.getOutputStream().close();
        final String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IOException("'" + name + "' failed with exit code " + process.exitValue() + ": "
                + String.join(" ", command) + System.lineSeparator() + output);
        }
        final String json = output.substring(output.lastIndexOf('\n') + 1);
        System.err.println("    " + json);
        return Job.JSON.readTree(json);
    }
}
