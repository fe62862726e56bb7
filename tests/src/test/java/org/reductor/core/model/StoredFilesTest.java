/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.reductor.core.network.Member;
import org.reductor.core.prune.RoundRecord;

/** Files of earlier versions are read for ever: a folder of them for each release, and none is ever changed. */
class StoredFilesTest {

    private static final Path STORED = Path.of("src", "test", "resources", "stored");

    static List<Path> releases() throws IOException {
        try (Stream<Path> folders = Files.list(STORED)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static NetworkModel model(final Path release) throws IOException {
        try (InputStream in = Files.newInputStream(release.resolve(StoredKind.MODEL.file()))) {
            return NetworkModel.read(in);
        }
    }

    @Test
    void aReleaseIsStored() throws IOException {
        assertThat(releases()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("releases")
    void modelsPredictWhatTheyPredictedThen(final Path release) throws IOException {
        final NetworkModel model = model(release);
        final double[] then = numbers(Files.readString(release.resolve("predictions.txt")));
        final double[] now = numbers(StoreFiles.predictions(model));
        assertThat(now).hasSameSizeAs(then);
        for (int i = 0; i < then.length; i++) {
            assertThat(now[i]).as("prediction %d", i).isCloseTo(then[i], within(1e-5));
        }
        assertThat(model.history()).filteredOn(round -> round.status() == RoundRecord.Status.WINNER).hasSize(1);
        assertThat(model.controls()).isNotEmpty();
        assertThat(model.calibration()).isPresent();
        assertThat(model.provenance().roles().size()).isEqualTo(RunToKill.DATA.rows());
    }

    private static double[] numbers(final String lines) {
        return Arrays.stream(lines.strip().split("\n")).mapToDouble(Double::parseDouble).toArray();
    }

    @ParameterizedTest
    @EnumSource(names = {"ROUND", "PERTURBED", "DEVIATIONS", "RUN"})
    void whatPortsAndRunFoldersHoldIsRead(final StoredKind kind) throws IOException {
        for (final Path release : releases()) {
            final byte[] stored = Files.readAllBytes(release.resolve(kind.file()));
            final byte[] once = kind.rewritten(stored);
            assertThat(kind.rewritten(once)).isEqualTo(once);
        }
    }

    @ParameterizedTest
    @MethodSource("releases")
    void savedNetworksAreRead(final Path release) throws IOException {
        final Member start = model(release).networks().members().get(0);
        try (InputStream in = Files.newInputStream(release.resolve(StoredKind.TRAINED.file()))) {
            assertThat(TrainedFile.read("a", start, in).validationLoss()).isEqualTo(0.1234567890123);
        }
    }
}
