/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.network;

import java.util.Arrays;

/**
 * Scores single rows with an ensemble. Features that no surviving weight reads are skipped. Thread-safe: each thread
 * has scratch space of its own.
 */
public final class Predictor {

    private final NetworkEnsemble ensemble;
    private final int[] inputOf;
    private final ThreadLocal<Scratch> scratch;

    /**
     * @param ensemble the networks; their arrays must not change any more
     */
    public Predictor(final NetworkEnsemble ensemble) {
        this.ensemble = ensemble;
        inputOf = new int[ensemble.inputs()];
        Arrays.fill(inputOf, -1);
        final int[] surviving = ensemble.mask().units(0);
        for (int i = 0; i < surviving.length; i++) {
            inputOf[surviving[i]] = i;
        }
        scratch = ThreadLocal.withInitial(() -> new Scratch(ensemble));
    }

    /** @return number of networks */
    public int members() {
        return ensemble.members().size();
    }

    /**
     * Scores one row.
     *
     * @param features indices of the features that are not zero, strictly ascending
     * @param values their values, or null if all are 1
     * @param predictions receives one prediction a network, in the user's units; at least {@link #members()} long
     * @throws IllegalArgumentException if a feature is out of range
     */
    public void predict(final int[] features, final float[] values, final double[] predictions) {
        final Scratch s = scratch.get();
        int count = 0;
        for (int p = 0; p < features.length; p++) {
            final int feature = features[p];
            if (feature < 0 || feature >= inputOf.length) {
                throw new IllegalArgumentException("The row has feature " + feature
                    + ", but the networks read the features 0 to " + (inputOf.length - 1) + ".");
            }
            if (inputOf[feature] >= 0) {
                s.inputs[count] = inputOf[feature];
                if (values != null) {
                    s.values[count] = values[p];
                }
                count++;
            }
        }
        for (int i = 0; i < s.passes.length; i++) {
            final float output = s.passes[i].run(s.inputs, values == null ? null : s.values, 0, count);
            predictions[i] = ensemble.targetScale().invert(output);
        }
    }

    /**
     * The ensemble's prediction from those of its members.
     *
     * @param predictions one a network
     * @return their mean
     */
    public static double mean(final double[] predictions) {
        double sum = 0;
        for (final double prediction : predictions) {
            sum += prediction;
        }
        return sum / predictions.length;
    }

    /**
     * How far the members of an ensemble disagree.
     *
     * @param predictions one a network
     * @return their sample standard deviation; 0 for a single network
     */
    public static double spread(final double[] predictions) {
        if (predictions.length < 2) {
            return 0;
        }
        final double mean = mean(predictions);
        double sum = 0;
        for (final double prediction : predictions) {
            sum += (prediction - mean) * (prediction - mean);
        }
        return Math.sqrt(sum / (predictions.length - 1));
    }

    private static final class Scratch {

        private final int[] inputs;
        private final float[] values;
        private final ForwardPass[] passes;

        private Scratch(final NetworkEnsemble ensemble) {
            inputs = new int[ensemble.mask().units(0).length];
            values = new float[inputs.length];
            passes = ensemble.members().stream().map(ForwardPass::new).toArray(ForwardPass[]::new);
        }
    }
}
