/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.activations.Activation;
import org.reductor.core.exchange.ForeignNetwork;
import org.reductor.damage.Damage;
import org.reductor.dl4j.KerasFixture.Layout;

/** Files of DL4J and Keras, damaged at random: read, or refused with a message; nothing crashes. */
class DamagedForeignFilesTest {

    /** What a reader may take for such small files. */
    private static final long BYTES = 1_000_000;

    @TempDir
    private Path folder;

    private void damage(final Path file) throws IOException {
        final byte[] whole = Files.readAllBytes(file);
        int refused = 0;
        for (int number = 0; number < Damage.TRIED; number++) {
            Files.write(file, Damage.of(whole, number));
            try {
                final ForeignNetwork read = new Dl4jBridge().read(file, BYTES);
                assertThat(read.network().size(0)).as("damage %d", number).isPositive();
            } catch (final IOException e) {
                assertThat(e.getMessage()).as("damage %d", number).isNotBlank();
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    @Test
    void dl4j() throws IOException {
        damage(new Dl4jFixture(folder).save(Dl4jFixture.network(Dl4jFixture.dense(5, 4, Activation.RELU),
            Dl4jFixture.dense(4, 3, Activation.TANH), Dl4jFixture.output(3))));
    }

    @ParameterizedTest
    @EnumSource
    void keras(final Layout layout) throws IOException {
        damage(KerasFixture.plain(layout).write(folder.resolve("model.h5")));
    }
}
