/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.exchange;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.reductor.core.model.NetworkModel;

/** The entries of a zip by name. */
final class Archive {

    /** Either of the writers. */
    interface Writer {
        void write(NetworkModel model, OutputStream out) throws IOException;
    }

    private Archive() {
    }

    static byte[] bytes(final Writer writer, final NetworkModel model) throws IOException {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(model, out);
        return out.toByteArray();
    }

    static Map<String, byte[]> entries(final byte[] zip) throws IOException {
        final Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        return entries;
    }
}
