/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reductor.dl4j.Dl4jFixture.BRIDGE;
import static org.reductor.dl4j.Dl4jFixture.LIMIT;
import static org.reductor.dl4j.Dl4jFixture.dense;
import static org.reductor.dl4j.Dl4jFixture.entries;
import static org.reductor.dl4j.Dl4jFixture.indexOf;
import static org.reductor.dl4j.Dl4jFixture.network;
import static org.reductor.dl4j.Dl4jFixture.output;
import static org.reductor.dl4j.Dl4jFixture.rows;

import java.io.IOException;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.preprocessor.NormalizerStandardize;
import org.reductor.core.model.ModelFormatException;

/** Damaged and malicious files of DL4J: nothing is run, and no memory is taken for what they only announce. */
class Dl4jDamagedFileTest {

    @TempDir
    private Path folder;

    private Dl4jFixture files;

    @BeforeEach
    void open() {
        files = new Dl4jFixture(folder);
    }

    @Test
    void fileWithSerialisedObjectsIsRefusedUnread() throws IOException {
        final Path file = files.save(network(dense(3, 2, Activation.RELU), output(2)));
        ModelSerializer.addObjectToFile(file.toFile(), "labels", new Explosive());
        Explosive.read = false;
        assertThatThrownBy(() -> BRIDGE.read(file, LIMIT)).isInstanceOf(ModelFormatException.class)
            .hasMessageContaining("serialised Java objects").hasMessageContaining("labels");
        assertThat(Explosive.read).isFalse();
    }

    /** Tells whether it was deserialised. */
    private static final class Explosive implements Serializable {

        private static final long serialVersionUID = 1L;

        private static boolean read;

        private Object readResolve() {
            read = true;
            return this;
        }
    }

    @Test
    void unpackedSizeIsLimited() throws IOException {
        final Path file = folder.resolve("bomb.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("coefficients.bin"));
            for (int i = 0; i < 300; i++) {
                zip.write(new byte[100_000]);
            }
        }
        assertThat(Files.size(file)).isLessThan(100_000);
        assertThatThrownBy(() -> BRIDGE.read(file, LIMIT)).isInstanceOf(ModelFormatException.class)
            .hasMessageContaining("Unpacked up to 'coefficients.bin' the file is larger than 10,000,000 bytes");
        assertThatThrownBy(() -> BRIDGE.read(file, 1000)).hasMessageContaining("1,000 are allowed");
    }

    /** Within the limit that the user sets, but a thousand times as large as the file. */
    @Test
    void aSmallFileCannotUnpackToHundredsOfMegabytes() throws IOException {
        final Path file = folder.resolve("bomb.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("coefficients.bin"));
            for (int i = 0; i < 27; i++) {
                zip.write(new byte[10_000_000]);
            }
        }
        assertThat(Files.size(file)).isLessThan(300_000);
        assertThatThrownBy(() -> BRIDGE.read(file, 4_000_000_000L)).isInstanceOf(ModelFormatException.class)
            .hasMessageContaining("unpacks to 270,000,000").hasMessageContaining("at most 268,435,456 are plausible");
    }

