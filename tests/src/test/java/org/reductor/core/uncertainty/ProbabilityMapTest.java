/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

class ProbabilityMapTest {

    private static double logistic(final double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /** Rows whose true log odds are known, told with log odds that are multiplied and moved. */
    private static final class Rows {

        private final List<double[]> predictions = new ArrayList<>();
        private final int[] labels;
        private final double[] weights;

        private Rows(final int count, final double factor, final double move, final long seed) {
            final Random random = new Random(seed);
            labels = new int[count];
            weights = new double[count];
            Arrays.fill(weights, 1);
            for (int i = 0; i < count; i++) {
                final double odds = 1.5 * random.nextGaussian();
                labels[i] = random.nextDouble() < logistic(odds) ? 1 : 0;
                predictions.add(new double[]{logistic(factor * odds + move)});
            }
        }

        private ProbabilityMap fit() {
            return ProbabilityMap.fit(2, predictions, labels, weights);
        }

        private double loss(final ProbabilityMap map) {
            double loss = 0;
            for (int i = 0; i < labels.length; i++) {
                final double p = map.apply(predictions.get(i))[0];
                loss -= Math.log(labels[i] == 1 ? p : 1 - p) / labels.length;
            }
            return loss;
        }
    }

    @Test
    void exaggeratedProbabilitiesBecomeTrue() {
        final ProbabilityMap map = new Rows(4000, 3, 1, 1).fit();
        assertThat(map.slope()).isCloseTo(1 / 3.0, within(0.03));
        assertThat(map.offset()).isCloseTo(-1 / 3.0, within(0.06));
        final Rows fresh = new Rows(4000, 3, 1, 2);
        assertThat(fresh.loss(map)).isLessThan(fresh.loss(ProbabilityMap.identity(2)) - 0.1);
    }

    @Test
    void trueProbabilitiesAndFewRowsAreLeftAsTheyAre() {
        final ProbabilityMap map = new Rows(4000, 1, 0, 3).fit();
        assertThat(map.slope()).isCloseTo(1, within(0.1));
        assertThat(map.offset()).isCloseTo(0, within(0.1));
        assertThat(new Rows(60, 1, 0, 5).fit().isIdentity()).isTrue();
        assertThat(new Rows(19, 3, 0, 4).fit().isIdentity()).isTrue();
        assertThat(new Rows(0, 3, 0, 4).fit().isIdentity()).isTrue();
    }

    @Test
    void classesThatAreToldApartWithoutErrorGiveNumbersThatAreNotCertain() {
        final List<double[]> predictions = new ArrayList<>();
        final int[] labels = new int[40];
        final double[] weights = new double[40];
        Arrays.fill(weights, 1);
        for (int i = 0; i < 40; i++) {
            labels[i] = i % 2;
            predictions.add(new double[]{labels[i]});
        }
        final ProbabilityMap map = ProbabilityMap.fit(2, predictions, labels, weights);
        assertThat(map.apply(new double[]{1})[0]).isCloseTo(21 / 22.0, within(1e-3));
        assertThat(map.apply(new double[]{0})[0]).isCloseTo(1 / 22.0, within(1e-3));
    }

    @Test
    void theOrderOfRowsStays() {
        final ProbabilityMap map = new ProbabilityMap(2, 0.3, -2);
        double last = -1;
        for (double p = 0; p <= 1; p += 0.01) {
            final double calibrated = map.apply(new double[]{p})[0];
            assertThat(calibrated).isGreaterThan(last).isBetween(0.0, 1.0);
            last = calibrated;
        }
    }

    @Test
    void severalClassesShareATemperature() {
        final Random random = new Random(6);
        final List<double[]> predictions = new ArrayList<>();
        final int[] labels = new int[3000];
        final double[] weights = new double[3000];
        Arrays.fill(weights, 2);
        for (int i = 0; i < labels.length; i++) {
            final double[] truth = random.doubles(3).map(u -> Math.exp(2 * u)).toArray();
            final double sum = Arrays.stream(truth).sum();
            final double u = random.nextDouble() * sum;
            labels[i] = u < truth[0] ? 0 : u < truth[0] + truth[1] ? 1 : 2;
            final double[] told = Arrays.stream(truth).map(x -> Math.pow(x, 2.5)).toArray();
            final double all = Arrays.stream(told).sum();
            predictions.add(Arrays.stream(told).map(x -> x / all).toArray());
        }
        final ProbabilityMap map = ProbabilityMap.fit(3, predictions, labels, weights);
        assertThat(map.slope()).isCloseTo(0.4, within(0.08));
        assertThat(map.offset()).isZero();
        final double[] calibrated = map.apply(predictions.get(0));
        assertThat(Arrays.stream(calibrated).sum()).isCloseTo(1, within(1e-12));
    }

    @Test
    void aMapThatIsNotMonotoneIsRefused() {
        assertThatThrownBy(() -> new ProbabilityMap(2, -1, 0)).hasMessageContaining("-1.0");
        assertThatThrownBy(() -> new ProbabilityMap(3, 1, 0.5)).hasMessageContaining("0.5");
        assertThatThrownBy(() -> new ProbabilityMap(2, 1, Double.NaN)).hasMessageContaining("NaN");
    }
}
