/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.reductor.core.data.Task;
import org.reductor.core.objective.Metric;
import org.reductor.core.objective.Metrics;

/**
 * The lines on how well the networks predict a target of molecules that they have not seen. Rows of which it is not
 * known what is true, or without a prediction, are left out and counted; where no scores are possible, the section says
 * why.
 */
final class TestSection {

    private static final String LABEL = "Test";

    private static final List<Metric> OF_NUMBERS = List.of(Metrics.RMSE, Metrics.of("R2"));

    private static final List<Metric> OF_CLASSES =
        List.of(Metrics.LOG_LOSS, Metrics.of("ROC_AUC"), Metrics.of("MCC"));

    private final Lines lines;

    private final CsvTable table;

    private final Task task;

    private final String file;

    private final List<Metric> metrics;

    /**
     * @param lines the section is added to them
     * @param table predictions for the test molecules
     * @param file what the messages call it
     * @param task the target, whose name is that of the column with what is true
     */
    TestSection(final Lines lines, final CsvTable table, final String file, final Task task) {
        this.lines = lines;
        this.table = table;
        this.file = file;
        this.task = task;
        metrics = task.isNumber() ? OF_NUMBERS : OF_CLASSES;
    }

    void add() {
        final Optional<List<String>> measured = table.texts(task.name());
        final Optional<PredictionColumns> pruned = PredictionColumns.pruned(table.names(), task);
        final Optional<PredictionColumns> unpruned = PredictionColumns.unpruned(table.names(), task);
        if (table.size() == 0) {
            noScores("%s has no rows", file);
        } else if (measured.isEmpty()) {
            noScores("%s has no column '%s' with measured values; it has %s", file, task.name(), table.names());
        } else if (pruned.isEmpty()) {
            noScores("%s has no column '%s'; it has %s", file, String.join("', '", PredictionColumns.of(task)),
                table.names());
        } else {
            final List<double[]> predictions = Stream.concat(pruned.stream(), unpruned.stream())
                .flatMap(c -> Stream.concat(Stream.of(c.ensemble()), c.networks().stream()))
                .flatMap(names -> numbers(names).stream()).toList();
            scores(new TestRows(task, measured.get(), predictions), pruned.get(), unpruned);
        }
    }

    private void noScores(final String reason, final Object... values) {
        lines.add(LABEL, "no scores: " + reason, values);
    }

    private List<double[]> numbers(final List<String> names) {
        return names.stream().map(name -> table.numbers(name).orElseThrow()).toList();
    }

    private void scores(final TestRows rows, final PredictionColumns pruned,
        final Optional<PredictionColumns> unpruned) {
        final int used = rows.usable().length;
        if (used == 0) {
            noScores("no row of %s has both a measured and a predicted %s", file,
                task.isNumber() ? "number" : "class of '" + task.name() + "'");
        } else {
            lines.add(LABEL, "%s molecules that no training step has seen (%s%s)",
                used == table.size() ? number(used) : number(used) + " of " + number(table.size()),
                task.isNumber() ? "errors in units of " : "classes of ", task.name());
        }
        leftOut(rows.withoutValue(), (task.isNumber() ? "no finite number" : "no class that the networks know") + " in '"
            + task.name() + "'");
        leftOut(rows.withoutPrediction(), "no prediction");
        if (rows.bounds() > 0) {
            lines.add("", "%s of them %s a bound only: predictions that keep it have no error, R2 does without",
                number((int)rows.bounds()), rows.bounds() == 1 ? "has" : "have");
        }
        if (used > 0) {
            scores(scores(rows, pruned), unpruned.map(columns -> scores(rows, columns)));
        }
    }

    private TestScores scores(final TestRows rows, final PredictionColumns columns) {
        return new TestScores(rows.judged(numbers(columns.ensemble())),
            columns.networks().stream().map(names -> rows.judged(numbers(names))).toList());
    }

    private void scores(final TestScores pruned, final Optional<TestScores> unpruned) {
        final StringBuilder header = new StringBuilder(String.format("%-32s", ""));
        metrics.forEach(metric -> header.append(String.format(" %8s", metric.label())));
        lines.add("", "%s", header);
        unpruned.ifPresent(s -> score("unpruned ensemble", metrics.stream().map(s::of)));
        score("pruned ensemble", metrics.stream().map(pruned::of));
        unpruned.ifPresent(s -> single("unpruned", s));
        single("pruned", pruned);
        unpruned.filter(s -> s.ensemble().rows() > 1).ifPresent(s -> difference(pruned, s));
    }

    /** @param rows the rows that the scores do without, counted from 0 */
    private void leftOut(final int[] rows, final String lack) {
        if (rows.length > 0) {
            lines.add("", rows.length == 1 ? "%s row has %s and is left out: row %s of %s"
                : "%s rows have %s and are left out; the first is row %s of %s", number(rows.length), lack,
                number(rows[0] + 1), file);
        }
    }

    private void single(final String kind, final TestScores scores) {
        if (!scores.networks().isEmpty()) {
            score(kind + " single, mean of " + scores.networks().size(), metrics.stream().map(scores::single));
        }
    }

    /** Some scores have no value, for example R2 where all measured values are the same. */
    private void score(final String what, final Stream<Double> scores) {
        final StringBuilder line = new StringBuilder(String.format("%-32s", what));
        scores.forEach(score -> line.append(String.format(" %8s",
            Double.isFinite(score) ? String.format(Locale.ENGLISH, "%.4f", score) : "-")));
        lines.add("", "%s", line);
    }

    private void difference(final TestScores pruned, final TestScores unpruned) {
        final Metric metric = metrics.get(0);
        final double difference = pruned.of(metric) - unpruned.of(metric);
        final double error = pruned.standardErrorOfDifference(metric, unpruned);
        lines.add("", "pruned minus unpruned ensemble: %s %+.4f, standard error %.4f", metric.label(), difference,
            error);
        lines.add("", "(of the paired difference, by bootstrap over the test molecules): %s",
            verdict(difference, error));
    }

    private static String verdict(final double difference, final double error) {
        if (difference > error) {
            return "pruning has cost accuracy";
        }
        return difference < -error ? "the pruned networks are more accurate" : "no difference that counts";
    }

    private static String number(final int count) {
        return String.format(Locale.ENGLISH, "%,d", count);
    }
}
