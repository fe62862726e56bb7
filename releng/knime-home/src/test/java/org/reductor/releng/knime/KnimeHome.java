/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.releng.knime;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * An installed KNIME that executes workflows in batch with further bundles. The installation is left as it is: what it
 * is configured with, its bundles among that, is copied to a folder for work, which holds its workspace, too.
 */
final class KnimeHome {

    /** Where Equinox looks for the list of bundles, below its configuration. */
    private static final String BUNDLES = "org.eclipse.equinox.simpleconfigurator/bundles.info";

    private static final String START_LEVEL = "4,false";

    private final Path home;

    private final Path work;

    private KnimeHome(final Path home, final Path work) {
        this.home = home;
        this.work = work;
    }

    /**
     * @param folder of the installation
     * @param work an empty folder
     * @param bundles the jars to add; they replace bundles of the same name
     */
    static KnimeHome with(final Path folder, final Path work, final List<Path> bundles) throws IOException {
        final Path mac = folder.resolve("Contents/Eclipse");
        final KnimeHome knime = new KnimeHome(Files.isDirectory(mac) ? mac : folder, work);
        knime.configure(bundles);
        return knime;
    }

    private void configure(final List<Path> bundles) throws IOException {
        final Path theirs = home.resolve("configuration");
        final Path ours = Files.createDirectories(configuration().resolve(BUNDLES).getParent());
        final Properties settings = new Properties();
        try (InputStream in = Files.newInputStream(theirs.resolve("config.ini"))) {
            settings.load(in);
        }
        settings.setProperty("osgi.configuration.cascaded", "false");
        settings.setProperty("eclipse.p2.data.area", work.resolve("p2").toUri().toString());
        settings.remove("eclipse.p2.profile"); // which would undo the list of bundles
        try (OutputStream out = Files.newOutputStream(configuration().resolve("config.ini"))) {
            settings.store(out, null);
        }
        final List<String> lines = new ArrayList<>(Files.readAllLines(theirs.resolve(BUNDLES)));
        for (final Path bundle : bundles) {
            final String name;
            final String version;
            final boolean unpacked;
            try (JarFile jar = new JarFile(bundle.toFile())) {
                final Attributes manifest = jar.getManifest().getMainAttributes();
                name = manifest.getValue("Bundle-SymbolicName").split(";")[0].strip();
                version = manifest.getValue("Bundle-Version");
                unpacked = "dir".equals(manifest.getValue("Eclipse-BundleShape"));
            }
            lines.removeIf(line -> line.startsWith(name + ","));
            final Path place = unpacked ? unpack(bundle, work.resolve("plugins").resolve(name)) : bundle;
            lines.add(String.join(",", name, version, place.toUri().toString(), START_LEVEL));
        }
        Files.write(ours.resolve("bundles.info"), lines);
    }

    private static Path unpack(final Path jar, final Path folder) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(jar); Stream<Path> all = Files.walk(zip.getPath("/"))) {
            for (final Path entry : all.toList()) {
                final Path to = folder.resolve(zip.getPath("/").relativize(entry).toString());
                if (Files.isDirectory(entry)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(entry, to);
                }
            }
        }
        return folder;
    }

    private Path configuration() {
        return work.resolve("configuration");
    }

    /**
     * Executes a workflow in place, without saving it.
     *
     * @param log gets all that KNIME prints
     * @return KNIME's exit code: 0 executed, 2 bad arguments, 3 load failed, 4 execution failed
     */
    int execute(final Path workflow, final Path log) throws IOException, InterruptedException {
        final Path launcher = newest("org.eclipse.equinox.launcher_*.jar")
            .orElseThrow(() -> new IOException("There is no KNIME in " + home + ": it has no launcher."));
        final List<String> command = new ArrayList<>(List.of(java().toString()));
        command.addAll(javaOptions());
        command.addAll(List.of("-Djava.awt.headless=true", "-jar", launcher.toString(), //
            "-install", home.toString(), //
            "-configuration", configuration().toString(), //
            "-data", work.resolve("workspace").toString(), //
            "-nosplash", "-consoleLog", "-application", "org.knime.product.KNIME_BATCH_APPLICATION", //
            "-reset", "-nosave", "-failonloaderror", "-workflowDir=" + workflow));
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start().waitFor();
    }

    /** KNIME's own Java, or, where it has none, that of this test. */
    private Path java() throws IOException {
        final Optional<Path> own = newest("org.knime.binary.jre.*").map(jre -> jre.resolve("jre"));
        return own.map(jre -> Files.isDirectory(jre.resolve("Contents/Home")) ? jre.resolve("Contents/Home") : jre)
            .orElse(Path.of(System.getProperty("java.home"))).resolve("bin/java");
    }

    /** What follows -vmargs in knime.ini. */
    private List<String> javaOptions() throws IOException {
        final Path ini = home.resolve("knime.ini");
        if (!Files.isRegularFile(ini)) {
            return List.of();
        }
        final List<String> lines = Files.readAllLines(ini);
        final int from = lines.indexOf("-vmargs");
        return from < 0 ? List.of() : lines.subList(from + 1, lines.size()).stream().map(String::strip)
            .filter(line -> !line.isEmpty()).toList();
    }

    private Optional<Path> newest(final String glob) throws IOException {
        final PathMatcher matcher = home.getFileSystem().getPathMatcher("glob:" + glob);
        try (Stream<Path> all = Files.list(home.resolve("plugins"))) {
            return all.filter(file -> matcher.matches(file.getFileName())).max(Path::compareTo);
        }
    }
}
