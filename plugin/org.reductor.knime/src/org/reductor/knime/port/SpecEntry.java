/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.port;

import java.io.IOException;
import java.util.zip.ZipEntry;

import org.knime.core.node.port.PortObjectSpecZipInputStream;
import org.reductor.core.data.Limits;

/** The one entry that specs of ports are saved as. KNIME packs it, so its length is limited here. */
final class SpecEntry {

    private SpecEntry() {
    }

    /**
     * @param in the saved spec
     * @param name of the entry
     * @param what what is saved, as the end of a sentence's subject
     * @return its content
     * @throws IOException if the entry is not there or too long, saying so
     */
    static byte[] read(final PortObjectSpecZipInputStream in, final String name, final String what)
        throws IOException {
        final ZipEntry entry = in.getNextEntry();
        if (entry == null || !name.equals(entry.getName())) {
            throw new IOException("The saved spec of " + what + " is damaged: it has no entry " + name + ".");
        }
        final byte[] bytes = in.readNBytes(Limits.JSON_BYTES + 1);
        if (bytes.length > Limits.JSON_BYTES) {
            throw new IOException("The saved spec of " + what + " is damaged: its entry " + name + " has more than "
                + Limits.JSON_BYTES + " bytes.");
        }
        return bytes;
    }
}
