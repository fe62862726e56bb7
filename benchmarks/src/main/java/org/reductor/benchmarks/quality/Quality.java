/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.benchmarks.quality;

import static org.reductor.benchmarks.Tables.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The command {@code benchmarks/quality}. */
public final class Quality {

    private static final String SUMMARY = "summary.md";

    private final QualityOptions options;
    private final Features features;
    private final ResultFile results;
    private final List<Method> methods;
    private int failures;

    private Quality(final QualityOptions options) {
        this.options = options;
        features = options.features();
        results = new ResultFile(options.out().resolve("results.jsonl"), Measurement.KEY);
        methods = options.methods().stream().map(id -> Methods.of(id, options)).toList();
    }

    /** @param args options as {@code --name value} */
    public static void main(final String[] args) {
        System.exit(run(System.out, args));
    }

    /**
     * @param out takes the summary
     * @param args options as {@code --name value}
     * @return the exit code: 0, or 1 if something failed
     */
    static int run(final PrintStream out, final String... args) {
        try {
            final Quality quality = new Quality(new QualityOptions(args));
            quality.run();
            out.println(Files.readString(quality.options.out().resolve(SUMMARY)));
            return quality.failures > 0 ? 1 : 0;
        } catch (final IllegalArgumentException | IllegalStateException | IOException e) {
            System.err.println("quality: " + e.getMessage());
            return 1;
        }
    }

    private void run() throws IOException {
        final Map<QualityTable, SplitRule> tables = new LinkedHashMap<>();
        for (final Path file : options.tables()) {
            final QualityTable table = QualityTable.read(file, options.ignored());
            tables.put(table, table.has(QualityTable.SPLIT) ? SplitRule.OWN : options.split(table.name()));
        }
        if (methods.stream().anyMatch(Trees.class::isInstance)) {
            Trees.requireNative();
        }
        Files.createDirectories(options.out());
        for (final Map.Entry<QualityTable, SplitRule> table : tables.entrySet()) {
            try {
                run(table.getKey(), table.getValue());
            } catch (final IllegalArgumentException e) { // others can still be measured
                failures++;
                System.err.println("quality: " + e.getMessage());
            }
        }
        writeSummary();
        if (failures > 0) {
            System.err.println("quality: " + failures + " table(s) or measurement(s) failed, see above; the same "
                + "command tries them again and nothing else.");
        }
    }

    private void run(final QualityTable table, final SplitRule rule) throws IOException {
        Problems problems = null;
        final long[] seeds = options.seeds();
        for (final long seed : seeds) {
            for (final Method method : methods) {
                final Measurement measurement = new Measurement(table, features, rule, method, seed);
                final boolean repeats = !method.seeded() && !rule.seeded() && seed != seeds[0];
                if (!repeats && !results.contains(measurement.description())) {
                    problems = problems == null ? new Problems(table, features, rule) : problems;
                    measure(measurement, problems.of(seed));
                }
            }
        }
        if (problems != null) {
            writeSummary();
        }
    }

    private void measure(final Measurement measurement, final Problem problem) throws IOException {
        final String what = measurement.table().name() + ", seed " + measurement.seed() + ", "
            + measurement.method().id();
        System.err.println(what + " ...");
        try {
            final ObjectNode result = measurement.measure(problem, options.threads(),
                System.getProperty("reductor.version", "unknown"));
            results.append(result);
            for (final JsonNode variant : result.path(Measurement.VARIANTS)) {
                System.err.println(format("    %-10s %s, %.0f s", variant.path(Measurement.VARIANT).asText(),
                    variant.path(Measurement.SCORES), result.path(Measurement.SECONDS).asDouble()));
            }
        } catch (final OutOfMemoryError e) {
            failures++;
            System.err.println("quality: " + what + " needs more memory. Give Java more, for example "
                + "JAVA_TOOL_OPTIONS=-Xmx8g.");
        } catch (final RuntimeException e) { // one measurement must not end a night's work
            failures++;
            System.err.println("quality: " + what + " failed. " + e);
            e.printStackTrace();
        }
    }

    private void writeSummary() throws IOException {
        final Summary summary = new Summary(results.lines());
        Files.writeString(options.out().resolve("results.csv"), summary.csv());
        Files.writeString(options.out().resolve(SUMMARY), summary.markdown());
    }
}
