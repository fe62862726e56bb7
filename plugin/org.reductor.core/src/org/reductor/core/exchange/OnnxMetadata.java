/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.exchange;

import org.reductor.core.data.FeatureBlock;
import org.reductor.core.model.NetworkModel;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What an ONNX model says about itself, for people and for programs. */
final class OnnxMetadata {

    private OnnxMetadata() {
    }

    /** What the model does and what it needs, in plain English. */
    static String description(final NetworkModel model) {
        final int members = model.networks().members().size();
        final StringBuilder text = new StringBuilder(String.format(Locale.ROOT,
            "Predicts %s with %s, pruned by Reductor to %,d of %,d weights each. The input 'features' has one row a"
                + " sample and %,d columns, in this order:",
            model.target(), members == 1 ? "one network" : "the mean of " + members + " networks",
            model.networks().mask().keptWeights(), model.networks().mask().originalWeights(),
            model.recipe().width()));
        String separator = " ";
        for (final FeatureBlock block : model.recipe().blocks()) {
            text.append(separator).append(String.format(Locale.ROOT, "%,d of kind '%s' from column '%s'", block.width(),
                block.kind(), block.column()));
            separator = "; ";
        }
        return text.append(". The metadata entry 'reductor.recipe' has every setting of them. Outputs, in the units of")
            .append(' ').append(model.target()).append(": 'prediction' is the mean of the networks, 'members' the")
            .append(" prediction of each. 'spread': ").append(spread(members)).toString();
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
        entries.put("reductor.members", Integer.toString(model.networks().members().size()));
        entries.put("reductor.provenance", model.toTree().get("provenance").toString());
        entries.put("reductor.recipe", model.recipe().toJson());
        entries.put("reductor.targets", model.toTree().get("targets").toString());
        entries.put("reductor.weights.kept", Long.toString(model.networks().mask().keptWeights()));
        entries.put("reductor.weights.original", Long.toString(model.networks().mask().originalWeights()));
        return entries;
    }
}
