/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.dl4j;

import org.reductor.core.data.Limits;
import org.reductor.core.model.ModelFormatException;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The entries of a DL4J model file that are looked at, unpacked to memory up to a limit; a small file cannot unpack to
 * much (see {@link Limits#unpacked}). Serialised Java objects, which run code when they are read, are not even opened:
 * a file with one of them is refused.
 */
final class Dl4jZip {

    static final String CONFIGURATION = "configuration.json";

    static final String COEFFICIENTS = "coefficients.bin";

    static final String NORMALIZER = "normalizer.bin";

    /** Added by Reductor: what DL4J has no place for. */
    static final String REDUCTOR = "reductor.json";

    /** What tells the zip files of Keras 3 from others. */
    private static final String KERAS_3 = "model.weights.h5";

    /** How a stream of serialised Java objects begins. */
    private static final int SERIALIZED = 0xACED;

    private final Map<String, byte[]> entries;

    private Dl4jZip(final Map<String, byte[]> entries) {
        this.entries = entries;
    }

    /**
     * @param file a zip file
     * @param largestSize bytes that its entries may have, unpacked
     * @return its entries
     * @throws ModelFormatException if it is damaged, too large, or holds serialised Java objects
     */
    static Dl4jZip read(final Path file, final long largestSize) throws IOException {
        final Map<String, byte[]> entries = new HashMap<>();
        long left = largestSize;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.getEntry(KERAS_3) != null) {
                throw new ModelFormatException("The file has the newer format of Keras 3 (.keras). Save the model as "
                    + "HDF5: model.save(\"NAME.h5\").");
            }
            for (final ZipEntry entry : Collections.list(zip.entries())) {
                try (InputStream in = zip.getInputStream(entry)) {
                    refuseObjects(entry.getName(), in.readNBytes(2));
                }
                if (isRead(entry.getName())) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        entries.put(entry.getName(), unpack(entry, in, left, largestSize));
                    }
                    left -= entries.get(entry.getName()).length;
                }
            }
        } catch (final ZipException | EOFException e) {
            throw new ModelFormatException("The file is damaged, or no zip file: " + e.getMessage() + ".");
        }
        return new Dl4jZip(entries);
    }

    private static boolean isRead(final String name) {
        return name.equals(CONFIGURATION) || name.equals(COEFFICIENTS) || name.equals(NORMALIZER)
            || name.equals(REDUCTOR);
    }

    private static void refuseObjects(final String name, final byte[] start) throws ModelFormatException {
        if (start.length == 2 && ((start[0] & 0xFF) << 8 | start[1] & 0xFF) == SERIALIZED) {
            throw new ModelFormatException("The file holds serialised Java objects ('" + name + "'), which can run any "
                + "code when they are read, so nothing of it is used. Save the network again without them: "
                + "ModelSerializer.writeModel(network, file, false).");
        }
    }

    /** Takes the size at its word only to refuse it: memory grows with the bytes that really come. */
    private static byte[] unpack(final ZipEntry entry, final InputStream in, final long left, final long largestSize)
        throws IOException {
        final String name = entry.getName();
        final long size = entry.getSize();
        if (size > Math.min(left, Integer.MAX_VALUE - 16)) {
            throw new ModelFormatException(String.format(Locale.ROOT, "Unpacked up to '%s' the file is larger "
                + "than %,d bytes. Raise the limit if you trust the file.", name,
                Math.min(largestSize, Integer.MAX_VALUE - 16)));
        }
        final long plausible =
            name.endsWith(".json") ? Limits.JSON_BYTES : Limits.unpacked(entry.getCompressedSize());
        if (size > plausible) {
            throw new ModelFormatException(String.format(Locale.ROOT, "The entry '%s' of %,d bytes unpacks to %,d, and "
                + "at most %,d are plausible. Write the file anew, without what was pruned.", name,
                entry.getCompressedSize(), size, plausible));
        }
        // As doubles the values are at least as long again.
        Limits.requireHeap(2 * size, "the entry '" + name + "'", "Give Java more memory.");
        final byte[] bytes = in.readNBytes((int)size);
        if (bytes.length != size || in.read() >= 0) {
            throw new ModelFormatException("The file is damaged: its entry '" + name + "' does not have the " + size
                + " bytes that it announces.");
        }
        return bytes;
    }

    boolean has(final String name) {
        return entries.containsKey(name);
    }

    /**
     * @param name of an entry
     * @return its content
     * @throws ModelFormatException if there is none
     */
    byte[] entry(final String name) throws ModelFormatException {
        if (!has(name)) {
            throw new ModelFormatException("The zip file has no '" + name + "', so it is no network of DL4J. Write it "
                + "with ModelSerializer.writeModel(network, file, false).");
        }
        return entries.get(name);
    }
}
