/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.train;

/** AdamW and SGDW step by step in double precision, as the papers have them, with the constants of the float rules. */
final class DoubleReference {

    private final Optimizer optimizer;
    private final double[] w;
    private final double[] m;
    private final double[] v;
    private double path;
    private int step;

    DoubleReference(final Optimizer optimizer, final float[] start) {
        this.optimizer = optimizer;
        w = new double[start.length];
        m = new double[start.length];
        v = new double[start.length];
        for (int i = 0; i < start.length; i++) {
            w[i] = start[i];
        }
    }

    void step(final float[] g) {
        step++;
        final double rate = (float)optimizer.learningRate();
        double longest = 0;
        for (int i = 0; i < w.length; i++) {
            final double move;
            if (optimizer.kind() == Optimizer.Kind.SGD) {
                m[i] = (float)optimizer.momentum() * m[i] + g[i];
                move = rate * m[i];
            } else {
                final double b1 = Optimizer.BETA1;
                final double b2 = Optimizer.BETA2;
                m[i] = b1 * m[i] + (1 - b1) * g[i];
                v[i] = b2 * v[i] + (1 - b2) * g[i] * g[i];
                move = rate * Math.sqrt(1 - Math.pow(b2, step)) / (1 - Math.pow(b1, step)) * m[i]
                    / (Math.sqrt(v[i]) + Optimizer.EPSILON);
            }
            w[i] -= optimizer.decayPerStep() * w[i] + move;
            longest = Math.max(longest, Math.abs(move));
        }
        path += longest;
    }

    double weight(final int i) {
        return w[i];
    }

    /** How far the weights have moved at the most, to and fro. */
    double path() {
        return path;
    }
}
