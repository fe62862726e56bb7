/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.benchmarks.quality;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.reductor.core.data.CsrMatrix;
import org.reductor.core.data.RowRoles;
import org.reductor.core.network.NetworkEnsemble;
import org.reductor.core.network.Predictor;
import org.reductor.core.prune.Checkpoints;
import org.reductor.core.prune.Control;
import org.reductor.core.prune.ControlRecord;
import org.reductor.core.prune.Controls;
import org.reductor.core.prune.PruningResult;
import org.reductor.core.prune.PruningRun;
import org.reductor.core.prune.PruningSettings;
import org.reductor.core.prune.RoundRecord;
import org.reductor.core.prune.RunMonitor;
import org.reductor.core.prune.RunRows;
import org.reductor.core.settings.Settings;
import org.reductor.core.train.Engine;
import org.reductor.core.uncertainty.Calibrator;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The product: a whole pruning run. The rest of this package knows nothing of it. */
final class PruningMethod implements Method {

    static final String ID = "pruning";

    static final String UNPRUNED = "unpruned";

    static final String PRUNED = "pruned";

    static final String WEIGHTS_GONE = "weightsGone";

    static final String INPUTS = "inputs";

    static final String INTERVAL_COVERAGE = "intervalCoverage";

    static final String INTERVAL_WIDTH = "intervalWidth";

    /** How many of the test rows are to lie in their intervals. */
    static final double COVERAGE = 0.9;

    /** Not one of the run's settings: whether its controls are trained as well, {@code all} or {@code none}. */
    private static final String CONTROLS = "controls";

    /** Settings that are not asked for: each run has its own. */
    private static final String SEED = "seed";

    private final PruningSettings settings;

    private final boolean controlled;

    /**
     * @param overrides settings in place of the defaults, by the names under which they are stored; and
     *            {@code controls}
     * @throws IllegalArgumentException if there is no such setting or it cannot have that value
     */
    PruningMethod(final Map<String, String> overrides) {
        final SortedMap<String, String> texts = Settings.toTexts(PruningSettings.defaults());
        final Map<String, String> own = new TreeMap<>(overrides);
        final String controls = own.getOrDefault(CONTROLS, "none");
        own.remove(CONTROLS);
        controlled = controls.equals("all");
        if (!controlled && !controls.equals("none")) {
            throw new IllegalArgumentException(
                "The setting '" + CONTROLS + "' cannot be '" + controls + "'; it is all or none.");
        }
        own.forEach((name, value) -> {
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
        if (controlled) {
            texts.put(CONTROLS, "all"); // results without them keep the name that they have
        }
        return texts;
    }

    @Override
    public Outcome run(final Problem problem, final int threads) {
        final PruningSettings own = settings.withSeed(problem.seed()).withThreads(threads);
        final PruningResult result = PruningRun.run(problem.training(), own, RunMonitor.NONE);
        final Map<String, double[]> predictions = new LinkedHashMap<>();
        predictions.put(UNPRUNED, predictions(result.unpruned(), problem.testFeatures()));
        predictions.put(PRUNED, predictions(result.pruned(), problem.testFeatures()));
        final ObjectNode facts = JsonNodeFactory.instance.objectNode();
        final RoundRecord winner = result.winner();
        facts.put(WEIGHTS_GONE, winner.droppedEffective()).put(INPUTS, winner.inputs())
            .put("hiddenUnits", winner.hiddenUnits()).put("round", winner.round());
        Calibrator.calibrate(RunRows.of(problem.training(), null, own.ensemble()), problem.recipe(), result.pruned(),
            result.score(), RowRoles.NONE).ifPresent(c -> Intervals.of(c, result.pruned(), problem, COVERAGE)
                .ifPresent(i -> facts.put(INTERVAL_COVERAGE, i.covered()).put(INTERVAL_WIDTH, i.width())));
        result.stopped().ifPresent(reason -> facts.put("stopped", reason));
        final ArrayNode rounds = facts.putArray("rounds");
        for (final RoundRecord round : result.history()) {
            final ObjectNode node = rounds.addObject().put(WEIGHTS_GONE, round.droppedEffective())
                .put("score", round.score())
                .put("standardError", round.standardError()).put(INPUTS, round.inputs())
                .put("epochs", round.epochs()).put("seconds", round.seconds());
            round.degreesOfFreedom().ifPresent(freedom -> node.put("degreesOfFreedom", freedom));
        }
        if (controlled) {
            control(problem, own, result, predictions, facts.putArray(CONTROLS));
        }
        return new Outcome(predictions, facts);
    }

    private static void control(final Problem problem, final PruningSettings settings, final PruningResult result,
        final Map<String, double[]> predictions, final ArrayNode facts) {
        final Controls controls = Controls.of(RunRows.of(problem.training(), null, settings.ensemble()), settings,
            result, Engine.of(settings.training()), Checkpoints.NONE, RunMonitor.NONE);
        for (final Control control : controls.all()) {
            final ControlRecord record = control.record();
            predictions.put(record.kind().label(), predictions(control.networks(), problem.testFeatures()));
            final ObjectNode node = facts.addObject().put("kind", record.kind().name())
                .put("kept", record.keptEffective()).put(INPUTS, record.inputs()).put("epochs", record.epochs())
                .put("seconds", record.seconds());
            record.comparison().ifPresent(c -> node.put("score", c.score()).put("difference", c.difference())
                .put("standardError", c.standardError()));
        }
        controls.failed().forEach(reason -> facts.addObject().put("failed", reason));
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
