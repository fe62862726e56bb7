/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.uncertainty;

import java.util.Arrays;
import java.util.List;

/**
 * Makes probabilities true that networks exaggerate: the logarithm of each is multiplied by a slope, that of the second
 * of two classes gets an offset, and all are scaled to add up to 1. With two classes that is Platt's map
 * ("Probabilistic outputs for support vector machines", 1999), with more the temperature of Guo, Pleiss, Sun and
 * Weinberger ("On calibration of modern neural networks", ICML 2017). The order of rows stays as it is.
 *
 * @param classes number of classes
 * @param slope above 0; below 1 if the networks are too sure
 * @param offset for two classes; 0 for more
 */
public record ProbabilityMap(int classes, double slope, double offset) implements TaskCalibration {

    /** Fewer rows tell nothing. */
    private static final int FEWEST_ROWS = 20;

    private static final int STEPS = 100;

    /** Akaike's criterion: a parameter must gain that much log likelihood to be worth it. */
    private static final double GAIN_PER_PARAMETER = 1;

    /** A logarithm of nothing would be infinite. */
    private static final double LEAST_PROBABILITY = 1e-12;

    /** Checks that the map is monotone. */
    public ProbabilityMap {
        if (classes < 2 || !(slope > 0) || Double.isInfinite(slope) || !Double.isFinite(offset)
            || classes > 2 && offset != 0) {
            throw new IllegalArgumentException("Probabilities of " + classes + " classes cannot be mapped with the "
                + "slope " + slope + " and the offset " + offset + ".");
        }
    }

    /**
     * @param classes number of classes
     * @return the map that leaves all as it is
     */
    static ProbabilityMap identity(final int classes) {
        return new ProbabilityMap(classes, 1, 0);
    }

    /**
     * Fits by log loss, with Newton's method. Labels are softened as Platt advises, so that classes that are told apart
     * without error do not make the slope infinite.
     *
     * @param classes number of classes
     * @param predictions for each row what the networks predict: of two classes the probability of the second, of more
     *            that of each
     * @param labels for each row its class
     * @param weights how much each row counts
     * @return the map; the identity if another does not make the rows more likely than its parameters are worth by
     *         Akaike's criterion, as with few rows
     */
    static ProbabilityMap fit(final int classes, final List<double[]> predictions, final int[] labels,
        final double[] weights) {
        if (labels.length < FEWEST_ROWS) {
            return identity(classes);
        }
        final Sample sample = new Sample(classes, predictions, labels, weights);
        final int parameters = classes == 2 ? 2 : 1;
        double slope = 1;
        double offset = 0;
        double loss = sample.loss(1, 0, null);
        final double before = loss;
        final double[] d = new double[5];
        for (int step = 0; step < STEPS; step++) {
            sample.loss(slope, offset, d);
            final double ridge = 1e-9 * (1 + d[2] + d[4]);
            final double determinant = (d[2] + ridge) * (d[4] + ridge) - d[3] * d[3];
            final double bySlope =
                parameters == 1 ? d[0] / (d[2] + ridge) : ((d[4] + ridge) * d[0] - d[3] * d[1]) / determinant;
            final double byOffset = parameters == 1 ? 0 : ((d[2] + ridge) * d[1] - d[3] * d[0]) / determinant;
            // Far from the end, where probabilities are nearly certain, Newton's steps are much too long.
            double share = 1 / Math.max(1, Math.max(Math.abs(bySlope), Math.abs(byOffset)));
            final double shortest = share * 1e-6;
            double next = sample.loss(slope - bySlope, offset - byOffset, null);
            while (!(next <= loss) && share > shortest) {
                share /= 2;
                next = sample.loss(slope - share * bySlope, offset - share * byOffset, null);
            }
            if (!(next < loss - 1e-10 * (1 + loss))) {
                break;
            }
            slope -= share * bySlope;
            offset -= share * byOffset;
            loss = next;
        }
        return slope > 0 && before - loss > GAIN_PER_PARAMETER * parameters
            ? new ProbabilityMap(classes, slope, offset) : identity(classes);
    }

