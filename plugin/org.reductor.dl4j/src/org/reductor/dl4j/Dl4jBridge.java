/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.dl4j;

import org.reductor.core.data.Sha256;
import org.reductor.core.exchange.Dl4jLayout;
import org.reductor.core.exchange.ForeignNetwork;
import org.reductor.core.exchange.NetworkBridge;
import org.reductor.core.model.ModelFormatException;
import org.reductor.core.model.NetworkModel;
import org.reductor.core.train.Engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** The bridge to DL4J and Keras. Those who use it make one by its name; see {@link NetworkBridge}. */
public final class Dl4jBridge implements NetworkBridge {

    private static final byte[] HDF5 = {(byte)0x89, 'H', 'D', 'F', '\r', '\n', 0x1A, '\n'};

    private static final byte[] ZIP = {'P', 'K', 3, 4};

    /** Makes a bridge; ND4J's native library is loaded when it is first needed. */
    public Dl4jBridge() {
        // nothing to prepare
    }

    @Override
    public ForeignNetwork read(final Path file, final long largestSize) throws IOException {
        if (Files.size(file) > largestSize) {
            throw new ModelFormatException(String.format(Locale.ROOT, "The file has %,d bytes, and %,d are allowed. "
                + "Raise the limit if you trust the file.", Files.size(file), largestSize));
        }
        final byte[] start = start(file);
        try {
            if (Arrays.equals(start, HDF5)) {
                Nd4jRuntime.load();
                return KerasFile.read(file, largestSize).with(identity(file));
            }
            if (Arrays.equals(Arrays.copyOf(start, ZIP.length), ZIP)) {
                return Dl4jFile.read(file, largestSize).with(identity(file));
            }
        } catch (final IllegalArgumentException e) {
            // What is beyond the limits of all networks.
            throw new ModelFormatException(e.getMessage());
        }
        throw new ModelFormatException("The file is neither a zip file of DL4J nor an HDF5 file of Keras.");
    }

    /** What tells this file from others, so that a model can be traced back to it. */
    private static Map<String, String> identity(final Path file) throws IOException {
        final MessageDigest digest = Sha256.start();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return Map.of("sourceFile", file.getFileName().toString(), "sourceSha256",
            Sha256.hex(digest));
    }

    private static byte[] start(final Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HDF5.length);
        }
    }

    @Override
    public void writeDl4j(final NetworkModel model, final Dl4jLayout layout, final OutputStream out)
        throws IOException {
        Nd4jRuntime.load();
        Dl4jWriter.write(model, layout, out);
    }

    @Override
    public Engine engine() {
        Nd4jRuntime.load();
        return new Dl4jEngine();
    }
}
