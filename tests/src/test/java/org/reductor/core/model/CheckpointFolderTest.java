/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reductor.core.network.Member;
import org.reductor.core.prune.Checkpoints;
import org.reductor.core.prune.PruningSettings;
import org.reductor.core.prune.RoundRecord;
import org.reductor.core.prune.RunMonitor;
import org.reductor.core.prune.SyntheticData;
import org.reductor.core.train.TrainedNetwork;

class CheckpointFolderTest {

    private static final PruningSettings SETTINGS = RunToKill.settings();

    /** What a run gives that nobody disturbs. */
    private static final byte[] EXPECTED = uninterrupted(SETTINGS);

    private static final int FEW = 3;

    /** So many times a process is killed; the system property asks for more. */
    private static final int KILLS = Integer.getInteger("reductor.kills", FEW);

    @TempDir
    private Path temporary;

    private Path folder;

    @BeforeEach
    void name() {
        folder = temporary.resolve("new").resolve("run");
    }

    private CheckpointFolder open(final PruningSettings settings) throws CheckpointException {
        return CheckpointFolder.open(folder, RunToKill.provenance(RunToKill.DATA, settings, "test"));
    }

    private byte[] run(final PruningSettings settings) throws IOException {
        try (CheckpointFolder kept = open(settings)) {
            return bytes(RunToKill.run(settings, kept, RunMonitor.NONE));
        }
    }

    private static byte[] bytes(final NetworkModel model) throws IOException {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        model.write(out);
        return out.toByteArray();
    }

