/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.benchmarks.quality;

import static org.reductor.benchmarks.Tables.format;

import com.fasterxml.jackson.databind.JsonNode;

import org.reductor.benchmarks.Tables;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Tables of results: one line a variant for spreadsheets, and means for people. */
final class Summary {

    /** Aim of pruning: this share of the weights gone. */
    private static final double AIM = .9;

    private final List<Entry> entries = new ArrayList<>();
    private final Set<String> versions = new TreeSet<>();
    private final Set<String> features = new TreeSet<>();
    private final Map<String, Map<String, String>> common = new TreeMap<>();

    /** @param lines lines of a {@link ResultFile} */
    Summary(final List<JsonNode> lines) {
        final Map<String, Set<String>> splits = lines.stream().collect(Collectors.groupingBy(
            line -> line.path(Measurement.SET).asText(),
            Collectors.mapping(line -> line.path(Measurement.SPLIT).asText(), Collectors.toSet())));
        final Map<String, Set<String>> varying = varying(lines);
        for (final JsonNode line : lines) {
            versions.add(line.path(Measurement.VERSION).asText());
            features.add(line.path(Measurement.FEATURES).asText());
            final String set = line.path(Measurement.SET).asText();
            final String name = splits.get(set).size() == 1 ? set
                : set + " [" + line.path(Measurement.SPLIT).asText() + "]";
            final Map<String, String> configuration = configuration(line);
            final String suffix = varying.get(line.path(Measurement.METHOD).asText()).stream()
                .map(key -> key + "=" + configuration.getOrDefault(key, "")).collect(Collectors.joining(", "));
            configuration.keySet().removeAll(varying.get(line.path(Measurement.METHOD).asText()));
            configuration.remove(Measurement.FEATURES);
            if (!configuration.isEmpty()) {
                common.put(line.path(Measurement.METHOD).asText(), configuration);
            }
            for (final JsonNode variant : line.path(Measurement.VARIANTS)) {
                final String label = variant.path(Measurement.VARIANT).asText();
                entries.add(new Entry(name, suffix.isEmpty() ? label : label + " (" + suffix + ")", line, variant));
            }
        }
    }

    /** For each method the parts of its configuration that its results differ in. */
    private static Map<String, Set<String>> varying(final List<JsonNode> lines) {
        final Map<String, Map<String, Set<String>>> values = new TreeMap<>();
        final Map<String, Set<String>> keys = new TreeMap<>();
        for (final JsonNode line : lines) {
            final String method = line.path(Measurement.METHOD).asText();
            keys.computeIfAbsent(method, name -> new TreeSet<>()).addAll(configuration(line).keySet());
        }
        for (final JsonNode line : lines) {
            final String method = line.path(Measurement.METHOD).asText();
            final Map<String, String> configuration = configuration(line);
            keys.get(method).forEach(key -> values.computeIfAbsent(method, name -> new TreeMap<>())
                .computeIfAbsent(key, name -> new TreeSet<>()).add(configuration.getOrDefault(key, "")));
        }
        final Map<String, Set<String>> varying = new TreeMap<>();
        values.forEach((method, of) -> varying.put(method, of.entrySet().stream()
            .filter(entry -> entry.getValue().size() > 1).map(Map.Entry::getKey)
            .collect(Collectors.toCollection(TreeSet::new))));
        return varying;
    }

    private static Map<String, String> configuration(final JsonNode line) {
        final Map<String, String> configuration = new TreeMap<>();
        configuration.put(Measurement.FEATURES, line.path(Measurement.FEATURES).asText());
        line.path(Measurement.SETTINGS).properties()
            .forEach(setting -> configuration.put(setting.getKey(), setting.getValue().asText()));
        return configuration;
    }

