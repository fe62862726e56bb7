/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.releng;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class UpdateSiteTest {

    private static final String FEATURE = "org.reductor.feature.feature.group";

    private static final Path UPDATE_SITE = Path.of(System.getProperty("updateSite"));

    private static final Path PLATFORM_SITE = Path.of(System.getProperty("platformSite"));

    private static final Path INSTALLATION = Path.of(System.getProperty("installation"));

    private static final Director DIRECTOR = new Director(Path.of(System.getProperty("director")));

    private static InstalledEquinox equinox;

    @BeforeAll
    static void install() throws Exception {
        DIRECTOR.install(FEATURE, List.of(UPDATE_SITE, PLATFORM_SITE), INSTALLATION);
        equinox = new InstalledEquinox(INSTALLATION);
    }

    @AfterAll
    static void stop() throws Exception {
        if (equinox != null) {
            equinox.stop();
        }
    }

    @Test
    void everyInstalledBundleResolves() {
        final List<String> unresolved = new ArrayList<>();
        for (final Bundle bundle : equinox.bundles()) {
            try {
                bundle.start(Bundle.START_ACTIVATION_POLICY);
            } catch (BundleException e) {
                unresolved.add(bundle + ": " + e.getMessage());
            }
        }
        assertThat(unresolved).isEmpty();
        assertThat(equinox.bundles()).extracting(Bundle::getSymbolicName).contains("org.reductor.core",
            "org.reductor.chem", "org.reductor.rdkit", "org.reductor.knime");
    }

    @Test
    void rdkitReadsAMoleculeThroughOsgi() throws Exception {
        final Bundle chem = equinox.bundle("org.reductor.chem");
        chem.loadClass("org.reductor.rdkit.RdkitNatives").getMethod("load").invoke(null);
        final Class<?> molecule = chem.loadClass("org.RDKit.RWMol");
        final Object benzene = molecule.getMethod("MolFromSmiles", String.class).invoke(null, "c1ccccc1");
        try {
            assertThat(molecule.getMethod("getNumAtoms").invoke(benzene)).isEqualTo(6L);
        } finally {
            molecule.getMethod("delete").invoke(benzene);
        }
    }

    @Test
    void everyClassAndIconThatThePluginXmlNamesIsThere() throws Exception {
        final Bundle nodes = equinox.bundle("org.reductor.knime");
        final Document pluginXml;
        try (InputStream in = nodes.getEntry("plugin.xml").openStream()) {
            pluginXml = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
        }
        for (final Element node : elements(pluginXml, "node")) {
            final Class<?> factory = nodes.loadClass(node.getAttribute("factory-class"));
            assertThat(factory.getConstructor().newInstance()).isNotNull();
        }
        for (final Element type : elements(pluginXml, "portType")) {
            for (final String attribute : List.of("objectClass", "objectSerializer", "specClass", "specSerializer")) {
                assertThat(nodes.loadClass(type.getAttribute(attribute))).isNotNull();
            }
        }
        for (final Element category : elements(pluginXml, "category")) {
            if (category.hasAttribute("icon")) {
                assertThat(nodes.getEntry(category.getAttribute("icon"))).as(category.getAttribute("icon")).isNotNull();
            }
        }
    }

    /** KNIME reads the page of a view from files of the bundle; in a jar it finds none and drops the node. */
    @Test
    void bundleWithViewsIsInstalledUnpacked() throws IOException {
        try (Stream<Path> plugins = Files.list(INSTALLATION.resolve("plugins"))) {
            assertThat(plugins.filter(p -> p.getFileName().toString().startsWith("org.reductor.knime_")))
                .singleElement().satisfies(p -> assertThat(p).isDirectory());
        }
    }

    /** DL4J is a feature of its own because it is large: who does not ask for it shall not get any of it. */
    @Test
    void mainFeatureIsSmallAndBringsNothingOfDl4j() throws IOException {
        assertThat(equinox.bundles()).extracting(Bundle::getSymbolicName)
            .noneMatch(name -> name.startsWith("org.reductor.dl4j"));
        long bytes = 0;
        try (Stream<Path> files = Files.list(UPDATE_SITE.resolve("plugins"))) {
            for (final Path file : files.toList()) {
                bytes += file.getFileName().toString().startsWith("org.reductor.dl4j") ? 0 : Files.size(file);
            }
        }
        assertThat(bytes).isPositive().isLessThan(60_000_000);
    }

    @Test
    void siteShipsNothingOfKnimeOrEclipse() throws IOException {
        try (Stream<Path> files = Files.list(UPDATE_SITE.resolve("plugins"))) {
            assertThat(files.map(f -> f.getFileName().toString())).isNotEmpty()
                .allMatch(name -> name.startsWith("org.reductor."));
        }
    }

    @Test
    void featureTellsWhoMadeItAndUnderWhichLicence() throws Exception {
        final Path feature;
        try (Stream<Path> features = Files.list(INSTALLATION.resolve("features"))) {
            feature = features.filter(f -> f.getFileName().toString().startsWith("org.reductor.feature_")).findFirst()
                .orElseThrow();
        }
        final Document xml =
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(feature.resolve("feature.xml").toFile());
        assertThat(xml.getDocumentElement().getAttribute("provider-name")).isEqualTo("Reductor");
        for (final String tag : List.of("description", "copyright", "license")) {
            assertThat(elements(xml, tag)).as(tag).hasSize(1);
            assertThat(elements(xml, tag).get(0).getTextContent()).as(tag).isNotBlank();
        }
    }

    /** Otherwise the tests above could pass although the site lacks what it requires. */
    @Test
    void withoutKnimeTheInstallationIsRefused() {
        assertThatThrownBy(
            () -> DIRECTOR.install(FEATURE, List.of(UPDATE_SITE), INSTALLATION.resolveSibling("refused")))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("org.knime.features.base");
    }

    private static List<Element> elements(final Document document, final String tag) {
        final NodeList found = document.getElementsByTagName(tag);
        final List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element)found.item(i));
        }
        return elements;
    }
}
