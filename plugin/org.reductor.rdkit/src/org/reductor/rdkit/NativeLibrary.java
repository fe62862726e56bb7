/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.rdkit;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;

/** The native library of one platform, as this bundle carries it. */
enum NativeLibrary {
    LINUX("libGraphMolWrap.so"),
    WINDOWS("GraphMolWrap.dll"),
    MACOS("libGraphMolWrap.jnilib");

    private static final Set<String> X86_64 = Set.of("amd64", "x86_64", "x64");

    private final String fileName;

    NativeLibrary(final String fileName) {
        this.fileName = fileName;
    }

    static NativeLibrary forThisMachine() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    /**
     * @param osName as in the system property {@code os.name}
     * @param osArch as in the system property {@code os.arch}: the JVM's, so x86_64 for one that Rosetta
     *            translates
     * @throws RdkitUnavailableException if there is no library for it
     */
    static NativeLibrary of(final String osName, final String osArch) {
        final String os = osName.toLowerCase(Locale.ROOT);
        final NativeLibrary library = os.startsWith("linux") ? LINUX : os.startsWith("windows") ? WINDOWS
            : os.startsWith("mac") ? MACOS : null;
        if (library == null || !X86_64.contains(osArch.toLowerCase(Locale.ROOT))) {
            final String remedy = library == MACOS
                ? "On Apple silicon install KNIME's extension \"RDKit KNIME integration\", whose own RDKit is used "
                    + "then; outside KNIME run a Java for x86_64, which Rosetta translates."
                : "In KNIME, install the extension \"RDKit KNIME integration\" if it supports this machine; otherwise "
                    + "use Linux, Windows or macOS on x86_64.";
            throw new RdkitUnavailableException("Reductor has no RDKit library for " + osName + " on " + osArch
                + ", so molecules cannot be read here. " + remedy, null);
        }
        return library;
    }

    String fileName() {
        return fileName;
    }

    byte[] read() throws IOException {
        final String resource = "/resources/lib/" + fileName;
        try (InputStream in = NativeLibrary.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new FileNotFoundException(resource + " is missing from the bundle org.reductor.rdkit");
            }
            return in.readAllBytes();
        }
    }
}
