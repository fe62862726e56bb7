/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.releng;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.reductor.releng.probe.Dl4jProbe;

/** Both features, installed together: DL4J trains, saves and reads inside of OSGi. */
class Dl4jFeatureTest {

    private static final String FEATURES = "org.reductor.feature.feature.group,org.reductor.dl4j.feature.feature.group";

    private static final Path UPDATE_SITE = Path.of(System.getProperty("updateSite"));

    private static final Path INSTALLATION = Path.of(System.getProperty("installation")).resolveSibling("with-dl4j");

    private static final Path KERAS_FILE =
        Path.of("../../test-workflows/network-importer/data/model.h5").toAbsolutePath().normalize();

    private static InstalledEquinox equinox;

    private static Class<?> probe;

    private static ClassLoader testsLoader;

    @BeforeAll
    static void installAndLoad(@TempDir final Path folder) throws Exception {
        new Director(Path.of(System.getProperty("director"))).install(FEATURES,
            List.of(UPDATE_SITE, Path.of(System.getProperty("platformSite"))), INSTALLATION);
        equinox = new InstalledEquinox(INSTALLATION);
        // DL4J shall not find the test's own copy of its classes, to which a thread of KNIME has no access either.
        testsLoader = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(ClassLoader.getPlatformClassLoader());
        equinox.bundle("org.reductor.dl4j").loadClass("org.reductor.dl4j.Nd4jRuntime").getMethod("load").invoke(null);
        probe = equinox
            .install(TestBundle.of("org.reductor.releng.probe").require("org.reductor.dl4j.libs").add(Dl4jProbe.class)
                .write(folder.resolve("probe.jar")))
            .loadClass(Dl4jProbe.class.getName());
    }

    @AfterAll
    static void stop() throws Exception {
        if (testsLoader != null) {
            Thread.currentThread().setContextClassLoader(testsLoader);
        }
        if (equinox != null) {
            equinox.stop();
        }
    }

    @Test
    void onlyTheNativesOfThisMachineAreInstalled() throws IOException {
        assertThat(plugins(INSTALLATION).filter(name -> name.startsWith("org.reductor.dl4j.natives.")))
            .containsExactly("org.reductor.dl4j.natives." + thisPlatform() + "_1.0.0.jar");
    }

    @Test
    void networkTrainsAndSurvivesItsFile() throws Exception {
        final double[] losses = (double[])probe.getMethod("losses").invoke(null);
        assertThat(losses[1]).isLessThan(losses[0] / 2);
        assertThat(losses[2]).isEqualTo(losses[1]);
    }

    @Test
    void kerasFilesCanBeOpened(@TempDir final Path folder) throws Exception {
        final String config = "{\"class_name\": \"Sequential\"}";
        assertThat(probe.getMethod("throughHdf5", String.class, String.class)
            .invoke(null, folder.resolve("model.h5").toString(), config)).isEqualTo(config);
    }

    /** As the nodes do it: by name, through a package that their bundle does not require. */
    @Test
    void nodesFindTheBridgeAndReadAKerasFile() throws Exception {
        final Object bridge = equinox.bundle("org.reductor.knime").loadClass("org.reductor.knime.bridge.Dl4jExtension")
            .getMethod("bridge", String.class).invoke(null, "A test");
        final Object foreign = bridge.getClass().getMethod("read", Path.class, long.class).invoke(bridge, KERAS_FILE,
            1_000_000L);
        final Object network = foreign.getClass().getMethod("network").invoke(foreign);
        assertThat(network.getClass().getMethod("sizes").invoke(network)).isEqualTo(new int[]{512, 64, 32, 1});
    }

    /** JavaCPP's own folder is one for all versions and all programs; other bundles shall not be sent into ours. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void nativesAreUnpackedIntoAPrivateFolder() throws IOException {
        assertThat(System.getProperty("org.bytedeco.javacpp.cachedir")).isNull();
        final Path folder = Path.of(System.getenv("XDG_CACHE_HOME"), "reductor", "dl4j", "1.0.0-M2.1");
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.map(f -> f.getFileName().toString()))
                .contains("libnd4jcpu.so", "libopenblas.so.0", "libhdf5.so.200");
        }
    }

    private static Stream<String> plugins(final Path folder) throws IOException {
        try (Stream<Path> plugins = Files.list(folder.resolve("plugins"))) {
            return plugins.map(p -> p.getFileName().toString()).toList().stream();
        }
    }

    private static String thisPlatform() {
        final String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return (os.startsWith("linux") ? "linux" : os.startsWith("windows") ? "win32" : "macosx") + ".x86_64";
    }
}
