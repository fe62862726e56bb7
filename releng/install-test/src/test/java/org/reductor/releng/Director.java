/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.releng;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Equinox's p2 director, run in a process of its own from a folder of bundles. */
final class Director {

    /** Bundles that do something of their own accord; the others wait until they are used. */
    private static final Set<String> STARTED = Set.of("org.apache.felix.scr", "org.eclipse.equinox.common",
        "org.eclipse.core.runtime", "org.eclipse.equinox.p2.core");

    private static final String FRAMEWORK = "org.eclipse.osgi";

    private static final String LAUNCHER = "org.eclipse.equinox.launcher";

    private final Path folder;

    Director(final Path folder) {
        this.folder = folder;
    }

    /**
     * Installs a unit with all that it requires.
     *
     * @return what the director had to say
     * @throws IllegalStateException if the installation failed, with the director's output
     */
    String install(final String unit, final List<Path> sites, final Path destination)
        throws IOException, InterruptedException {
        final Path configuration = folder.resolve("configuration");
        delete(configuration);
        delete(destination);
        Files.createDirectories(configuration);
        writeConfiguration(configuration.resolve("config.ini"));
        final Path output = folder.resolve("director.log");
        final List<String> command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar",
            bundle(LAUNCHER).toString(), "-configuration", configuration.toString(), "-nosplash", "-consoleLog",
            "-application", "org.eclipse.equinox.p2.director", "-data", folder.resolve("workspace").toString(),
            "-repository", sites.stream().map(s -> s.toUri().toString()).collect(Collectors.joining(",")), "-installIU",
            unit, "-destination", destination.toString(), "-profile", "Reductor", "-profileProperties",
            "org.eclipse.update.install.features=true", "-roaming");
        final Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(new File(nullDevice()))).start();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("The director hangs:\n" + Files.readString(output));
        }
        final String said = Files.readString(output);
        if (process.exitValue() != 0) {
            throw new IllegalStateException("The director failed with exit code " + process.exitValue() + ":\n" + said);
        }
        return said;
    }

    private void writeConfiguration(final Path file) throws IOException {
        final List<String> entries = new ArrayList<>();
        for (final Path bundle : bundles()) {
            final String name = symbolicName(bundle);
            if (!name.equals(FRAMEWORK) && !name.equals(LAUNCHER)) {
                final int level = switch (name) {
                    case "org.apache.felix.scr" -> 1;
                    case "org.eclipse.equinox.common" -> 2;
                    default -> 4;
                };
                entries.add("reference:" + bundle.toUri() + "@" + level + (STARTED.contains(name) ? ":start" : ""));
            }
        }
        Files.writeString(file, "osgi.bundles=" + String.join(",", entries) + "\nosgi.bundles.defaultStartLevel=4\n"
            + "osgi.framework=" + bundle(FRAMEWORK).toUri() + "\n", StandardCharsets.ISO_8859_1);
    }

    private Path bundle(final String name) throws IOException {
        return bundles().stream().filter(b -> symbolicName(b).equals(name)).findFirst()
            .orElseThrow(() -> new IllegalStateException(name + " is missing from " + folder));
    }

    private List<Path> bundles() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("plugins"))) {
            return files.sorted().toList();
        }
    }

    /** Maven's file names: the artifact's name is the bundle's, then a hyphen and the version. */
    private static String symbolicName(final Path bundle) {
        return bundle.getFileName().toString().replaceFirst("-[0-9][^-]*\\.jar$", "");
    }

    private static String nullDevice() {
        return File.separatorChar == '/' ? "/dev/null" : "NUL";
    }

    private static void delete(final Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (final Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