    /** The rows of a fit: logarithms of probabilities, and what they should be. */
    private static final class Sample {

        private final double[][] logs;
        private final double[][] wanted;

        private Sample(final int classes, final List<double[]> predictions, final int[] labels,
            final double[] weights) {
            double total = 0;
            final int[] counts = new int[classes];
            for (int i = 0; i < labels.length; i++) {
                total += weights[i];
                counts[labels[i]]++;
            }
            logs = new double[labels.length][];
            wanted = new double[labels.length][classes];
            for (int i = 0; i < labels.length; i++) {
                logs[i] = logs(predictions.get(i));
                final double weight = weights[i] * labels.length / total;
                final double all = counts[labels[i]] + classes;
                for (int c = 0; c < classes; c++) {
                    wanted[i][c] = weight * ((c == labels[i] ? counts[labels[i]] : 0) + 1) / all;
                }
            }
        }

        /**
         * @param derivatives receives those by slope and offset, and the second ones by slope, both, and offset; may be
         *            null
         * @return sum of the log losses
         */
        private double loss(final double slope, final double offset, final double[] derivatives) {
            if (derivatives != null) {
                Arrays.fill(derivatives, 0);
            }
            double loss = 0;
            for (int i = 0; i < logs.length; i++) {
                final double[] p = mapped(logs[i], slope, offset);
                double mean = 0;
                double square = 0;
                double weight = 0;
                double toward = 0;
                for (int c = 0; c < p.length; c++) {
                    loss -= wanted[i][c] * StrictMath.log(Math.max(p[c], Double.MIN_NORMAL));
                    weight += wanted[i][c];
                    toward += wanted[i][c] * logs[i][c];
                    mean += p[c] * logs[i][c];
                    square += p[c] * logs[i][c] * logs[i][c];
                }
                if (derivatives != null) {
                    final double last = p[p.length - 1];
                    derivatives[0] += weight * mean - toward;
                    derivatives[1] += weight * last - wanted[i][p.length - 1];
                    derivatives[2] += weight * (square - mean * mean);
                    derivatives[3] += weight * last * (logs[i][p.length - 1] - mean);
                    derivatives[4] += weight * last * (1 - last);
                }
            }
            return loss;
        }
    }

    private static double[] logs(final double[] prediction) {
        final double[] all =
            prediction.length == 1 ? new double[]{1 - prediction[0], prediction[0]} : prediction.clone();
        for (int c = 0; c < all.length; c++) {
            all[c] = StrictMath.log(Math.max(all[c], LEAST_PROBABILITY));
        }
        return all;
    }

    private static double[] mapped(final double[] logs, final double slope, final double offset) {
        final double[] mapped = new double[logs.length];
        double highest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < logs.length; c++) {
            mapped[c] = slope * logs[c] + (c == logs.length - 1 ? offset : 0);
            highest = Math.max(highest, mapped[c]);
        }
        double sum = 0;
        for (int c = 0; c < logs.length; c++) {
            mapped[c] = StrictMath.exp(mapped[c] - highest);
            sum += mapped[c];
        }
        for (int c = 0; c < logs.length; c++) {
            mapped[c] /= sum;
        }
        return mapped;
    }

    @Override
    public int outputs() {
        return classes == 2 ? 1 : classes;
    }

    /** @return whether it leaves all as it is */
    public boolean isIdentity() {
        return slope == 1 && offset == 0;
    }

    /**
     * @param prediction of two classes the probability of the second, of more that of each
     * @return the same, calibrated
     */
    public double[] apply(final double[] prediction) {
        if (isIdentity()) {
            return prediction.clone();
        }
        final double[] mapped = mapped(logs(prediction), slope, offset);
        return classes == 2 ? new double[]{mapped[1]} : mapped;
    }
}
