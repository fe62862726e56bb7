/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeSettings;
import org.knime.node.EmbeddedNode;

/** Workflows of earlier versions open for ever: the settings of each node as each release has stored them. */
class StoredSettingsTest {

    private static final Path STORED = Path.of("src", "test", "resources", "stored");

    static List<Path> settings() throws IOException {
        try (Stream<Path> files = Files.walk(STORED)) {
            return files.filter(file -> file.toString().endsWith(".xml")).sorted().toList();
        }
    }

    @Test
    void everyNodeIsThere() throws IOException {
        assertThat(settings()).hasSizeGreaterThanOrEqualTo(16);
    }

    @ParameterizedTest
    @MethodSource("settings")
    void aNodeLoadsWhatWasStoredAndKeepsIt(final Path file) throws Exception {
        final NodeSettings stored;
        try (InputStream in = Files.newInputStream(file)) {
            stored = (NodeSettings)NodeSettings.loadFromXML(in);
        }
        final NodeFactory<?> factory = (NodeFactory<?>)Class.forName(stored.getString("factory"))
            .getDeclaredConstructor().newInstance();
        final EmbeddedNode node = EmbeddedNode.of(factory);
        final NodeSettings model = new NodeSettings("model");
        stored.getNodeSettings("model").copyTo(model);
        node.validateAndLoad(model);
        final NodeSettings saved = new NodeSettings("model");
        node.save(saved);
        for (final String key : model.keySet()) {
            assertThat(saved.containsKey(key)).as(key).isTrue();
            assertThat(saved.getEntry(key).toStringValue()).as(key).isEqualTo(model.getEntry(key).toStringValue());
        }
    }
}
