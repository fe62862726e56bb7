/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;

import org.junit.jupiter.api.Test;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortUtil;

class PortEntryTest {

    private static byte[] saved(final String entry, final int megabytes) throws IOException {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var zip = PortUtil.getPortObjectSpecZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry));
            for (int i = 0; i < megabytes; i++) {
                zip.write(new byte[1_000_000]);
            }
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    private static void assertRefused(final PortObjectSpec.PortObjectSpecSerializer<?> serializer, final byte[] file,
        final String message) {
        assertThatThrownBy(() -> {
            try (var zip = PortUtil.getPortObjectSpecZipInputStream(new ByteArrayInputStream(file))) {
                serializer.loadPortObjectSpec(zip);
            }
        }).isInstanceOf(IOException.class).hasMessageContaining(message);
    }

    /** KNIME packs the entries of saved ports: zeros take a thousandth of their room. */
    @Test
    void aSmallSpecCannotUnpackToMuch() throws IOException {
        final byte[] networks = saved("networks-spec.json", 20);
        assertThat(networks.length).isLessThan(100_000);
        assertRefused(new NetworksPortObjectSpec.Serializer(), networks, "has more than 16777216 bytes");
        assertRefused(new DeviationsPortObjectSpec.Serializer(), saved("description.txt", 20),
            "The saved spec of a port is damaged: its entry description.txt has more than");
    }

    @Test
    void aMissingEntryIsNamed() throws IOException {
        assertRefused(new NetworksPortObjectSpec.Serializer(), saved("other", 1), "no entry networks-spec.json");
        assertRefused(new PerturbedNetworksPortObjectSpec.Serializer(), saved("other", 1), "no entry description.txt");
    }
}
