/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.reductor.core.data.Limits;
import org.reductor.core.network.Activation;
import org.reductor.core.network.Network;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Reads what {@link ArrayFileWriter} wrote from a stream, entry by entry. Nothing but numbers and text is taken.
 * All sizes are held against {@link Limits} first. The length of an array is worked out from the sizes before it is
 * read, entries are stored, not packed, and memory grows with the bytes that really come, so that a small file cannot
 * ask for much.
 */
final class ArrayFileReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final FileKind kind;
    private final ZipInputStream zip;
    private JsonNode index;
    private int nextArray;

    private ArrayFileReader(final FileKind kind, final InputStream in) {
        this.kind = kind;
        zip = new ZipInputStream(in);
    }

    /** Makes something of a file. */
    @FunctionalInterface
    interface Content<T> {
        T read(ArrayFileReader file, Fields json) throws IOException;
    }

    /**
     * @param kind what the file should be
     * @param in where from; not closed
     * @param content makes something of it
     * @return what it made
     * @throws ModelFormatException if the file is damaged or something else, saying what is wrong
     */
    static <T> T read(final FileKind kind, final InputStream in, final Content<T> content) throws IOException {
        final ArrayFileReader file = new ArrayFileReader(kind, in);
        try {
            final T result = content.read(file, file.root());
            if (file.nextArray != file.index.size()) {
                throw new ModelFormatException(file.damaged() + "it lists " + file.index.size() + " arrays, but has "
                    + "use for " + file.nextArray + ".");
            }
            return result;
        } catch (final EOFException e) {
            throw new ModelFormatException(file.damaged() + "it ends too early.", e);
        } catch (final ZipException | IllegalArgumentException | ArithmeticException e) {
            throw new ModelFormatException(file.damaged() + e.getMessage(), e);
        }
    }

    private Fields root() throws IOException {
        final Fields root = new Fields(json(), kind.jsonEntry());
        if (!kind.format().equals(root.text("format"))) {
            throw new ModelFormatException("The file is not a " + kind.description() + ": its format is '"
                + root.text("format") + "' instead of '" + kind.format() + "'.");
        }
        if (root.integer("version") != FileKind.VERSION) {
            throw new ModelFormatException("The " + kind.noun() + " has version " + root.integer("version")
                + ", but this Reductor reads version " + FileKind.VERSION + ". Update Reductor to use it.");
        }
        index = root.list("arrays");
        return root;
    }

    private JsonNode json() throws IOException {
        final ZipEntry entry = zip.getNextEntry();
        if (entry == null || !kind.jsonEntry().equals(entry.getName())) {
            throw new ModelFormatException("The file is not a " + kind.description()
                + ": it does not begin with the entry '" + kind.jsonEntry() + "'.");
        }
        requireStored(entry);
        if (entry.getSize() > Limits.JSON_BYTES) {
            throw new ModelFormatException(damaged() + kind.jsonEntry() + " has " + entry.getSize()
                + " bytes, and at most " + Limits.JSON_BYTES + " are read.");
        }
        final byte[] bytes = zip.readAllBytes();
        try {
            return JSON.readTree(bytes);
        } catch (final JsonProcessingException e) {
            throw new ModelFormatException(
                damaged() + kind.jsonEntry() + " is not valid JSON, " + e.getOriginalMessage() + ".", e);
        }
    }

    /** @return the beginning of a message */
    String damaged() {
        return "The " + kind.noun() + " is damaged: ";
    }

    /**
     * Refuses what is too large to be read.
     *
     * @param limit of {@link Limits}; throws if it is exceeded
     */
    void requireReadable(final Runnable limit) throws ModelFormatException {
        try {
            limit.run();
        } catch (final IllegalArgumentException e) {
            throw new ModelFormatException("The " + kind.noun() + " is damaged or too large: what it announces is "
                + "outside of what can be read. " + e.getMessage(), e);
        }
    }

    /** What is packed could be a thousand times as large as the file. */
    private void requireStored(final ZipEntry entry) throws ModelFormatException {
        if (entry.getMethod() != ZipEntry.STORED) {
            throw new ModelFormatException(damaged() + "the entry '" + entry.getName() + "' is packed, while Reductor "
                + "stores all entries as they are. Do not zip the file anew.");
        }
    }

    /**
     * The next array.
     *
     * @param name its name
     * @param length its length in bytes, as other numbers of the file demand it
     * @return its bytes
     */
    byte[] array(final String name, final long length) throws IOException {
        final JsonNode listed = index.path(nextArray++);
        final ZipEntry entry = zip.getNextEntry();
        if (entry == null || !entry.getName().equals(name) || !name.equals(listed.path("name").asText())) {
            throw new ModelFormatException(damaged() + "the array '" + name + "' is missing.");
        }
        requireStored(entry);
        if (entry.getSize() != length || listed.path("bytes").asLong() != length) {
            throw new ModelFormatException(damaged() + "the array '" + name + "' does not have the " + length
                + " bytes that other numbers in the file ask for.");
        }
        final byte[] bytes = zip.readAllBytes();
        if (!ModelArrays.sha256(bytes).equals(listed.path("sha256").asText())) {
            throw new ModelFormatException(
                damaged() + "the array '" + name + "' does not have the checksum it was written with.");
        }
        return bytes;
    }

    /**
     * The next network, all weights stored.
     *
     * @param name beginning of its arrays' names
     * @param sizes sizes of the network
     * @param hidden activation of its hidden layers
     * @return the network
     */
    Network network(final String name, final int[] sizes, final Activation hidden) throws IOException {
        final float[][] kernels = new float[sizes.length - 1][];
        final float[][] biases = new float[sizes.length - 1][];
        for (int l = 0; l < kernels.length; l++) {
            kernels[l] = LittleEndian.toFloats(
                array(ModelArrays.kernel(name, l), (long)Float.BYTES * sizes[l] * sizes[l + 1]));
            biases[l] = LittleEndian.toFloats(array(ModelArrays.bias(name, l), (long)Float.BYTES * sizes[l + 1]));
        }
        return new Network(sizes, hidden, kernels, biases);
    }
}