    private static byte[] uninterrupted(final PruningSettings settings) {
        try {
            return bytes(RunToKill.run(settings, Checkpoints.NONE, RunMonitor.NONE));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> files(final String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }

    /** Cancels a run once so many more networks are kept. */
    private void cancelAfter(final int networks, final PruningSettings settings) throws IOException {
        final AtomicInteger left = new AtomicInteger(networks);
        final RunMonitor monitor = new RunMonitor() {
            @Override
            public void progress(final double fraction, final String message) {
                // nobody looks
            }

            @Override
            public boolean isCancelled() {
                return left.get() <= 0;
            }
        };
        try (CheckpointFolder kept = open(settings)) {
            final Checkpoints counting = new Checkpoints() {
                @Override
                public Optional<TrainedNetwork> find(final String name, final Member start) {
                    return kept.find(name, start);
                }

                @Override
                public void keep(final String name, final Member start, final TrainedNetwork trained) {
                    kept.keep(name, start, trained);
                    left.decrementAndGet();
                }

                @Override
                public double ended(final String round, final double score, final double seconds) {
                    return kept.ended(round, score, seconds);
                }
            };
            assertThatThrownBy(() -> RunToKill.run(settings, counting, monitor))
                .isInstanceOf(CancellationException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 9, 30})
    void aCancelledRunGoesOnAndEndsInTheSameBytes(final int networks) throws IOException {
        cancelAfter(networks, SETTINGS);
        assertThat(files(".network")).hasSizeGreaterThanOrEqualTo(networks);
        try (CheckpointFolder kept = open(SETTINGS)) {
            assertThat(bytes(RunToKill.run(SETTINGS, kept, RunMonitor.NONE))).isEqualTo(EXPECTED);
            assertThat(kept.found()).isGreaterThanOrEqualTo(networks);
            assertThat(kept.notes()).isEmpty();
        }
    }

    @Test
    void aRunThatRollsRoundsBackGoesOnAsWell() throws IOException {
        final PruningSettings settings = RunToKill.rollingBack();
        final byte[] expected = uninterrupted(settings);
        for (int part = 0; part < 3; part++) {
            cancelAfter(6, settings);
        }
        assertThat(run(settings)).isEqualTo(expected);
        assertThat(NetworkModel.read(new ByteArrayInputStream(expected)).history())
            .anyMatch(round -> round.status() == RoundRecord.Status.REJECTED);
    }

    @Test
    void aRunThatHasEndedTrainsNothingAgainAndKeepsItsTimes() throws IOException {
        final byte[] first = run(SETTINGS);
        final List<Path> networks = files(".network");
        try (CheckpointFolder kept = open(SETTINGS)) {
            assertThat(bytes(RunToKill.run(SETTINGS, kept, RunMonitor.NONE))).isEqualTo(first);
            assertThat(kept.found()).isEqualTo(networks.size());
            assertThat(kept.ended("round-0", 0.5, 1e-9)).isGreaterThan(1e-9);
        }
    }

    @Test
    void otherDataSettingsAndVersionsAreRefusedWithTheDifference() throws IOException {
        open(SETTINGS).close();
        assertThatThrownBy(() -> open(SETTINGS.withSeed(8).withJudges(SETTINGS.judges(), 5)))
            .isInstanceOf(CheckpointException.class).hasMessageContainingAll(folder.toString(),
                "belongs to another run", "the setting 'seed' is 7 there and 8 here",
                "the setting 'folds' is 4 there and 5 here", "delete this one to begin anew");
        assertThatThrownBy(
            () -> CheckpointFolder.open(folder, RunToKill.provenance(SyntheticData.of(149, 1), SETTINGS, "test")))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContainingAll("the training data are others (150 rows of 40 features", "149 rows");
        assertThatThrownBy(
            () -> CheckpointFolder.open(folder, RunToKill.provenance(RunToKill.DATA, SETTINGS, "9.9")))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("the version of 'reductor' is test there and 9.9 here");
        assertThatThrownBy(() -> CheckpointFolder.open(folder, RunToKill
            .provenance(RunToKill.DATA, SETTINGS, "test").with(Map.of("startNetworks", "abc"))))
                .hasMessageContaining("the setting 'startNetworks' is missing there and abc here");
        open(SETTINGS.withThreads(1)).close(); // nothing depends on it
    }

    @Test
    void twoRunsDoNotShareAFolder() throws IOException {
        try (CheckpointFolder first = open(SETTINGS)) {
            assertThatThrownBy(() -> open(SETTINGS)).isInstanceOf(CheckpointException.class)
                .hasMessageContaining("in use by another run");
            // That the second was refused must not let a third in.
            assertThatThrownBy(() -> open(SETTINGS)).isInstanceOf(CheckpointException.class);
            assertThat(first.found()).isZero();
        }
        open(SETTINGS).close();
    }

    @Test
    void damagedFilesAreToldOfAndTheirNetworksTrainedAgain() throws IOException {
        run(SETTINGS);
        final List<Path> networks = files(".network");
        final byte[] flipped = Files.readAllBytes(networks.get(0));
        flipped[flipped.length / 2] ^= 4;
        Files.write(networks.get(0), flipped);
        Files.write(networks.get(1), new byte[0]);
        Files.copy(networks.get(3), networks.get(2), StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(files("round-1.json").get(0), "{\"seco");
        try (CheckpointFolder kept = open(SETTINGS)) {
            assertThat(bytes(RunToKill.run(SETTINGS, kept, RunMonitor.NONE))).isEqualTo(EXPECTED);
            assertThat(kept.notes()).hasSize(3).allMatch(note -> note.contains("trained again"));
        }
        try (CheckpointFolder kept = open(SETTINGS)) {
            RunToKill.run(SETTINGS, kept, RunMonitor.NONE);
            assertThat(kept.notes()).isEmpty();
        }
    }

    @Test
    void aNetworkThatStartedFromOtherWeightsIsNotTaken() throws IOException {
        try (CheckpointFolder kept = open(SETTINGS)) {
            final NetworkModel model = RunToKill.run(SETTINGS, Checkpoints.NONE, RunMonitor.NONE);
            final Member member = model.networks().members().get(0);
            kept.keep("a", member, new TrainedNetwork(member.network(), 1.5, 7, 3));
            assertThat(kept.find("a", member)).map(TrainedNetwork::validationLoss).contains(1.5);
            assertThat(kept.find("a", model.networks().members().get(1))).isEqualTo(Optional.empty());
            assertThat(kept.notes()).singleElement().asString().contains("started from other weights");
        }
    }

    @Test
    void whatAKilledProcessLeftHalfWrittenGoes() throws IOException {
        open(SETTINGS).close();
        Files.writeString(folder.resolve("round-0-fold-1.network.part"), "half");
        open(SETTINGS).close();
        assertThat(files(".part")).isEmpty();
    }

    @Test
    void aFolderOfOtherThingsIsLeftAlone() throws IOException {
        Files.createDirectories(folder);
        final Path other = Files.writeString(folder.resolve("thesis.docx"), "years of work");
        assertThatThrownBy(() -> open(SETTINGS)).isInstanceOf(CheckpointException.class)
            .hasMessageContainingAll("is not that of a run", "thesis.docx");
        assertThat(other).hasContent("years of work");
    }

    @Test
    void aDamagedDescriptionIsRefused() throws IOException {
        open(SETTINGS).close();
        Files.writeString(folder.resolve("run.json"), "{\"format\": ");
        assertThatThrownBy(() -> open(SETTINGS)).isInstanceOf(CheckpointException.class)
            .hasMessageContainingAll("run.json", "damaged", "Delete the folder to begin anew");
        Files.writeString(folder.resolve("run.json"), "{\"format\": \"reductor-run\", \"version\": 99}");
        assertThatThrownBy(() -> open(SETTINGS)).hasMessageContaining("version 99");
    }

    @Test
    void aPlaceThatCannotBeAFolderIsNamed() throws IOException {
        Files.createDirectories(folder.getParent());
        Files.writeString(folder, "a file");
        assertThatThrownBy(() -> open(SETTINGS)).isInstanceOf(CheckpointException.class)
            .hasMessageContainingAll(folder.toString(), "cannot be used", "choose another");
    }

    @Test
    void aFolderThatVanishesEndsTheRunWithAMessage() throws IOException {
        try (CheckpointFolder kept = open(SETTINGS)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (final Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
            assertThatThrownBy(() -> RunToKill.run(SETTINGS, kept, RunMonitor.NONE))
                .isInstanceOf(UncheckedIOException.class).cause().isInstanceOf(CheckpointException.class)
                .hasMessageContainingAll("could not be written", "start the run again");
        }
    }

    @Test
    void nothingIsWrittenOnceTheFolderIsClosed() throws IOException {
        final CheckpointFolder kept = open(SETTINGS);
        kept.close();
        kept.ended("round-0", 1, 1);
        assertThat(files("round-0.json")).isEmpty();
        kept.close();
    }

    /** Killed at random moments, of starting, training and writing; each time another process goes on. */
    @Test
    void aKilledProcessLosesNoNetworkThatWasKept() throws IOException, InterruptedException {
        final Path model = temporary.resolve("model.reductor");
        final Random random = new Random(KILLS);
        int kept = 0;
        int killed = 0;
        for (int i = 0; i < KILLS && !Files.exists(model); i++) {
            final Process process = start(model);
            final int more = random.nextInt(1 + 36 / KILLS);
            while (process.isAlive() && networks() < kept + more) {
                Thread.sleep(1);
            }
            Thread.sleep(random.nextInt(more == 0 ? 400 : 20));
            killed += process.isAlive() ? 1 : 0;
            process.destroyForcibly();
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
            assertThat(networks()).isGreaterThanOrEqualTo(kept);
            kept = networks();
        }
        assertThat(killed).isPositive();
        final Process last = start(model);
        assertThat(last.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(last.exitValue()).isZero();
        assertThat(Files.readAllBytes(model)).isEqualTo(EXPECTED);
        if (KILLS > FEW) {
            System.out.println(killed + " kills survived, with " + kept + " networks before the last start");
        }
    }

    private int networks() {
        final String[] names = folder.toFile().list((dir, name) -> name.endsWith(".network"));
        return names == null ? 0 : names.length;
    }

    private Process start(final Path model) throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
            System.getProperty("java.class.path"), RunToKill.class.getName(), folder.toString(), model.toString())
                .redirectErrorStream(true).redirectOutput(temporary.resolve("log").toFile()).start();
    }
}
