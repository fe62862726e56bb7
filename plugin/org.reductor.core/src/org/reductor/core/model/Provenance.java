/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.model;

import org.reductor.core.data.Dataset;
import org.reductor.core.prune.EnsembleSettings;
import org.reductor.core.prune.Perturbation;
import org.reductor.core.prune.PruningSettings;
import org.reductor.core.train.TrainingSettings;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where a model comes from: enough to make it again and to check that it is the same.
 *
 * @param dataSha256 digest of the training data, see {@link Dataset#sha256()}
 * @param rows number of training rows
 * @param features number of features
 * @param settings every setting that the result depends on, by name
 * @param versions versions of Reductor, Java, the operating system and libraries, by name
 * @param started when the run started
 * @param seconds how long it took
 */
public record Provenance(String dataSha256, int rows, int features, SortedMap<String, String> settings,
    SortedMap<String, String> versions, Instant started, double seconds) {

    /** Copies the maps. */
    public Provenance {
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
        versions = Collections.unmodifiableSortedMap(new TreeMap<>(versions));
    }

    /**
     * The provenance of a pruning run on this machine whose rounds were judged on its hold-out.
     *
     * @param data the training data
     * @param settings the run's settings
     * @param versions versions of Reductor and of libraries; Java and the system are added
     * @param started when the run started
     * @param seconds how long it took
     * @return the provenance
     */
    public static Provenance of(final Dataset data, final PruningSettings settings,
        final Map<String, String> versions, final Instant started, final double seconds) {
        return of(data, null, settings, versions, started, seconds);
    }

    /**
     * The provenance of a pruning run on this machine. The number of threads is left out: nothing depends on it.
     *
     * @param data the training data
     * @param selection the rows that decided which round won; null if the hold-out did
     * @param settings the run's settings
     * @param versions versions of Reductor and of libraries; Java and the system are added
     * @param started when the run started
     * @param seconds how long it took
     * @return the provenance
     */
    public static Provenance of(final Dataset data, final Dataset selection, final PruningSettings settings,
        final Map<String, String> versions, final Instant started, final double seconds) {
        final SortedMap<String, String> described = describe(settings);
        described.put("selection", selection == null ? "hold-out" : "table");
        if (selection != null) {
            described.put("selectionRows", Integer.toString(selection.rows()));
            described.put("selectionSha256", selection.sha256());
        }
        return of(data, described, versions, started, seconds);
    }

    /**
     * The provenance of networks that were trained on this machine in one round driven by hand.
     *
     * @param data the training data
     * @param settings how they were trained
     * @param before settings of the steps before, which are kept; may be empty
     * @param versions versions of Reductor and of libraries; Java and the system are added
     * @param started when the training started
     * @param seconds how long it took
     * @return the provenance
     */
    public static Provenance of(final Dataset data, final EnsembleSettings settings, final Map<String, String> before,
        final Map<String, String> versions, final Instant started, final double seconds) {
        final SortedMap<String, String> described = new TreeMap<>(before);
        described.putAll(describe(settings));
        return of(data, described, versions, started, seconds);
    }

    private static Provenance of(final Dataset data, final SortedMap<String, String> settings,
        final Map<String, String> versions, final Instant started, final double seconds) {
        if (data.groups() != null) {
            settings.put("groups", Integer.toString(data.groups().count()));
            settings.put("groupsSha256", data.groups().sha256());
        }
        return new Provenance(data.sha256(), data.rows(), data.features().columns(), settings, withSystem(versions),
            started, seconds);
    }

    private static SortedMap<String, String> withSystem(final Map<String, String> versions) {
        final TreeMap<String, String> all = new TreeMap<>(versions);
        all.put("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        all.put("os", System.getProperty("os.name"));
        all.put("architecture", System.getProperty("os.arch"));
        return all;
    }

    /**
     * The provenance of a network that other software has trained, on data that nobody has described.
     *
     * @param features number of features that it reads
     * @param origin what its file says about itself, by name
     * @param versions versions of Reductor and of libraries; Java and the system are added
     * @return the provenance, without rows and with an empty digest
     */
    public static Provenance imported(final int features, final Map<String, String> origin,
        final Map<String, String> versions) {
        return new Provenance("", 0, features, new TreeMap<>(origin), withSystem(versions), Instant.now(), 0);
    }

    /** @return whether other software has trained the networks, on data that nobody has described */
    public boolean imported() {
        return dataSha256.isEmpty();
    }

    /**
     * @param more settings of a further step, by name
     * @return this provenance with them
     */
    public Provenance with(final Map<String, String> more) {
        final TreeMap<String, String> all = new TreeMap<>(settings);
        all.putAll(more);
        return new Provenance(dataSha256, rows, features, all, versions, started, seconds);
    }

    private static SortedMap<String, String> describe(final PruningSettings s) {
        final SortedMap<String, String> map = describe(s.ensemble());
        map.put("acceptance", s.acceptance().kind().name());
        map.put("acceptanceTolerance", Double.toString(s.acceptance().tolerance()));
        map.put("criterion", s.criterion().name());
        map.put("dropRate", Double.toString(s.schedule().rate()));
        map.put("dropSchedule", s.schedule().kind().name());
        map.putAll(describe(s.perturbation()));
        map.put("roundStart", s.start().name());
        map.put("rounds", Integer.toString(s.rounds()));
        return map;
    }

    /**
     * @param perturbation how targets are perturbed
     * @return its settings by name
     */
    public static Map<String, String> describe(final Perturbation perturbation) {
        return Map.of("perturbation", perturbation.kind().name(), "perturbationAmplitude",
            Double.toString(perturbation.amplitude()), "perturbedNetworks",
            Integer.toString(perturbation.networks()));
    }

    private static SortedMap<String, String> describe(final EnsembleSettings s) {
        final TrainingSettings t = s.training();
        final TreeMap<String, String> map = new TreeMap<>();
        map.put("activation", t.activation().name());
        map.put("batchSize", Integer.toString(t.batchSize()));
        map.put("duplicates", s.rows().duplicates().name());
        map.put("dropout", Double.toString(t.dropout()));
        map.put("engine", t.engine().name());
        map.put("folds", Integer.toString(s.folds()));
        if (s.rows().grouped()) {
            map.put("groupColumn", s.rows().groupColumn());
        }
        map.put("hiddenUnits", Arrays.toString(t.hiddenUnits()));
        map.put("holdOutFraction", Double.toString(s.holdOutFraction()));
        map.put("learningRate", Double.toString(t.optimizer().learningRate()));
        map.put("loss", t.loss().name());
        map.put("maskTiming", t.maskTiming().name());
        map.put("maxEpochs", Integer.toString(t.maxEpochs()));
        map.put("momentum", Double.toString(t.optimizer().momentum()));
        map.put("optimizer", t.optimizer().kind().name());
        map.put("patience", Integer.toString(t.patience()));
        map.put("seed", Long.toString(s.seed()));
        map.put("stratification", s.rows().stratification().name());
        map.put("targetScaling", t.targetScaling().name());
        map.put("weightDecay", Double.toString(t.optimizer().weightDecay()));
        return map;
    }
}
