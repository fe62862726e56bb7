/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.node.EmbeddedNode;

class ExtensionRegistryTest {

    @TempDir
    Path folder;

    /** The registry of a class path with this plugin.xml alone. */
    private ExtensionRegistry read(final String xml) throws IOException {
        Files.writeString(folder.resolve("plugin.xml"), xml);
        final ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (var loader = new URLClassLoader(new URL[]{folder.toUri().toURL()}, null)) {
            Thread.currentThread().setContextClassLoader(loader);
            return ExtensionRegistry.ofClassPath();
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    @Test
    void standardNodesAreKnownByTheNamesThatWorkflowsStore() throws Exception {
        final ExtensionRegistry registry = ExtensionRegistry.ofClassPath();
        final NodeEntry reader =
            registry.node("org.knime.base.node.io.filehandling.csv.reader.CSVTableReaderNodeFactory").orElseThrow();
        assertThat(reader.isStandIn()).isTrue();
        assertThat(EmbeddedNode.of(reader.createFactory()).name()).isEqualTo("CSV Reader");
    }

    @Test
    void everyRegisteredNodeCanBeCreatedAndSaysWhatItIs() throws Exception {
        for (final NodeEntry entry : ExtensionRegistry.ofClassPath().nodes()) {
            final EmbeddedNode node = EmbeddedNode.of(entry.createFactory());
            assertThat(node.name()).as(entry.factoryName()).isNotBlank();
            assertThat(node.shortDescription()).as(entry.factoryName()).isNotBlank();
        }
    }

    @Test
    void nodesAndCategoriesAreRead() throws Exception {
        final ExtensionRegistry registry = read("""
            <plugin>
              <extension point="org.knime.workbench.repository.categories">
                <category path="/community" level-id="x" name="X" description="Things."/>
              </extension>
              <extension point="org.knime.workbench.repository.nodes">
                <node category-path="/community/x" factory-class="a.B"/>
              </extension>
            </plugin>""");
        assertThat(registry.nodes()).extracting(NodeEntry::factoryName).containsExactly("a.B");
        assertThat(registry.category("/community/x")).contains("X");
    }

    @Test
    void brokenAndHostileFilesAreRefusedByName() {
        assertThatThrownBy(() -> read("<plugin>")).isInstanceOf(IOException.class)
            .hasMessageContaining("plugin.xml").hasMessageContaining("Line 1");
        assertThatThrownBy(() -> read("<!DOCTYPE p [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><plugin>&x;</plugin>"))
            .isInstanceOf(IOException.class).hasMessageContaining("DOCTYPE");
    }
}
