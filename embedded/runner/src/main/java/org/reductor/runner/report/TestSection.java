/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.report;

import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

import org.reductor.core.objective.PairedBootstrap;

/** The lines on how well the networks predict molecules that they have not seen. */
final class TestSection {

    private static final int SAMPLES = 2000;

    /** Fixed, so that the same predictions always give the same figure. */
    private static final long SEED = 20220301;

    private TestSection() {
    }

    /**
     * @param table predictions for the test molecules
     * @param target name of the column with the measured values
     */
    static void add(final Lines lines, final CsvTable table, final String target) {
        final Optional<double[]> reference = table.numbers(target).filter(TestScores::complete);
        if (reference.isEmpty()) {
            return;
        }
        final Optional<TestScores> pruned = PredictionColumns.pruned(table.names(), target)
            .flatMap(c -> TestScores.of(table, reference.get(), c));
        final Optional<TestScores> unpruned = PredictionColumns.unpruned(table.names(), target)
            .flatMap(c -> TestScores.of(table, reference.get(), c));
        if (pruned.isEmpty()) {
            return;
        }
        lines.add("Test", "%,d molecules that no training step has seen (errors in units of %s)", table.size(), target);
        lines.add("", "%-32s %8s %8s", "", "RMSE", "R2");
        unpruned.ifPresent(s -> lines.add("", "%-32s %8.4f %8.4f", "unpruned ensemble", s.rmse(), s.r2()));
        lines.add("", "%-32s %8.4f %8.4f", "pruned ensemble", pruned.get().rmse(), pruned.get().r2());
        unpruned.ifPresent(s -> single(lines, "unpruned", s));
        single(lines, "pruned", pruned.get());
        unpruned.ifPresent(s -> difference(lines, reference.get(), pruned.get(), s));
    }

    private static void single(final Lines lines, final String kind, final TestScores scores) {
        if (scores.networks() > 0) {
            lines.add("", "%-32s %8.4f %8.4f", kind + " single, mean of " + scores.networks(), scores.rmseSingle(),
                scores.r2Single());
        }
    }

    private static void difference(final Lines lines, final double[] reference, final TestScores pruned,
        final TestScores unpruned) {
        final double difference = pruned.rmse() - unpruned.rmse();
        if (reference.length < 2) {
            return;
        }
        final double error = PairedBootstrap.standardErrorOfRmseDifference(errors(reference, pruned),
            errors(reference, unpruned), SAMPLES, new Random(SEED));
        lines.add("", "pruned minus unpruned ensemble: RMSE %+.4f, standard error %.4f", difference, error);
        lines.add("", "(of the paired difference, by bootstrap over the test molecules): %s",
            verdict(difference, error));
    }

    private static double[] errors(final double[] reference, final TestScores scores) {
        return IntStream.range(0, reference.length).mapToDouble(row -> scores.ensemble()[row] - reference[row])
            .toArray();
    }

    private static String verdict(final double difference, final double error) {
        if (difference > error) {
            return "pruning has cost accuracy";
        }
        return difference < -error ? "the pruned networks are more accurate" : "no difference that counts";
    }
}
