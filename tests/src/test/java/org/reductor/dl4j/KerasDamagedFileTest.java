/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reductor.dl4j.KerasFixture.plain;
import static org.reductor.dl4j.KerasFixture.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.bytedeco.hdf5.H5File;
import org.bytedeco.hdf5.global.hdf5;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reductor.core.model.ModelFormatException;
import org.reductor.dl4j.KerasFixture.Layout;

/** Damaged and malicious files of Keras. */
class KerasDamagedFileTest {

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("model.h5");
    }

    @Test
    void sizesAreCheckedBeforeMemoryIsTaken() throws IOException {
        final Path file = plain(Layout.KERAS_2).write(file());
        assertThatThrownBy(() -> new Dl4jBridge().read(file, 1000)).isInstanceOf(ModelFormatException.class)
            .hasMessageContaining("and 1,000 are allowed");
        // The file itself may be small: HDF5 packs zeros to nothing.
        assertThatThrownBy(() -> KerasFile.read(file, 100)).isInstanceOf(ModelFormatException.class)
            .hasMessageContaining("The weights up to layer 'dense_1' take").hasMessageContaining("100 are allowed");
    }

    /** HDF5 stores nothing of an array that was never written: some bytes can stand for gigabytes. */
    @Test
    void anArrayWithoutValuesIsRefused() throws IOException {
        final Path file = plain(Layout.KERAS_2).array("dense", "kernel", null, 200_000, 1_000)
            .write(folder.resolve("model.h5"));
        assertThat(Files.size(file)).isLessThan(50_000);
        assertThatThrownBy(() -> new Dl4jBridge().read(file, 4_000_000_000L)).isInstanceOf(ModelFormatException.class)
            .hasMessageContaining("announces 800,000,000 bytes of values, but 0 are in the file");
    }

    @Test
    void damageIsNoticed() throws IOException {
        final Path missing = new KerasFixture(Layout.KERAS_2).dense("a", 3, 2, "relu")
            .layer("Dense", "b", "\"activation\": \"linear\"").write(file());
        assertThatThrownBy(() -> read(missing)).isInstanceOf(ModelFormatException.class)
            .hasMessageContaining("no 'kernel' of layer 'b'");
        final Path mismatch = new KerasFixture(Layout.KERAS_2).dense("a", 3, 2, "relu").dense("b", 3, 1, "linear")
            .write(file());
        assertThatThrownBy(() -> read(mismatch)).isInstanceOf(ModelFormatException.class)
            .hasMessageContaining("layer 'b' has 3 weights and 1 biases behind 2 units");
        final Path infinite = new KerasFixture(Layout.KERAS_2).dense("a", 1, 1, "relu").dense("b", 1, 1, "linear")
            .array("b", "kernel", new float[]{Float.NaN}, 1, 1).write(file());
        assertThatThrownBy(() -> read(infinite)).hasMessageContaining("'b' has a weight that is NaN");
        final Path cut = file();
        Files.write(cut, new byte[]{(byte)0x89, 'H', 'D', 'F', '\r', '\n', 0x1A, '\n', 0, 0});
        assertThatThrownBy(() -> read(cut)).isInstanceOf(IOException.class).hasMessageContaining("damaged");
        Files.writeString(cut, "neither");
        assertThatThrownBy(() -> read(cut)).isInstanceOf(ModelFormatException.class)
            .hasMessageContaining("neither a zip file of DL4J nor an HDF5 file of Keras");
    }

    /** A file that stays open could not be written again, and on Windows not be deleted, until KNIME ends. */
    @ParameterizedTest
    @ValueSource(strings = {"{\"class_name\": \"Sequential", "\"\"", "[[[[[[[["})
    void architectureThatIsNoJsonIsReportedAndTheFileClosed(final String architecture) {
        for (int time = 0; time < 2; time++) {
            final Path file = plain(Layout.KERAS_2).write(file(), architecture, "model_weights");
            assertThatThrownBy(() -> read(file)).isInstanceOf(ModelFormatException.class)
                .hasMessageStartingWith("The ").hasMessageNotContaining("github");
        }
    }

    @Test
    void nestingOfArchitectureIsLimited() {
        final Path file = plain(Layout.KERAS_2).write(file(), "[".repeat(60_000), "model_weights");
        assertThatThrownBy(() -> read(file)).isInstanceOf(ModelFormatException.class)
            .hasMessageContaining("not valid JSON");
    }

    @Test
    void twoLayersOfOneNameAreRefused() {
        assertThatThrownBy(() -> read(new KerasFixture(Layout.KERAS_2).dense("a", 2, 2, "relu").dense("a", 2, 2, "relu")
            .dense("b", 2, 1, "linear").write(file()))).isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("two layers have the name 'a'");
    }

    /** Twenty links to the group itself, eight deep, would be 20^8 ways. */
    @Test
    @Timeout(60)
    void groupsThatHoldThemselvesAreRefused() throws IOException {
        final Path file = plain(Layout.KERAS_2).write(file());
        try (H5File h5 = new H5File(file.toString(), hdf5.H5F_ACC_RDWR())) {
            for (int i = 0; i < 20; i++) {
                h5.link("/model_weights/dense", "model_weights/dense/loop" + i);
            }
        }
        assertThatThrownBy(() -> read(file)).isInstanceOf(ModelFormatException.class)
            .hasMessageContaining("groups that hold themselves");
    }

    @Test
    void emptyArrayIsDamage() {
        final KerasFixture fixture = plain(Layout.KERAS_2).array("dense", "kernel", new float[1], 0, 4);
        assertThatThrownBy(() -> read(fixture.write(file()))).isInstanceOf(ModelFormatException.class)
            .hasMessageContaining("'dense' has the shape [0, 4]");
    }
}
