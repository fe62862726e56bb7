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
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

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

    /** The median of numbers. */
    static double median(final List<Double> numbers) {
        final double[] sorted = numbers.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        final int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** A table in Markdown. */
    static <T> String table(final List<T> rows, final List<String> titles, final List<Function<T, Object>> cells) {
        final StringBuilder text = new StringBuilder();
        text.append("| ").append(String.join(" | ", titles)).append(" |\n|");
        titles.forEach(title -> text.append("---|"));
        text.append('\n');
        for (final T row : rows) {
            text.append("| ").append(cells.stream().map(cell -> cell.apply(row).toString())
                .collect(Collectors.joining(" | "))).append(" |\n");
        }
        return text.toString();
    }

    static String format(final String format, final Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
