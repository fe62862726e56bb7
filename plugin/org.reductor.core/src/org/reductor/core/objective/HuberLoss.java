/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.objective;

/** Huber's loss (1964): half the squared error up to 1, beyond it linear; 1 is a unit of the network's target. */
final class HuberLoss extends RegressionObjective {

    @Override
    public String id() {
        return "HUBER";
    }

    @Override
    double loss(final float error) {
        final double size = Math.abs((double)error);
        return size <= 1 ? 0.5 * size * size : size - 0.5;
    }

    @Override
    float slope(final float error) {
        return Math.max(-1f, Math.min(1f, error));
    }
}
