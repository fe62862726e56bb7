/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.reductor.core.network.Activation;
import org.reductor.core.network.Network;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Reads what {@link ArrayFileWriter} wrote from a stream, entry by entry. Nothing but numbers and text is taken.
 * The length of an array is worked out from the sizes before it is read, and memory grows with the bytes that really
 * come, so that a small file cannot ask for much.
 */
final class ArrayFileReader {

    private static final int MAX_JSON_BYTES = 16 << 20;
    private static final int MAX_LEVELS = 64;
    private static final int MAX_NETWORKS = 1000;
    private static final long MAX_WEIGHTS = 1L << 28;
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
            return content.read(file, file.root());
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
        final byte[] bytes = zip.readNBytes(MAX_JSON_BYTES + 1);
        if (bytes.length > MAX_JSON_BYTES) {
            throw new ModelFormatException(damaged() + kind.jsonEntry() + " is larger than 16 MB.");
        }
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

    /** Refuses networks of sizes that cannot be, or that are too large to be read. */
    void requireReadable(final int[] sizes, final int networks) throws ModelFormatException {
        long weights = 0;
        for (int l = 0; l + 1 < sizes.length; l++) {
            weights = Math.addExact(weights, Math.multiplyExact((long)sizes[l], sizes[l + 1]));
        }
        if (sizes.length < 2 || sizes.length > MAX_LEVELS || Arrays.stream(sizes).anyMatch(size -> size < 1)
            || weights > MAX_WEIGHTS || networks < 1 || networks > MAX_NETWORKS) {
            throw new ModelFormatException("The " + kind.noun() + " is damaged or too large: " + networks
                + " networks of the sizes " + Arrays.toString(sizes) + " are outside of what can be read (at most "
                + MAX_WEIGHTS + " weights a network).");
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
        final byte[] bytes = zip.readNBytes(Math.toIntExact(length));
        if (bytes.length != length || listed.path("bytes").asLong() != length || zip.read() != -1) {
            throw new ModelFormatException(damaged() + "the array '" + name + "' does not have the " + length
                + " bytes that other numbers in the file ask for.");
        }
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
