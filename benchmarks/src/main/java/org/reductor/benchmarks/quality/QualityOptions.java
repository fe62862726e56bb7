/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.benchmarks.quality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Options of the command, given as {@code --name value}. */
final class QualityOptions {

    private static final Set<String> NAMES =
        Set.of("data", "out", "seeds", "methods", "threads", "features", "split", "set", "ignore");

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    /**
     * @param args the arguments
     * @throws IllegalArgumentException if an option is not known, or has no value
     */
    QualityOptions(final String... args) {
        for (int i = 0; i < args.length; i += 2) {
            final String name = args[i].replaceFirst("^--", "");
            if (!args[i].startsWith("--") || !NAMES.contains(name)) {
                throw new IllegalArgumentException("There is no option '" + args[i] + "'. There are "
                    + NAMES.stream().sorted().map(known -> "--" + known).toList() + ".");
            }
            if (i + 1 == args.length) {
                throw new IllegalArgumentException("The option --" + name + " needs a value.");
            }
            values.computeIfAbsent(name, key -> new ArrayList<>()).add(args[i + 1]);
        }
    }

    /**
     * @return the CSV files to run, folder by folder in the order of their names
     * @throws IOException if a folder cannot be read
     * @throws IllegalArgumentException if there is no file, or two have the same name
     */
    List<Path> tables() throws IOException {
        final List<Path> files = new ArrayList<>();
        for (final String text : list("data", "")) {
            final Path path = Path.of(text);
            if (Files.isDirectory(path)) {
                try (Stream<Path> content = Files.list(path)) {
                    files.addAll(content.filter(file -> file.toString().endsWith(".csv")).sorted().toList());
                }
            } else if (Files.isRegularFile(path)) {
                files.add(path);
            } else {
                throw new IllegalArgumentException("There is no file or folder " + path
                    + ". --data names CSV files or folders with them, joined by commas.");
            }
        }
        if (files.isEmpty()) {
            throw new IllegalArgumentException("There is no CSV file in " + list("data", "") + ".");
        }
        if (files.stream().map(Path::getFileName).distinct().count() < files.size()) {
            throw new IllegalArgumentException("Two of the tables have the same name, by which results are told apart: "
                + files + ".");
        }
        return files;
    }

    /** @return the folder for results */
    Path out() {
        return Path.of(last("out", "quality"));
    }

    /** @return seeds in the order to run */
    long[] seeds() {
        return list("seeds", "1,2,3").stream().mapToLong(text -> number("seeds", text, Long::parseLong)).toArray();
    }

    /** @return names of the methods in the order to run */
    List<String> methods() {
        return list("methods", String.join(",", Methods.ids()));
    }

    /** @return threads that a method may use */
    int threads() {
        final int threads = number("threads", last("threads", "" + Runtime.getRuntime().availableProcessors()),
            Integer::parseInt);
        if (threads < 1) {
            throw new IllegalArgumentException("--threads is " + threads + "; it must be at least 1.");
        }
        return threads;
    }

    /** @return features of molecules */
    Features features() {
        return Features.of(last("features", Features.DEFAULT.toString()));
    }

    /** @return columns that are not data */
    Set<String> ignored() {
        return Set.copyOf(list("ignore", ""));
    }

    /**
     * @param table name of a table without a split of its own
     * @return how it is split: {@code --split TABLE=RULE}, or else {@code --split RULE}
     */
    SplitRule split(final String table) {
        SplitRule rule = SplitRule.of("random:.2");
        boolean own = false;
        for (final String text : values.getOrDefault("split", List.of())) {
            final int equals = text.indexOf('=');
            if (equals < 0 && !own) {
                rule = SplitRule.of(text);
            } else if (equals >= 0 && text.substring(0, equals).equals(table)) {
                rule = SplitRule.of(text.substring(equals + 1));
                own = true;
            }
        }
        return rule;
    }

    /** @return settings of a run in place of the defaults, by the names under which they are stored */
    Map<String, String> settings() {
        final Map<String, String> settings = new LinkedHashMap<>();
        for (final String text : values.getOrDefault("set", List.of())) {
            final int equals = text.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("--set takes NAME=VALUE, but not '" + text + "'.");
            }
            settings.put(text.substring(0, equals), text.substring(equals + 1));
        }
        return settings;
    }

    private List<String> list(final String name, final String otherwise) {
        return values.getOrDefault(name, List.of(otherwise)).stream().flatMap(text -> Arrays.stream(text.split(",")))
            .filter(text -> !text.isBlank()).toList();
    }

    private String last(final String name, final String otherwise) {
        final List<String> given = values.getOrDefault(name, List.of(otherwise));
        return given.get(given.size() - 1);
    }

    private static <T> T number(final String name, final String text, final Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (final NumberFormatException e) {
            throw new IllegalArgumentException("--" + name + " has '" + text + "', which is no whole number.", e);
        }
    }
}
