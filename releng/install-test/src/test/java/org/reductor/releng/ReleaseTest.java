/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.releng;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

import org.junit.jupiter.api.Test;

/** What is handed out besides the nodes: licences, sources, the list of what others have made, the examples. */
class ReleaseTest {

    private static final Path PLUGINS = Path.of(System.getProperty("updateSite"), "plugins");

    private static final Path RELEASE = Path.of(System.getProperty("release"));

    @Test
    void everyJarHoldsTheLicenceAndTheNotice() throws IOException {
        final List<String> without = new ArrayList<>();
        for (final Path jar : plugins()) {
            try (JarFile file = new JarFile(jar.toFile())) {
                final String folder = jar.getFileName().toString().contains(".source_") ? "" : "META-INF/";
                for (final String text : List.of("LICENSE", "NOTICE")) {
                    if (file.getEntry(folder + text) == null) {
                        without.add(jar.getFileName() + ": " + text);
                    }
                }
            }
        }
        assertThat(without).isEmpty();
    }

    @Test
    void eachBundleWithClassesOfOursHasItsSourcesBesideIt() throws IOException {
        assertThat(plugins()).extracting(jar -> jar.getFileName().toString().replaceFirst("_[^_]*$", ""))
            .contains("org.reductor.core.source", "org.reductor.chem.source", "org.reductor.rdkit.source",
                "org.reductor.knime.source", "org.reductor.dl4j.source")
            .doesNotContain("org.reductor.dl4j.libs.source");
    }

    @Test
    void theBillOfMaterialsHasEveryNestedJar() throws Exception {
        final String bill = Files.readString(RELEASE.resolve("reductor-bom.json"));
        final List<String> missing = new ArrayList<>();
        int nested = 0;
        for (final Path jar : plugins()) {
            try (JarFile file = new JarFile(jar.toFile())) {
                for (final ZipEntry entry : file.stream().filter(e -> e.getName().endsWith(".jar")).toList()) {
                    nested++;
                    try (InputStream in = file.getInputStream(entry)) {
                        final byte[] digest = MessageDigest.getInstance("SHA-256").digest(in.readAllBytes());
                        if (!bill.contains(HexFormat.of().formatHex(digest))) {
                            missing.add(entry.getName());
                        }
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
        assertThat(nested).isGreaterThan(20);
    }

    /** They are unpacked, so that their jars cannot be told by a checksum. */
    @Test
    void theBillOfMaterialsHasTheNativesOfEveryPlatform() throws IOException {
        final String bill = Files.readString(RELEASE.resolve("reductor-bom.json"));
        for (final String library : List.of("javacpp", "openblas", "hdf5", "nd4j-native")) {
            for (final String platform : List.of("linux", "windows", "macosx")) {
                assertThat(bill).containsPattern(Pattern.quote("/" + library + "@") + "[^\"]*classifier=" + platform
                    + "-x86_64");
            }
        }
        assertThat(bill).contains("rdkit-jupyter", "org.webjars.npm/echarts");
    }

    @Test
    void theExamplesAreWorkflowsThatHoldTheirData() throws IOException {
        final Set<String> named = new TreeSet<>();
        try (Stream<Path> files = Files.list(RELEASE.resolve("workflows"))) {
            for (final Path file : files.toList()) {
                final String name = file.getFileName().toString().replace(".knwf", "");
                named.add(name);
                try (JarFile workflow = new JarFile(file.toFile())) {
                    assertThat(workflow.getEntry(name + "/workflow.knime")).as(name).isNotNull();
                    assertThat(workflow.stream().map(ZipEntry::getName)).as(name)
                        .anyMatch(entry -> entry.startsWith(name + "/data/") && !entry.endsWith("/"))
                        .allMatch(entry -> entry.startsWith(name + "/"));
                }
            }
        }
        final String text = Files.readString(RELEASE.resolve("INSTALL.txt"), StandardCharsets.UTF_8);
        assertThat(named).isNotEmpty().allMatch(text::contains);
    }

    private static List<Path> plugins() throws IOException {
        try (Stream<Path> files = Files.list(PLUGINS)) {
            return files.sorted().toList();
        }
    }
}