    /** @return all results, a line a variant, separated by commas */
    String csv() {
        final StringBuilder text = new StringBuilder("set,split,seed,method,variant,metric,score,cliff_score,"
            + "difference,standard_error,weights_gone,inputs,seconds,training_rows,test_rows,unusable_rows,features,"
            + "settings,version\n");
        for (final Entry entry : entries) {
            final JsonNode line = entry.line();
            final List<Object> cells = new ArrayList<>(List.of(quoted(entry.set()),
                quoted(line.path(Measurement.SPLIT).asText()), line.path(Measurement.SEED),
                line.path(Measurement.METHOD).asText(), entry.variant().path(Measurement.VARIANT).asText(),
                entry.metric(), plain(entry.score(entry.metric())), plain(entry.cliffScore())));
            cells.add(entry.variant().path(Measurement.DIFFERENCE).asText());
            cells.add(entry.variant().path(Measurement.STANDARD_ERROR).asText());
            final boolean pruned = entry.isCompared();
            cells.add(pruned ? plain(entry.fact(PruningMethod.WEIGHTS_GONE)) : "");
            cells.add(pruned ? plain(entry.fact(PruningMethod.INPUTS)) : "");
            cells.addAll(List.of(plain(entry.seconds()), line.path("trainingRows"), line.path("testRows"),
                line.path("unusableRows"), quoted(line.path(Measurement.FEATURES).asText()),
                quoted(line.path(Measurement.SETTINGS).toString()), line.path(Measurement.VERSION).asText()));
            text.append(cells.stream().map(Object::toString).collect(Collectors.joining(","))).append('\n');
        }
        return text.toString();
    }

