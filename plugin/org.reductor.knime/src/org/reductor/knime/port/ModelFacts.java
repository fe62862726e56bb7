/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.port;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.reductor.core.data.FeatureBlock;
import org.reductor.core.data.Task;
import org.reductor.core.model.Deviations;
import org.reductor.core.model.NetworkModel;
import org.reductor.core.model.PerturbedNetworks;
import org.reductor.core.model.Provenance;
import org.reductor.core.model.RoundState;
import org.reductor.core.network.NetworkEnsemble;
import org.reductor.core.network.Survival;
import org.reductor.core.objective.Head;
import org.reductor.core.prune.ControlRecord;
import org.reductor.core.prune.RoundRecord;

/**
 * What a port view, or the command {@code show}, tells of an object.
 *
 * @param title heading
 * @param groups groups of facts, each with a heading
 */
public record ModelFacts(String title, List<Group> groups) {

    /**
     * Facts that belong together.
     *
     * @param title heading
     * @param rows each a name and a value
     */
    public record Group(String title, List<String[]> rows) {
    }

    /**
     * @param model networks
     * @return what there is to tell of them
     */
    public static ModelFacts of(final NetworkModel model) {
        return of(model, Optional.empty());
    }

    static ModelFacts of(final NetworkModel model, final Optional<RoundState> state) {
        final NetworkEnsemble ensemble = model.networks();
        final List<String[]> networks = new ArrayList<>();
        for (final Head head : model.networks().heads()) {
            networks.add(row("Predict", head.task().name() + (head.task().isNumber() ? ", a number"
                : ", one of the classes " + String.join(", ", head.task().classes()))));
        }
        networks.add(row("Number", Integer.toString(ensemble.size())));
        networks.add(row("Layers now", ModelText.architecture(ensemble)));
        networks.add(row("Layers before pruning", ModelText.architecture(ensemble.originalSizes())));
        networks.add(row("Weights kept, each", String.format(Locale.ENGLISH, "%,d of %,d (%.2f %% dropped)",
            ensemble.keptWeights(), ensemble.originalWeights(),
            100.0 * (ensemble.originalWeights() - ensemble.keptWeights()) / ensemble.originalWeights())));
        if (ensemble.masks().size() > 1) {
            networks.add(row("Features that survived", Survival.of(ensemble, 0).text()));
            for (int level = 1; level < ensemble.layers(); level++) {
                networks.add(row("Units of hidden layer " + level + " that survived",
                    Survival.of(ensemble, level).text()));
            }
        }
        networks.add(row("Activation", ensemble.hidden().name().toLowerCase(Locale.ROOT)));
        state.ifPresent(s -> networks.add(row("Step", ModelText.state(s))));
        networks.add(row("Checksum of the networks", model.fingerprint()));
        final List<Group> groups = new ArrayList<>();
        groups.add(new Group("Networks", networks));
        groups.add(new Group("Features", features(model)));
        judged(model).ifPresent(groups::add);
        if (!model.controls().isEmpty()) {
            groups.add(controls(model.controls()));
        }
        groups.add(provenance(model.provenance()));
        return new ModelFacts("Networks for " + model.target(), groups);
    }

    private static List<String[]> features(final NetworkModel model) {
        final List<String[]> rows = new ArrayList<>();
        int first = 0;
        for (final FeatureBlock block : model.recipe().blocks()) {
            final int start = first;
            final int end = first + block.width();
            final long read = Arrays.stream(model.networks().inputsRead()).filter(i -> i >= start && i < end).count();
            rows.add(row(block.column(),
                String.format(Locale.ENGLISH, "%s, %,d of %,d still read", block.kind(), read, block.width())));
            first = end;
        }
        return rows;
    }

