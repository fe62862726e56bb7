/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.releng;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.reductor.releng.probe.KnimeLikeRdkit;

/**
 * Which RDKit makes features in an installation: KNIME's own where it is there, else that of Reductor; and that a
 * molecule which crashes RDKit leaves the framework alive with either of them.
 */
@EnabledOnOs(OS.LINUX)
class RdkitTest {

    private static final String FEATURE = "org.reductor.feature.feature.group";

    private static final Path INSTALLATION = Path.of(System.getProperty("installation")).resolveSibling("with-rdkit");

    private static final String KNIMES = "org.rdkit.knime.types";

    private static final String OURS = "org.reductor.rdkit";

    private static final String TAUTOMERS = "[{\"column\":\"m\",\"kind\":\"morgan\",\"width\":64,\"parameters\":"
        + "{\"radius\":\"2\",\"standardize\":\"canonical-tautomer\"}}]";

    /** What KNIME's own RDKit exports, and nothing else. */
    private static Path knimesPackage;

    /** KNIME's own RDKit, as far as it matters: a folder with a nested jar, and a fragment with the library. */
    private static List<Path> knimesWhole;

    private InstalledEquinox equinox;

    @BeforeAll
    static void install(@TempDir final Path folder) throws Exception {
        new Director(Path.of(System.getProperty("director"))).install(FEATURE,
            List.of(Path.of(System.getProperty("updateSite")), Path.of(System.getProperty("platformSite"))),
            INSTALLATION);
        knimesPackage = knimes().header(Constants.BUNDLE_CLASSPATH, "lib/org.RDKit.jar")
            .add("lib/org.RDKit.jar", TestBundle.partOf(ours(), "org/RDKit/")).write(folder.resolve("types.jar"));
        knimesWhole = knimesWhole(folder, ours());
    }

    private static Path ours() throws IOException {
        try (Stream<Path> plugins = Files.list(INSTALLATION.resolve("plugins"))) {
            return plugins.filter(p -> p.getFileName().toString().startsWith(OURS + "_")).findFirst().orElseThrow();
        }
    }

    private static TestBundle knimes() {
        return TestBundle.of(KNIMES + ";singleton:=true").header(Constants.EXPORT_PACKAGE, "org.RDKit");
    }

    private static List<Path> knimesWhole(final Path folder, final Path ours) throws IOException {
        final Path types = knimes().header(Constants.BUNDLE_CLASSPATH, "activator.jar,lib/org.RDKit.jar")
            .header(Constants.BUNDLE_ACTIVATOR, KnimeLikeRdkit.class.getName())
            .header(Constants.BUNDLE_ACTIVATIONPOLICY, Constants.ACTIVATION_LAZY)
            .header(Constants.IMPORT_PACKAGE, "org.osgi.framework")
            .add("activator.jar", Files.readAllBytes(
                TestBundle.of("activator").add(KnimeLikeRdkit.class).write(folder.resolve("activator.jar"))))
            .add("lib/org.RDKit.jar", TestBundle.partOf(ours, "org/RDKit/"))
            .writeFolder(folder.resolve("with a blank").resolve(KNIMES));
        final Map<String, byte[]> library = TestBundle.entries(ours, "resources/lib/libGraphMolWrap.so");
        final Path natives = TestBundle.of("org.rdkit.knime.bin.linux.x86_64")
            .header(Constants.FRAGMENT_HOST, KNIMES)
            .add("os/linux/x86_64/libGraphMolWrap.so", library.values().iterator().next())
            .writeFolder(folder.resolve("org.rdkit.knime.bin.linux.x86_64"));
        return List.of(types, natives);
    }

    @AfterEach
    void stop() throws Exception {
        if (equinox != null) {
            equinox.stop();
        }
    }

    /** @return the bundle whose RDKit chem sees */
    private String provider() throws ClassNotFoundException {
        return provider(equinox.bundle("org.reductor.chem"));
    }

    private static String provider(final Bundle bundle) throws ClassNotFoundException {
        return FrameworkUtil.getBundle(bundle.loadClass("org.RDKit.RWMol")).getSymbolicName();
    }

    private void start(final List<Bundle> bundles) throws BundleException {
        for (final Bundle bundle : bundles) {
            if (bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null) {
                bundle.start(Bundle.START_ACTIVATION_POLICY);
            }
        }
    }

    @Test
    void reductorsOwnServesWhereThereIsNoOther() throws Exception {
        equinox = new InstalledEquinox(INSTALLATION);

        assertThat(provider()).isEqualTo(OURS);
    }

    @Test
    void knimesOwnServesWhenItWasThereBefore() throws Exception {
        equinox = new InstalledEquinox(INSTALLATION, List.of(knimesPackage));

        assertThat(provider()).isEqualTo(KNIMES);
    }

    @Test
    void knimesOwnServesWhenItIsInstalledAfterwards() throws Exception {
        equinox = new InstalledEquinox(INSTALLATION);
        equinox.install(knimesPackage);

        assertThat(provider()).isEqualTo(KNIMES);
    }

    /** An installer of Eclipse refreshes bundles with an optional requirement that can be met from now on. */
    @Test
    void knimesOwnTakesOverFromReductors() throws Exception {
        equinox = new InstalledEquinox(INSTALLATION);
        assertThat(provider()).isEqualTo(OURS);
        equinox.install(knimesPackage);
        equinox.refresh(equinox.bundle(OURS));

        assertThat(provider()).isEqualTo(KNIMES);
        assertThat(provider(equinox.bundle(OURS))).isEqualTo(KNIMES);
    }

    @Test
    void moleculeThatCrashesRdkitLeavesTheFrameworkAlive() throws Exception {
        equinox = new InstalledEquinox(INSTALLATION);
        start(equinox.bundles());

        assertCanonicalTautomers();
        assertThat(provider()).isEqualTo(OURS);
    }

    @Test
    void soItDoesWithKnimesRdkit() throws Exception {
        equinox = new InstalledEquinox(INSTALLATION);
        final List<Bundle> rdkit = new ArrayList<>();
        for (final Path file : knimesWhole) {
            rdkit.add(equinox.install(file));
        }
        start(rdkit);
        start(equinox.bundles());

        assertCanonicalTautomers();
        assertThat(provider()).isEqualTo(KNIMES);
    }

    private void assertCanonicalTautomers() throws Exception {
        final Bundle chem = equinox.bundle("org.reductor.chem");
        final Class<?> recipe = chem.loadClass("org.reductor.core.data.FeatureRecipe");
        final Object featurizer = chem.loadClass("org.reductor.chem.Featurizer").getConstructor(recipe)
            .newInstance(recipe.getMethod("fromJson", String.class).invoke(null, TAUTOMERS));

        assertThat(features(featurizer, "Oc1ccccn1")).isEqualTo(features(featurizer, "O=c1cccc[nH]1")).isNotEmpty();
        assertThat(features(featurizer, "[Si]S(O)(O)(O)C")).asString().startsWith("RDKit crashed on '[Si]S(O)(O)(O)C'");
        assertThat(features(featurizer, "Oc1ccccn1")).isEqualTo(features(featurizer, "O=c1cccc[nH]1")).isNotEmpty();
    }

    private static String features(final Object featurizer, final String smiles) throws Exception {
        try {
            final Object row = featurizer.getClass().getMethod("features", Object[].class).invoke(featurizer,
                (Object)new Object[]{smiles});
            return Arrays.toString((int[])row.getClass().getMethod("columns").invoke(row));
        } catch (InvocationTargetException e) {
            return e.getCause().getMessage();
        }
    }
}
