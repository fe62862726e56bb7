/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import org.reductor.core.network.Member;
import org.reductor.core.train.TrainedNetwork;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Keeps what a run has trained, so that the same run, started again, need not train it anew.
 *
 * <p>Only trained networks are kept. Splits, scores, masks and start weights follow from them and from the data and
 * settings by arithmetic that is the same each time, moments and random streams begin anew with each network, and so a
 * run that finds some of its networks ends as one that has trained them all. What is lost costs time, never the result.
 *
 * <p>Thread-safe: networks are kept by the threads that train them.
 */
public interface Checkpoints {

    /** Keeps nothing. */
    Checkpoints NONE = new Checkpoints() {
        @Override
        public Optional<TrainedNetwork> find(final String name, final Member start) {
            return Optional.empty();
        }

        @Override
        public void keep(final String name, final Member start, final TrainedNetwork trained) {
            // the run is not to be gone on with
        }

        @Override
        public double ended(final String round, final double score, final double seconds) {
            return seconds;
        }
    };

    /**
     * @param name name of a network in its run, of letters, digits and hyphens
     * @param start the network that it is trained from
     * @return what its training has given, if that is known
     */
    Optional<TrainedNetwork> find(String name, Member start);

    /**
     * @param name name of a network in its run
     * @param start the network that it was trained from
     * @param trained what the training gave
     * @throws java.io.UncheckedIOException if it cannot be kept; the message says why and what to do
     */
    void keep(String name, Member start, TrainedNetwork trained);

    /**
     * Hears that a round has ended.
     *
     * @param round name of the round in its run
     * @param score of the round
     * @param seconds how long it took here; little, if its networks were kept
     * @return how long it took where its networks were trained
     * @throws java.io.UncheckedIOException if it cannot be kept
     */
    double ended(String round, double score, double seconds);

    /**
     * A network, trained if it is not known.
     *
     * @param name name of the network in its run
     * @param start the network that it is trained from
     * @param training trains it
     * @return what its training gives
     */
    default TrainedNetwork trained(final String name, final Member start, final Supplier<TrainedNetwork> training) {
        return find(name, start).orElseGet(() -> {
            final TrainedNetwork trained = training.get();
            keep(name, start, trained);
            return trained;
        });
    }

    /**
     * @param part name of a part of the run whose names are its own
     * @return what keeps that part
     */
    default Checkpoints part(final String part) {
        final Checkpoints whole = this;
        return new Checkpoints() {
            @Override
            public Optional<TrainedNetwork> find(final String name, final Member start) {
                return whole.find(part + "-" + name, start);
            }

            @Override
            public void keep(final String name, final Member start, final TrainedNetwork trained) {
                whole.keep(part + "-" + name, start, trained);
            }

            @Override
            public double ended(final String round, final double score, final double seconds) {
                return whole.ended(part + "-" + round, score, seconds);
            }
        };
    }
}