    private static Optional<Group> judged(final NetworkModel model) {
        final List<RoundRecord> history = model.history();
        final List<Task> tasks = model.networks().heads().tasks();
        final boolean number = ScoreText.isOneNumber(tasks);
        return history.stream().filter(r -> r.status() == RoundRecord.Status.WINNER).findFirst()
            .or(() -> history.isEmpty() ? Optional.empty() : Optional.of(history.get(history.size() - 1)))
            .map(r -> {
                final List<String[]> rows = new ArrayList<>(List.of(
                    row(number ? "Judged error (" + ScoreText.label(tasks.get(0)) + ")"
                        : "Judged, " + ScoreText.title(tasks), number(r.score())),
                    row(number ? "Judged error before pruning" : "The same before pruning",
                        number(history.get(0).score())),
                    row(number ? "Validation error" : "Validation loss", number(r.validationLoss()))));
                ScoreText.others(tasks).forEach(metric -> rows.add(row("Judged, " + metric.label(),
                    number(r.metrics().getOrDefault(metric.id(), Double.NaN)))));
                return new Group("Round " + r.round() + " of " + (history.size() - 1), rows);
            });
    }

    private static Group controls(final List<ControlRecord> controls) {
        final List<String[]> rows = new ArrayList<>();
        controls.forEach(control -> rows.add(row("Beside " + control.kind().label(), control.sentence())));
        rows.add(row("How far to believe it", ControlRecord.CAVEAT));
        return new Group("Controls of the run", rows);
    }

    private static Group provenance(final Provenance p) {
        final List<String[]> rows = new ArrayList<>();
        rows.add(row("Made", p.started().toString()));
        if (p.imported()) {
            rows.add(row("Training data", "not known here: trained by other software"));
        } else {
            rows.add(row("Training rows", String.format(Locale.ENGLISH, "%,d", p.rows())));
            rows.add(row("Training data (SHA-256)", p.dataSha256()));
        }
        if (p.roles().size() > 0) {
            rows.add(row("Different rows learned, in all trainings",
                String.format(Locale.ENGLISH, "%,d", p.roles().known())));
        }
        rows.add(row("Versions", text(p.versions().entrySet().stream().map(e -> e.getKey() + " " + e.getValue())
            .toList())));
        rows.add(row("Settings", text(p.settings().entrySet().stream().map(e -> e.getKey() + " " + e.getValue())
            .toList())));
        return new Group("Where they come from", rows);
    }

    static ModelFacts of(final PerturbedNetworks networks) {
        final List<String[]> rows = List.of(
            row("What", ModelText.perturbed(networks.perturbation(), networks.training().folds().size())),
            row("Layers", ModelText.architecture(networks.training().folds().get(0).networks().get(0).sizes())),
            row("Checksum of the control networks", networks.controls()));
        return new ModelFacts("Perturbed networks", List.of(new Group("Networks", rows)));
    }

    static ModelFacts of(final Deviations deviations) {
        final List<Group> groups = new ArrayList<>();
        groups.add(new Group("Scores", List.of(row("What", ModelText.deviations(deviations.criterion())),
            row("Layers", deviations.groups().stream().map(group -> ModelText.architecture(group.sizes())).distinct()
                .collect(Collectors.joining("; "))),
            row("Checksum of the networks", deviations.networks()))));
        for (int l = 0; l < deviations.scores().get(0).length; l++) {
            final int layer = l;
            final DoubleSummaryStatistics s = deviations.scores().stream()
                .flatMapToDouble(scores -> Arrays.stream(scores[layer])).filter(Double::isFinite).summaryStatistics();
            final long all = deviations.scores().stream().mapToLong(scores -> scores[layer].length).sum();
            groups.add(new Group("Weights that lead to layer " + (l + 1),
                List.of(row("Number", String.format(Locale.ENGLISH, "%,d", all)),
                    row("Mean", number(s.getAverage())), row("Lowest", number(s.getMin())),
                    row("Highest", number(s.getMax())),
                    row("Infinite", String.format(Locale.ENGLISH, "%,d", all - s.getCount())))));
        }
        return new ModelFacts("Deviations", groups);
    }

    private static String text(final List<String> parts) {
        return parts.stream().collect(Collectors.joining(", "));
    }

    private static String number(final double value) {
        return Double.isFinite(value) ? String.format(Locale.ENGLISH, "%.4g", value) : "none";
    }

    private static String[] row(final String name, final String value) {
        return new String[]{name, value};
    }
}
