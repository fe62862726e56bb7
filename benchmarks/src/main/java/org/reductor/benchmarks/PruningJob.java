/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.benchmarks;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.reductor.core.data.Dataset;
import org.reductor.core.network.NetworkEnsemble;
import org.reductor.core.network.Predictor;
import org.reductor.core.objective.PairedBootstrap;
import org.reductor.core.prune.AcceptanceRule;
import org.reductor.core.prune.PruningResult;
import org.reductor.core.prune.PruningRun;
import org.reductor.core.prune.PruningSettings;
import org.reductor.core.prune.RoundRecord;
import org.reductor.core.prune.RunMonitor;
import org.reductor.core.prune.criterion.ImportanceCriterion;
import org.reductor.core.train.TrainingSettings;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/** A whole pruning run with its test: time, memory, and what was lost by pruning. */
final class PruningJob {

    private static final int RESAMPLES = 5000;

    private PruningJob() {
    }

    static ObjectNode run(final BenchmarkData.Table table, final Job.Options options) throws IOException {
        final int seed = options.number("seed", 1);
        final BenchmarkData data = BenchmarkData.read(options.path("data"), table, seed);
        final PruningSettings settings = settings(table, ImportanceCriterion.of(options.text("criterion", "PUBLISHED")),
            AcceptanceRule.Kind.valueOf(options.text("acceptance", "ONE_STANDARD_ERROR")))
                .withSeed(seed).withThreads(options.number("threads", 2));
        final long started = System.nanoTime();
        final PruningResult run = PruningRun.run(data.training(), settings, RunMonitor.NONE);
        final double seconds = (System.nanoTime() - started) / 1e9;
        final double[] unpruned = errors(run.unpruned(), data.test());
        final double[] pruned = errors(run.pruned(), data.test());
        final ObjectNode result = Job.JSON.createObjectNode();
        result.put("table", table.name()).put("criterion", settings.criterion().id()).put("seed", seed);
        result.put("acceptance", settings.acceptance().kind().name());
        result.put("seconds", seconds).put("threads", settings.threads());
        result.put("networkEpochs", run.history().stream().mapToInt(RoundRecord::epochs).sum());
        result.put("round", run.winner().round()).put("dropped", run.winner().droppedEffective());
        result.put("hiddenUnits", run.winner().hiddenUnits()).put("inputs", run.winner().inputs());
        result.put("rmseUnpruned", rmse(unpruned)).put("rmsePruned", rmse(pruned));
        result.put("standardError",
            PairedBootstrap.standardErrorOfRmseDifference(pruned, unpruned, RESAMPLES, new Random(seed)));
        result.put("r2Unpruned", r2(unpruned, data.test())).put("r2Pruned", r2(pruned, data.test()));
        final ArrayNode rounds = result.putArray("rounds");
        for (final RoundRecord round : run.history()) {
            rounds.addObject().put("dropped", round.droppedEffective()).put("holdOutRmse", round.score())
                .put("hiddenUnits", round.hiddenUnits()).put("inputs", round.inputs()).put("epochs", round.epochs())
                .put("seconds", round.seconds());
        }
        return result;
    }

    private static PruningSettings settings(final BenchmarkData.Table table, final ImportanceCriterion criterion,
        final AcceptanceRule.Kind acceptance) {
        final PruningSettings defaults = PruningSettings.defaults();
        final boolean reactions = table == BenchmarkData.Table.YIELD;
        final TrainingSettings training = TrainingSettings.defaults();
        return new PruningSettings(
            reactions ? training.withHiddenUnits(2048).withBatchSize(512) : training.withHiddenUnits(1024),
            reactions ? 3 : 5, defaults.holdOutFraction(), defaults.rounds(), defaults.perturbation(), criterion,
            defaults.schedule(), new AcceptanceRule(acceptance, 0), defaults.start(), defaults.seed(),
            defaults.threads());
    }

    private static double[] errors(final NetworkEnsemble networks, final Dataset data) {
        final Predictor predictor = new Predictor(networks);
        final int members = predictor.members();
        final double[] predictions = new double[data.rows() * members];
        predictor.predict(data.features(), 0, data.rows(), predictions);
        final double[] errors = new double[data.rows()];
        for (int i = 0; i < errors.length; i++) {
            errors[i] =
                Predictor.mean(Arrays.copyOfRange(predictions, i * members, (i + 1) * members))
                    - data.targets().value(i, 0);
        }
        return errors;
    }

    private static double rmse(final double[] errors) {
        return Math.sqrt(Arrays.stream(errors).map(e -> e * e).average().orElseThrow());
    }

    private static double r2(final double[] errors, final Dataset data) {
        final double[] targets = IntStream.range(0, data.rows()).mapToDouble(i -> data.targets().value(i, 0)).toArray();
        final double mean = Arrays.stream(targets).average().orElseThrow();
        final double variance = Arrays.stream(targets).map(y -> (y - mean) * (y - mean)).average().orElseThrow();
        return 1 - rmse(errors) * rmse(errors) / variance;
    }
}
