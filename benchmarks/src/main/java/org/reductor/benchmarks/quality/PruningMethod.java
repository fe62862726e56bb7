/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.benchmarks.quality;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.reductor.core.data.CsrMatrix;
import org.reductor.core.network.NetworkEnsemble;
import org.reductor.core.network.Predictor;
import org.reductor.core.prune.PruningResult;
import org.reductor.core.prune.PruningRun;
import org.reductor.core.prune.PruningSettings;
import org.reductor.core.prune.RoundRecord;
import org.reductor.core.prune.RunMonitor;
import org.reductor.core.settings.Settings;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;

/** The product: a whole pruning run. The rest of this package knows nothing of it. */
final class PruningMethod implements Method {

    static final String ID = "pruning";

    static final String UNPRUNED = "unpruned";

    static final String PRUNED = "pruned";

    static final String WEIGHTS_GONE = "weightsGone";

    static final String INPUTS = "inputs";

    /** Settings that are not asked for: each run has its own. */
    private static final String SEED = "seed";

    private final PruningSettings settings;

    /**
     * @param overrides settings in place of the defaults, by the names under which they are stored
     * @throws IllegalArgumentException if there is no such setting or it cannot have that value
     */
    PruningMethod(final Map<String, String> overrides) {
        final SortedMap<String, String> texts = Settings.toTexts(PruningSettings.defaults());
        overrides.forEach((name, value) -> {
            if (name.equals(SEED) || texts.put(name, value) == null) {
                texts.remove(name);
                texts.remove(SEED);
                throw new IllegalArgumentException("There is no setting '" + name + "'. There are "
                    + String.join(", ", texts.keySet()) + (name.equals(SEED) ? "; --seeds gives seeds." : "."));
            }
        });
        settings = Settings.fromTexts(texts, PruningSettings.class);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public boolean seeded() {
        return true;
    }

    @Override
    public SortedMap<String, String> settings() {
        final SortedMap<String, String> texts = Settings.toTexts(settings);
        texts.remove(SEED);
        return texts;
    }

    @Override
    public Outcome run(final Problem problem, final int threads) {
        final PruningResult result = PruningRun.run(problem.training(),
            settings.withSeed(problem.seed()).withThreads(threads), RunMonitor.NONE);
        final Map<String, double[]> predictions = new LinkedHashMap<>();
        predictions.put(UNPRUNED, predictions(result.unpruned(), problem.testFeatures()));
        predictions.put(PRUNED, predictions(result.pruned(), problem.testFeatures()));
        final ObjectNode facts = JsonNodeFactory.instance.objectNode();
        final RoundRecord winner = result.winner();
        facts.put(WEIGHTS_GONE, winner.droppedEffective()).put(INPUTS, winner.inputs())
            .put("hiddenUnits", winner.hiddenUnits()).put("round", winner.round());
        result.stopped().ifPresent(reason -> facts.put("stopped", reason));
        final ArrayNode rounds = facts.putArray("rounds");
        for (final RoundRecord round : result.history()) {
            rounds.addObject().put(WEIGHTS_GONE, round.droppedEffective()).put("score", round.score())
                .put("standardError", round.standardError()).put(INPUTS, round.inputs())
                .put("epochs", round.epochs()).put("seconds", round.seconds());
        }
        return new Outcome(predictions, facts);
    }

    /** The mean of the networks for each row and task. */
    private static double[] predictions(final NetworkEnsemble networks, final CsrMatrix rows) {
        final Predictor predictor = new Predictor(networks);
        final int outputs = predictor.heads().outputs();
        final double[] all = new double[rows.rows() * predictor.width()];
        predictor.predict(rows, 0, rows.rows(), all);
        final double[] means = new double[rows.rows() * outputs];
        for (int i = 0; i < all.length; i++) {
            means[i / predictor.width() * outputs + i % outputs] += all[i] / predictor.members();
        }
        return means;
    }
}
