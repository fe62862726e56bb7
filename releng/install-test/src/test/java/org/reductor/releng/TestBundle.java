/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.releng;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.osgi.framework.Constants;

/** Builds a bundle of a test's own. */
final class TestBundle {

    private final Manifest manifest = new Manifest();

    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    private TestBundle() {
    }

    static TestBundle of(final String symbolicName) {
        final var bundle = new TestBundle();
        bundle.manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        return bundle.header(Constants.BUNDLE_MANIFESTVERSION, "2").header(Constants.BUNDLE_SYMBOLICNAME, symbolicName);
    }

    TestBundle header(final String name, final String value) {
        manifest.getMainAttributes().putValue(name, value);
        return this;
    }

    TestBundle require(final String bundles) {
        return header(Constants.REQUIRE_BUNDLE, bundles);
    }

    /** Adds a class of the test. */
    TestBundle add(final Class<?> type) throws IOException {
        final String entry = type.getName().replace('.', '/') + ".class";
        try (InputStream in = type.getResourceAsStream("/" + entry)) {
            return add(entry, in.readAllBytes());
        }
    }

    TestBundle add(final String entry, final byte[] content) {
        entries.put(entry, content);
        return this;
    }

    Path write(final Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file); JarOutputStream jar = new JarOutputStream(out, manifest)) {
            write(jar, entries);
        }
        return file;
    }

    /** Writes it as a folder, the way bundles with nested jars are installed. */
    Path writeFolder(final Path folder) throws IOException {
        for (final var entry : entries.entrySet()) {
            Files.createDirectories(folder.resolve(entry.getKey()).getParent());
            Files.write(folder.resolve(entry.getKey()), entry.getValue());
        }
        Files.createDirectories(folder.resolve("META-INF"));
        try (OutputStream out = Files.newOutputStream(folder.resolve("META-INF/MANIFEST.MF"))) {
            manifest.write(out);
        }
        return folder;
    }

    /** @return a jar with the entries of another one whose names begin in this way */
    static byte[] partOf(final Path jar, final String prefix) throws IOException {
        final var bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            write(out, entries(jar, prefix));
        }
        return bytes.toByteArray();
    }

    /** @return the entries of a jar whose names begin in this way */
    static Map<String, byte[]> entries(final Path jar, final String prefix) throws IOException {
        final Map<String, byte[]> found = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(jar))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.isDirectory() && entry.getName().startsWith(prefix)) {
                    found.put(entry.getName(), in.readAllBytes());
                }
            }
        }
        return found;
    }

    private static void write(final ZipOutputStream out, final Map<String, byte[]> entries) throws IOException {
        for (final var entry : entries.entrySet()) {
            out.putNextEntry(new ZipEntry(entry.getKey()));
            out.write(entry.getValue());
        }
    }
}
