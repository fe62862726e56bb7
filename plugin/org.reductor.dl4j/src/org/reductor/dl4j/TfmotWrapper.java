/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.dl4j;

import org.reductor.core.model.ModelFormatException;

import java.util.Arrays;
import java.util.Optional;

/**
 * Layers that TensorFlow's model optimisation toolkit (tensorflow_model_optimization, tfmot) wraps around those of a
 * model while it prunes or clusters their weights. Its strip functions take them off again.
 */
enum TfmotWrapper {

    /** Around each pruned layer. */
    PRUNING("PruneLowMagnitude", "prune_low_magnitude_", "tfmot.sparsity.keras.strip_pruning"),

    /** Around each clustered layer. */
    CLUSTERING("ClusterWeights", "cluster_", "tfmot.clustering.keras.strip_clustering");

    private final String type;

    private final String prefix;

    private final String strip;

    TfmotWrapper(final String type, final String prefix, final String strip) {
        this.type = type;
        this.prefix = prefix;
        this.strip = strip;
    }

    /**
     * @param type class of a layer, also with the package that it is registered in
     * @return the wrapper that it is
     */
    static Optional<TfmotWrapper> ofType(final String type) {
        final String plain = type.substring(type.lastIndexOf('>') + 1);
        return Arrays.stream(values()).filter(wrapper -> wrapper.type.equals(plain)).findFirst();
    }

    /** @return what the toolkit calls the wrapper of a layer, which is also the name of its weights */
    String around(final String layer) {
        return prefix + layer;
    }

    /** @return what to do, as a sentence */
    String remedy() {
        return "Take the wrappers off and save the model anew: model = " + strip + "(model); model.save(\"NAME.h5\")";
    }

    /** @return that a layer is such a wrapper, and what to do */
    ModelFormatException refusal(final String layer) {
        return LayerChain.doesNotFit(layer, "is a '" + type + "', which TensorFlow's model optimisation toolkit has "
            + "wrapped around a layer to train it. " + remedy());
    }
}
