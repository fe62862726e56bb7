/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.model;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.reductor.core.network.Member;
import org.reductor.core.objective.Perturbation;
import org.reductor.core.prune.Checkpoints;
import org.reductor.core.prune.RoundTraining;
import org.reductor.core.prune.Rounds;
import org.reductor.core.prune.RunMonitor;
import org.reductor.core.prune.criterion.Criteria;
import org.reductor.core.prune.criterion.Need;
import org.reductor.core.train.TrainedNetwork;

/** The kinds of file that the core writes and reads: models, what ports carry beside them, and run folders. */
enum StoredKind {

    MODEL("model.reductor") {
        @Override
        void write(final OutputStream out) throws IOException {
            Samples.MODEL.write(out);
        }

        @Override
        void rewrite(final InputStream in, final OutputStream out) throws IOException {
            NetworkModel.read(in).write(out);
        }
    },

    ROUND("round.zip") {
        @Override
        void write(final OutputStream out) throws IOException {
            RoundState.of(Samples.ROUND.round(), RunToKill.settings().ensemble(), List.of()).write(out);
        }

        @Override
        void rewrite(final InputStream in, final OutputStream out) throws IOException {
            RoundState.read(in).write(out);
        }
    },

    PERTURBED("perturbed.zip") {
        @Override
        void write(final OutputStream out) throws IOException {
            Samples.perturbed().write(out);
        }

        @Override
        void rewrite(final InputStream in, final OutputStream out) throws IOException {
            PerturbedNetworks.read(in).write(out);
        }
    },

    DEVIATIONS("deviations.zip") {
        @Override
        void write(final OutputStream out) throws IOException {
            Deviations.of("abc", Criteria.PUBLISHED, Optional.of(Samples.perturbed()), Samples.ROUND.round(),
                Samples.ROUND.round().score(Criteria.PUBLISHED, Samples.ROUND.perturbed().folds(), 1)).write(out);
        }

        @Override
        void rewrite(final InputStream in, final OutputStream out) throws IOException {
            Deviations.read(in).write(out);
        }
    },

    TRAINED("run/round-0-fold-0.network") {
        @Override
        void write(final OutputStream out) throws IOException {
            final Member member = Samples.MODEL.networks().members().get(0);
            TrainedFile.write("a", member, new TrainedNetwork(member.network(), 0.1234567890123, 17, 9), out);
        }

        @Override
        void rewrite(final InputStream in, final OutputStream out) throws IOException {
            final Member start = Samples.MODEL.networks().members().get(0);
            TrainedFile.write("a", start, TrainedFile.read("a", start, in), out);
        }
    },

    RUN("run/run.json") {
        @Override
        void write(final OutputStream out) throws IOException {
            out.write(RunDescription.of(Samples.MODEL.provenance()).bytes());
        }

        @Override
        void rewrite(final InputStream in, final OutputStream out) throws IOException {
            final Path file = Files.createTempFile("run", ".json");
            try {
                Files.write(file, in.readAllBytes());
                out.write(RunDescription.read(file).bytes());
            } finally {
                Files.delete(file);
            }
        }
    };

    private final String file;

    StoredKind(final String file) {
        this.file = file;
    }

    /** What the files hold; made when it is first asked for. */
    private static final class Samples {

        private static final NetworkModel MODEL =
            RunToKill.run(RunToKill.settings(), Checkpoints.NONE, RunMonitor.NONE);

        private static final RoundTraining ROUND = round();

        private static RoundTraining round() {
            try (Rounds rounds = new Rounds(RunToKill.DATA, null, RunToKill.settings().ensemble())) {
                return rounds.train(rounds.first(), Set.of(Need.PERTURBED_NETWORKS, Need.ACTIVATIONS),
                    Perturbation.noise(), RunMonitor.NONE);
            }
        }

        private static PerturbedNetworks perturbed() {
            return new PerturbedNetworks("abc", Perturbation.noise(), ROUND.perturbed());
        }
    }

    /** @return name of such a file in a set of stored ones */
    String file() {
        return file;
    }

    abstract void write(OutputStream out) throws IOException;

    /** Reads a file and writes what it says again. */
    abstract void rewrite(InputStream in, OutputStream out) throws IOException;

    byte[] sample() {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            write(out);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    byte[] rewritten(final byte[] bytes) throws IOException {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        rewrite(new ByteArrayInputStream(bytes), out);
        return out.toByteArray();
    }
}