    @Test
    void anEntryMustHaveTheSizeThatItAnnounces() throws IOException {
        final Path file = files.save(network(dense(3, 2, Activation.RELU), output(2)));
        for (final int absurd : new int[]{1, 100_000, Integer.MAX_VALUE, -1}) {
            final byte[] bytes = Files.readAllBytes(file);
            final int entry = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("coefficients.bin",
                new String(bytes, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002")) - 46;
            ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(entry + 24, absurd);
            final Path changed = Files.write(folder.resolve("changed.zip"), bytes);
            assertThatThrownBy(() -> BRIDGE.read(changed, 4_000_000_000L)).as("%d bytes", absurd)
                .isInstanceOf(ModelFormatException.class);
        }
    }

    @Test
    void aConfigurationIsShort() throws IOException {
        final Map<String, byte[]> entries = entries(files.save(network(dense(3, 2, Activation.RELU), output(2))));
        entries.put("configuration.json", new byte[17_000_000]);
        assertThatThrownBy(() -> BRIDGE.read(files.write(entries), 4_000_000_000L))
            .isInstanceOf(ModelFormatException.class).hasMessageContaining("at most 16,777,216 are plausible");
    }

    /** Sixteen gigabytes of constants, for a number in the configuration. */
    @Test
    void normalisationCannotHaveMoreUnitsThanTheFileHasParameters() throws IOException {
        final MultiLayerNetwork network = network(dense(6, 5, Activation.IDENTITY),
            new BatchNormalization.Builder().nOut(5).lockGammaBeta(true).gamma(2).beta(1).build(),
            new ActivationLayer(Activation.TANH), output(5));
        final String text = new String(entries(files.save(network)).get("configuration.json"), StandardCharsets.UTF_8);
        final int layer = text.indexOf("BatchNormalization");
        final int size = text.indexOf("\"nout\" : 5", layer);
        final Map<String, byte[]> entries = entries(folder.resolve("network.zip"));
        entries.put("configuration.json", (text.substring(0, size) + "\"nout\" : 2147483647"
            + text.substring(size + "\"nout\" : 5".length())).getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> BRIDGE.read(files.write(entries), LIMIT)).isInstanceOf(ModelFormatException.class)
            .hasMessageContaining("needs 4294967294 parameters");
    }

    @Test
    void damageIsNoticed() throws IOException {
        final MultiLayerNetwork network = network(dense(3, 2, Activation.RELU), output(2));
        final Path file = files.save(network);
        assertThatThrownBy(
            () -> BRIDGE.read(files.changed(file, "configuration.json", "\"nin\" : 3", "\"nin\" : 4"), LIMIT))
            .isInstanceOf(ModelFormatException.class).hasMessageContaining("parameters");
        assertThatThrownBy(() -> BRIDGE.read(files.changed(file, "configuration.json", "{", "["), LIMIT))
            .isInstanceOf(ModelFormatException.class).hasMessageContaining("not valid JSON");
        final Map<String, byte[]> entries = entries(file);
        final byte[] coefficients = entries.get("coefficients.bin");
        entries.put("coefficients.bin", Arrays.copyOf(coefficients, coefficients.length - 3));
        assertThatThrownBy(() -> BRIDGE.read(files.write(entries), LIMIT)).isInstanceOf(ModelFormatException.class)
            .hasMessageContaining("ends too early");
        // The length of the values, made absurd: nothing may be allocated for it.
        final byte[] absurd = coefficients.clone();
        absurd[indexOf(coefficients, "FLOAT") - 10] = 0x7F;
        entries.put("coefficients.bin", absurd);
        assertThatThrownBy(() -> BRIDGE.read(files.write(entries), LIMIT)).isInstanceOf(ModelFormatException.class)
            .hasMessageContaining("announces an array of");
        entries.remove("coefficients.bin");
        assertThatThrownBy(() -> BRIDGE.read(files.write(entries), LIMIT)).isInstanceOf(ModelFormatException.class)
            .hasMessageContaining("no 'coefficients.bin'");
        final Path cut = folder.resolve("cut.zip");
        Files.write(cut, Arrays.copyOf(Files.readAllBytes(file), 200));
        assertThatThrownBy(() -> BRIDGE.read(cut, LIMIT)).isInstanceOf(ModelFormatException.class)
            .hasMessageContaining("damaged");
    }

    /** Two gigabytes of values in an entry of some bytes. */
    @Test
    void normaliserCannotAnnounceMoreThanItHolds() throws IOException {
        final MultiLayerNetwork network = network(dense(3, 2, Activation.RELU), output(2));
        final NormalizerStandardize normalizer = new NormalizerStandardize();
        normalizer.fit(new DataSet(rows(20, 3), rows(20, 1)));
        final Path file = files.save(network);
        ModelSerializer.addNormalizerToModel(file.toFile(), normalizer);
        final Map<String, byte[]> entries = entries(file);
        final byte[] absurd = entries.get("normalizer.bin");
        absurd[indexOf(absurd, "FLOAT") - 6] = 0x0F;
        entries.put("normalizer.bin", absurd);
        final Path changed = files.write(entries);
        assertThatThrownBy(() -> BRIDGE.read(changed, 4_000_000_000L)).isInstanceOf(ModelFormatException.class)
            .hasMessageContaining("announces an array of");
        entries.put("normalizer.bin", new byte[]{0, 3, (byte)0xFF, (byte)0xFF, (byte)0xFF});
        final Path none = files.write(entries);
        assertThatThrownBy(() -> BRIDGE.read(none, LIMIT)).isInstanceOf(ModelFormatException.class)
            .hasMessageContaining("damaged");
    }
}