    private static String quoted(final String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    private static String plain(final double number) {
        return Double.isNaN(number) ? "" : Double.toString(number);
    }

    /** @return tables of means in Markdown */
    String markdown() {
        final StringBuilder text = new StringBuilder("Version " + String.join(", ", versions) + "; features "
            + String.join(" or ", features) + ".\n");
        if (versions.size() > 1) {
            text.append("Results of several versions are together: with another --out all is measured anew.\n");
        }
        common.forEach((method, settings) -> text.append("Settings of ").append(method).append(": ")
            .append(settings.entrySet().stream().map(Object::toString).collect(Collectors.joining(", ")))
            .append(".\n"));
        for (final String metric : entries.stream().map(Entry::metric).distinct().toList()) {
            final Map<String, List<Entry>> byLabel = entries.stream().filter(e -> e.metric().equals(metric))
                .collect(Collectors.groupingBy(Entry::label, LinkedHashMap::new, Collectors.toList()));
            text.append("\n## ").append(metric).append("\n\nMeans over sets of means over seeds.\n\n")
                .append(means(metric, byLabel));
            final List<Map.Entry<String, List<Entry>>> compared =
                byLabel.entrySet().stream().filter(label -> label.getValue().get(0).isCompared()).toList();
            if (!compared.isEmpty()) {
                text.append("\nBeside the first variant of the same run; a loss is a score that is worse, its standard "
                    + "error is of the paired bootstrap.\n\n").append(losses(compared));
            }
            text.append("\nMeans over seeds.\n\n").append(bySet(metric, byLabel));
        }
        return text.toString();
    }

    private static String means(final String metric, final Map<String, List<Entry>> byLabel) {
        final List<String> metrics = new ArrayList<>(new LinkedHashSet<>(List.of(metric)));
        byLabel.values().iterator().next().get(0).variant().path(Measurement.SCORES).fieldNames()
            .forEachRemaining(name -> {
                if (!metrics.contains(name)) {
                    metrics.add(name);
                }
            });
        final List<String> titles = new ArrayList<>(List.of("method", "sets", "runs"));
        final List<Function<Map.Entry<String, List<Entry>>, Object>> cells = new ArrayList<>(List.of(
            Map.Entry::getKey, label -> sets(label.getValue()), label -> label.getValue().size()));
        for (final String each : metrics) {
            titles.add(each);
            cells.add(label -> number(mean(label.getValue(), entry -> entry.score(each))));
        }
        titles.addAll(List.of(metric + " of activity cliffs", "s a run"));
        cells.add(label -> number(mean(label.getValue(), Entry::cliffScore)));
        cells.add(label -> format("%.0f", mean(label.getValue(), Entry::seconds)));
        return Tables.markdown(List.copyOf(byLabel.entrySet()), titles, cells);
    }

    private static String losses(final List<Map.Entry<String, List<Entry>>> compared) {
        return Tables.markdown(compared,
            List.of("variant", "runs", "mean loss", "beyond 1 s.e.", "beyond 2 s.e.", "largest, in s.e.",
                "weights gone, mean", "least", format("sets with %.0f %% gone", 100 * AIM), "inputs read"),
            List.of(Map.Entry::getKey, label -> label.getValue().size(),
                label -> format("%+.4f", mean(label.getValue(), Entry::loss)),
                label -> beyond(label.getValue(), 1), label -> beyond(label.getValue(), 2),
                label -> largest(label.getValue()),
                label -> percent(mean(label.getValue(), entry -> entry.fact(PruningMethod.WEIGHTS_GONE))),
                label -> percent(label.getValue().stream()
                    .mapToDouble(entry -> entry.fact(PruningMethod.WEIGHTS_GONE)).min().orElse(Double.NaN)),
                label -> bySet(label.getValue(), entry -> entry.fact(PruningMethod.WEIGHTS_GONE)).values().stream()
                    .filter(gone -> gone >= AIM).count() + " of " + sets(label.getValue()),
                label -> format("%.0f", mean(label.getValue(), entry -> entry.fact(PruningMethod.INPUTS)))));
    }

    private static String bySet(final String metric, final Map<String, List<Entry>> byLabel) {
        final List<String> sets = byLabel.values().stream().flatMap(List::stream).map(Entry::set).distinct().toList();
        final List<String> titles = new ArrayList<>(List.of("set"));
        final List<Function<String, Object>> cells = new ArrayList<>(List.of(set -> set));
        byLabel.forEach((label, of) -> {
            titles.add(label);
            final Map<String, Double> scores = bySet(of, entry -> entry.score(metric));
            cells.add(set -> number(scores.getOrDefault(set, Double.NaN)));
            if (of.get(0).isCompared()) {
                titles.add("loss, s.e.");
                final Map<String, Double> losses = bySet(of, Entry::loss);
                final Map<String, Double> errors = bySet(of, Entry::standardError);
                cells.add(set -> losses.containsKey(set)
                    ? format("%+.4f, %.4f", losses.get(set), errors.getOrDefault(set, Double.NaN)) : "");
                titles.add("weights gone");
                final Map<String, Double> gone = bySet(of, entry -> entry.fact(PruningMethod.WEIGHTS_GONE));
                cells.add(set -> percent(gone.getOrDefault(set, Double.NaN)));
            }
        });
        return Tables.markdown(sets, titles, cells);
    }

    private static int sets(final List<Entry> entries) {
        return (int)entries.stream().map(Entry::set).distinct().count();
    }

    /** For each set the mean over its runs; sets without a number are left out. */
    private static Map<String, Double> bySet(final List<Entry> entries, final ToDoubleFunction<Entry> value) {
        return entries.stream().filter(entry -> !Double.isNaN(value.applyAsDouble(entry))).collect(
            Collectors.groupingBy(Entry::set, LinkedHashMap::new, Collectors.averagingDouble(value)));
    }

    private static double mean(final List<Entry> entries, final ToDoubleFunction<Entry> value) {
        return bySet(entries, value).values().stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    private static long beyond(final List<Entry> entries, final int errors) {
        return entries.stream().filter(entry -> entry.loss() > errors * entry.standardError()).count();
    }

    private static String largest(final List<Entry> entries) {
        final Entry worst = entries.stream().max(Comparator.comparingDouble(Summary::inErrors)).orElseThrow();
        return format("%.1f (%s, seed %s)", inErrors(worst), worst.set(), worst.line().path(Measurement.SEED).asText());
    }

    private static double inErrors(final Entry entry) {
        return entry.loss() == 0 ? 0 : entry.loss() / entry.standardError();
    }

    private static String number(final double number) {
        return Double.isNaN(number) ? "" : format("%.4f", number);
    }

    private static String percent(final double share) {
        return Double.isNaN(share) ? "" : format("%.1f %%", 100 * share);
    }
}
