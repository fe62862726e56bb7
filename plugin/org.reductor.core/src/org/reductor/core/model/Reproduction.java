/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.model;

import org.reductor.core.network.Mask;
import org.reductor.core.network.Member;
import org.reductor.core.network.Network;
import org.reductor.core.prune.RoundRecord;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How networks that were trained again compare with those of a model.
 *
 * @param kind whether they are the same
 * @param where where they differ, as a sentence; empty where they do not
 */
public record Reproduction(Kind kind, String where) {

    /** Share of a layer's largest weight that weights may differ by where only rounding is another. */
    private static final double ROUNDING = 1e-3;

    /** Whether networks are the same. */
    public enum Kind {
        /** In every bit. */
        EXACT("The model reproduces bit for bit."),
        /** The same weights are kept, and differ by no more than rounding may, on another machine or Java. */
        ROUNDED("The model reproduces within rounding."),
        /** Others. */
        DIFFERENT("The model does not reproduce.");

        private final String sentence;

        Kind(final String sentence) {
            this.sentence = sentence;
        }

        /** @return what it means, for the user */
        public String sentence() {
            return sentence;
        }
    }

    /**
     * @param model networks
     * @param again networks that were trained as they were, with their history
     * @return the comparison
     */
    public static Reproduction of(final NetworkModel model, final NetworkModel again) {
        final Optional<String> history = history(model.history(), again.history());
        if (model.fingerprint().equals(again.fingerprint()) && history.isEmpty()) {
            return new Reproduction(Kind.EXACT, "");
        }
        final Optional<String> shape = shape(model.networks().members(), again.networks().members());
        if (shape.isPresent()) {
            return new Reproduction(Kind.DIFFERENT, history.map(text -> text + " ").orElse("") + shape.get());
        }
        final Largest largest = largest(model.networks().members(), again.networks().members());
        return new Reproduction(largest.share <= ROUNDING ? Kind.ROUNDED : Kind.DIFFERENT,
            history.map(text -> text + " ").orElse("") + largest.sentence());
    }

    private static Optional<String> history(final List<RoundRecord> there, final List<RoundRecord> here) {
        for (int i = 0; i < Math.min(there.size(), here.size()); i++) {
            final RoundRecord one = there.get(i);
            final RoundRecord other = here.get(i);
            if (one.score() != other.score() || one.keptEffective() != other.keptEffective()
                || one.epochs() != other.epochs() || one.status() != other.status()) {
                return Optional.of(String.format(Locale.ENGLISH, "The first round that differs is round %d: error "
                    + "%.6g, %,d weights, %d epochs in the model, %.6g, %,d and %d here.", one.round(), one.score(),
                    one.keptEffective(), one.epochs(), other.score(), other.keptEffective(), other.epochs()));
            }
        }
        return there.size() == here.size() ? Optional.empty()
            : Optional.of("The model has " + there.size() + " rounds, and there are " + here.size() + " here.");
    }

    private static Optional<String> shape(final List<Member> there, final List<Member> here) {
        if (there.size() != here.size()) {
            return Optional.of("The model has " + there.size() + " networks, and there are " + here.size() + " here.");
        }
        for (int n = 0; n < there.size(); n++) {
            final Mask one = there.get(n).mask();
            final Mask other = here.get(n).mask();
            for (int l = 0; l < one.layers(); l++) {
                if (one.layers() != other.layers() || !Arrays.equals(one.units(l), other.units(l))
                    || !Arrays.equals(one.units(l + 1), other.units(l + 1))
                    || !Arrays.equals(one.kept(l), other.kept(l))) {
                    return Optional.of(String.format(Locale.ENGLISH, "Network %d keeps other weights from layer %d "
                        + "on: %,d of all in the model, %,d here.", n + 1, l + 1, one.keptWeights(),
                        other.keptWeights()));
                }
            }
        }
        return Optional.empty();
    }

    /** The largest difference of two weights, by the largest weight of their layer. */
    private record Largest(double share, double difference, int network, int layer) {

        private String sentence() {
            return String.format(Locale.ENGLISH, "The same weights are kept. They differ by at most %.3g, %.2g of the "
                + "largest of their layer, in network %d, layer %d.", difference, share, network + 1, layer + 1);
        }
    }

    private static Largest largest(final List<Member> there, final List<Member> here) {
        Largest largest = new Largest(0, 0, 0, 0);
        for (int n = 0; n < there.size(); n++) {
            final Network one = there.get(n).network();
            final Network other = here.get(n).network();
            for (int l = 0; l < one.layers(); l++) {
                final double scale = Math.max(magnitude(one.kernel(l)), magnitude(one.bias(l)));
                final double difference = Math.max(difference(one.kernel(l), other.kernel(l)),
                    difference(one.bias(l), other.bias(l)));
                final double share = difference == 0 ? 0 : difference / scale;
                if (share > largest.share) {
                    largest = new Largest(share, difference, n, l);
                }
            }
        }
        return largest;
    }

    private static double magnitude(final float[] numbers) {
        double largest = 0;
        for (final float number : numbers) {
            largest = Math.max(largest, Math.abs(number));
        }
        return largest;
    }

    private static double difference(final float[] some, final float[] others) {
        double largest = 0;
        for (int i = 0; i < some.length; i++) {
            largest = Math.max(largest, Math.abs((double)some[i] - others[i]));
        }
        return largest;
    }
}
