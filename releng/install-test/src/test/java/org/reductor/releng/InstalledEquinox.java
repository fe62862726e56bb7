/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.releng;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.wiring.FrameworkWiring;

/** An Equinox that runs in this JVM with the bundles of an installation; they see nothing of the test's class path. */
final class InstalledEquinox {

    private final Framework framework;

    private final List<Bundle> bundles = new ArrayList<>();

    InstalledEquinox(final Path installation) throws BundleException, IOException {
        this(installation, List.of());
    }

    /** @param first bundles of the test's own that are installed before the others */
    InstalledEquinox(final Path installation, final List<Path> first) throws BundleException, IOException {
        final FrameworkFactory factory = ServiceLoader.load(FrameworkFactory.class).findFirst().orElseThrow();
        framework = factory.newFramework(Map.of(Constants.FRAMEWORK_STORAGE,
            installation.resolve("configuration").toString(), Constants.FRAMEWORK_STORAGE_CLEAN,
            Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT));
        framework.start();
        for (final Path file : first) {
            install(file);
        }
        try (Stream<Path> files = Files.list(installation.resolve("plugins"))) {
            for (final Path file : files.sorted().toList()) {
                // The framework itself is one of the installed bundles.
                if (!file.getFileName().toString().startsWith("org.eclipse.osgi_")) {
                    bundles.add(framework.getBundleContext().installBundle("reference:" + file.toUri()));
                }
            }
        }
    }

    /** Adds a bundle of the test's own. */
    Bundle install(final Path file) throws BundleException {
        return framework.getBundleContext().installBundle("reference:" + file.toUri());
    }

    /** Lets a bundle and all that depend on it be wired anew. */
    void refresh(final Bundle bundle) throws InterruptedException {
        final var refreshed = new CountDownLatch(1);
        framework.adapt(FrameworkWiring.class).refreshBundles(List.of(bundle), event -> refreshed.countDown());
        refreshed.await();
    }

    List<Bundle> bundles() {
        return List.copyOf(bundles);
    }

    Bundle bundle(final String name) {
        return bundles.stream().filter(b -> b.getSymbolicName().equals(name)).findFirst()
            .orElseThrow(() -> new AssertionError(name + " is not among the installed bundles " + bundles));
    }

    void stop() throws BundleException, InterruptedException {
        framework.stop();
        framework.waitForStop(30_000);
    }
}
