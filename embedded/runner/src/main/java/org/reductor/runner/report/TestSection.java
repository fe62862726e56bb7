/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

import org.reductor.core.objective.PairedBootstrap;

/**
 * The lines on how well the networks predict molecules that they have not seen. Rows without a measured or a predicted
 * number are left out and counted; where no scores are possible, the section says why.
 */
final class TestSection {

    private static final String LABEL = "Test";

    private static final int SAMPLES = 2000;

    /** Fixed, so that the same predictions always give the same figure. */
    private static final long SEED = 20220301;

    private final Lines lines;

    private final CsvTable table;

    private final String target;

    private final String file;

    /**
     * @param lines the section is added to them
     * @param table predictions for the test molecules
     * @param file what the messages call it
     * @param target name of the column with the measured values
     */
    TestSection(final Lines lines, final CsvTable table, final String file, final String target) {
        this.lines = lines;
        this.table = table;
        this.file = file;
        this.target = target;
    }

    void add() {
        final Optional<double[]> measured = table.numbers(target);
        final Optional<PredictionColumns> pruned = PredictionColumns.pruned(table.names(), target);
        final Optional<PredictionColumns> unpruned = PredictionColumns.unpruned(table.names(), target);
        if (table.size() == 0) {
            noScores("%s has no rows", file);
        } else if (measured.isEmpty()) {
            noScores("%s has no column '%s' with measured values; it has %s", file, target, table.names());
        } else if (pruned.isEmpty()) {
            noScores("%s has no column 'Prediction (%s)'; it has %s", file, target, table.names());
        } else {
            final List<double[]> predictions = new ArrayList<>(columns(pruned.get()));
            unpruned.ifPresent(c -> predictions.addAll(columns(c)));
            scores(new TestRows(measured.get(), predictions), measured.get(), pruned.get(), unpruned);
        }
    }

    private void noScores(final String reason, final Object... values) {
        lines.add(LABEL, "no scores: " + reason, values);
    }

    private List<double[]> columns(final PredictionColumns columns) {
        final List<double[]> result = new ArrayList<>(List.of(numbers(columns.ensemble())));
        columns.networks().forEach(name -> result.add(numbers(name)));
        return result;
    }

    private double[] numbers(final String name) {
        return table.numbers(name).orElseThrow();
    }

    private void scores(final TestRows rows, final double[] measured, final PredictionColumns pruned,
        final Optional<PredictionColumns> unpruned) {
        final int used = rows.usable().length;
        if (used == 0) {
            noScores("no row of %s has both a measured and a predicted number", file);
        } else {
            lines.add(LABEL, "%s molecules that no training step has seen (errors in units of %s)",
                used == table.size() ? number(used) : number(used) + " of " + number(table.size()), target);
        }
        leftOut(rows.withoutValue(), "no finite number in '" + target + "'");
        leftOut(rows.withoutPrediction(), "no prediction");
        if (used > 0) {
            final TestScores prunedScores = TestScores.of(rows, measured, columns(pruned));
            final Optional<TestScores> unprunedScores =
                unpruned.map(c -> TestScores.of(rows, measured, columns(c)));
            lines.add("", "%-32s %8s %8s", "", "RMSE", "R2");
            unprunedScores.ifPresent(s -> score("unpruned ensemble", s.rmse(), s.r2()));
            score("pruned ensemble", prunedScores.rmse(), prunedScores.r2());
            unprunedScores.ifPresent(s -> single("unpruned", s));
            single("pruned", prunedScores);
            unprunedScores.filter(s -> used > 1).ifPresent(s -> difference(prunedScores, s));
        }
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
        if (scores.networks() > 0) {
            score(kind + " single, mean of " + scores.networks(), scores.rmseSingle(), scores.r2Single());
        }
    }

    /** R2 has no value where all measured values are the same. */
    private void score(final String what, final double rmse, final double r2) {
        lines.add("", "%-32s %8.4f %8s", what, rmse,
            Double.isFinite(r2) ? String.format(Locale.ENGLISH, "%.4f", r2) : "-");
    }

    private void difference(final TestScores pruned, final TestScores unpruned) {
        final double difference = pruned.rmse() - unpruned.rmse();
        final double error = PairedBootstrap.standardErrorOfRmseDifference(pruned.errors(), unpruned.errors(),
            SAMPLES, new Random(SEED));
        lines.add("", "pruned minus unpruned ensemble: RMSE %+.4f, standard error %.4f", difference, error);
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
