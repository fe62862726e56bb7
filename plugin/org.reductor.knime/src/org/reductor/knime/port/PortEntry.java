/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.port;

import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.reductor.core.data.Limits;

/** An entry of the zip that KNIME saves a port or its spec as. */
final class PortEntry {

    private PortEntry() {
    }

    /**
     * @param out zip of a port or spec
     * @param name of the entry
     * @param content of the entry
     * @throws IOException if it cannot be written
     */
    static void write(final ZipOutputStream out, final String name, final byte[] content) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(content);
        out.closeEntry();
    }

    /**
     * Moves to the next entry.
     *
     * @param in zip of a port or spec
     * @param name that the entry must have
     * @param what what is saved, as the subject of a sentence
     * @throws IOException if the entry is not there, saying so
     */
    static void open(final ZipInputStream in, final String name, final String what) throws IOException {
        final ZipEntry entry = next(in, what);
        if (entry == null || !name.equals(entry.getName())) {
            throw new IOException(what + " is damaged: it has no entry " + name + ".");
        }
    }

    /**
     * @param in zip of a port or spec
     * @param what what is saved, as the subject of a sentence
     * @return the next entry, {@code null} behind the last
     * @throws IOException if there is something else, saying so
     */
    static ZipEntry next(final ZipInputStream in, final String what) throws IOException {
        try {
            return in.getNextEntry();
        } catch (IOException | IllegalArgumentException e) { // the second for names that are no text
            throw unreadable(what, e);
        }
    }

    private static IOException unreadable(final String what, final Exception e) {
        return new IOException(
            what + " is damaged or cannot be read: " + (e.getMessage() == null ? "it ends too early" : e.getMessage())
                + ".", e);
    }

    /**
     * Reads the next entry whole. KNIME packs it, so its length is limited here.
     *
     * @param in zip of a spec
     * @param name that the entry must have
     * @param what what is saved, as the subject of a sentence
     * @return its content
     * @throws IOException if the entry is not there or too long, saying so
     */
    static byte[] read(final ZipInputStream in, final String name, final String what) throws IOException {
        open(in, name, what);
        final byte[] bytes;
        try {
            bytes = in.readNBytes(Limits.JSON_BYTES + 1);
        } catch (IOException e) {
            throw unreadable(what, e);
        }
        if (bytes.length > Limits.JSON_BYTES) {
            throw new IOException(
                what + " is damaged: its entry " + name + " has more than " + Limits.JSON_BYTES + " bytes.");
        }
        return bytes;
    }
}
