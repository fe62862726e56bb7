/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.exchange;

import org.reductor.core.data.FeatureBlock;
import org.reductor.core.model.NetworkModel;
import org.reductor.core.objective.Head;
import org.reductor.core.objective.Heads;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What an ONNX model says about itself, for people and for programs. */
final class OnnxMetadata {

    private OnnxMetadata() {
    }

    /** What the model does and what it needs, in plain English. */
    static String description(final NetworkModel model) {
        final int members = model.networks().size();
        final StringBuilder text = new StringBuilder(String.format(Locale.ROOT,
            "Predicts %s with %s, pruned by Reductor to %,d of %,d weights each. The input 'features' has one row a"
                + " sample and %,d columns, in this order:",
            model.target(), members == 1 ? "one network" : "the mean of " + members + " networks",
            model.networks().keptWeights(), model.networks().originalWeights(),
            model.recipe().width()));
        String separator = " ";
        for (final FeatureBlock block : model.recipe().blocks()) {
            text.append(separator).append(String.format(Locale.ROOT, "%,d of kind '%s' from column '%s'", block.width(),
                block.kind(), block.column()));
            separator = "; ";
        }
        return text.append(". The metadata entry 'reductor.recipe' has every setting of them. Each output predicts")
            .append(' ').append(predictions(model.networks().heads())).append(". 'prediction' is the mean of the")
            .append(" networks, 'members' the prediction of each, one network after the other. 'spread': ")
            .append(spread(members)).toString();
    }

    /** What the columns of an output are, in their order. */
    private static String predictions(final Heads heads) {
        final String columns = heads.stream().map(OnnxMetadata::prediction).collect(Collectors.joining("; "));
        return heads.outputs() == 1 ? columns : "in " + heads.outputs() + " columns " + columns;
    }

    private static String prediction(final Head head) {
        final String name = head.task().name();
        final List<String> classes = head.task().classes();
        return switch (head.link()) {
            case LINE -> "'" + name + "' in its units";
            case LOGISTIC -> "the probability that '" + name + "' is '" + classes.get(1) + "' and not '"
                + classes.get(0) + "'";
            case SOFTMAX -> "the probabilities that '" + name + "' is '" + String.join("', '", classes) + "'";
        };
    }

    /** What the output of that name is. */
    static String spread(final int members) {
        return members == 1 ? "Not a number: a single network has no spread."
            : "Sample standard deviation of the networks' predictions.";
    }

    /** The same for programs, sorted by name. */
    static Map<String, String> of(final NetworkModel model) {
        final Map<String, String> entries = new TreeMap<>();
        entries.put("reductor.fingerprint", model.fingerprint());
        entries.put("reductor.members", Integer.toString(model.networks().size()));
        entries.put("reductor.provenance", model.toTree().get("provenance").toString());
        entries.put("reductor.recipe", model.recipe().toJson());
        entries.put("reductor.targets", model.toTree().get("targets").toString());
        entries.put("reductor.weights.kept", Long.toString(model.networks().keptWeights()));
        entries.put("reductor.weights.original", Long.toString(model.networks().originalWeights()));
        return entries;
    }
}
