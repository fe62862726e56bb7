/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem.worker;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Starts a class in a Java of its own: the one that runs this process, with little memory, without files or messages
 * when it crashes.
 *
 * @param main the class with the main method
 * @param classPath where it and all that it needs are
 * @param library the native library, whose folder the system's loader then looks into as well
 */
public record WorkerCommand(String main, List<Path> classPath, Path library) {

    /** Options for Java that come from the environment are not meant for workers: a debugger's port is taken, say. */
    private static final List<String> OPTIONS = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS",
        "CLASSPATH");

    private static final int DIAGNOSIS_SECONDS = 10;

    private static final int DIAGNOSIS_BYTES = 2_000;

    Process start() {
        try {
            return builder().redirectError(Redirect.DISCARD).start();
        } catch (IOException e) {
            throw unavailable(e.getMessage(), e);
        }
    }

    WorkerUnavailableException unavailable(final String reason, final Throwable cause) {
        return new WorkerUnavailableException("RDKit could not be started in a process of its own, where it may crash "
            + "without harm (" + reason + "). That is needed for canonical tautomers, some fingerprints and molblocks: "
            + "let KNIME's Java (" + java() + ") start another one, or do without these.", cause);
    }

    /** Starts once more, to hear what is wrong. */
    String diagnosis() {
        try {
            final Process process = builder().redirectErrorStream(true).start();
            process.getOutputStream().close();
            if (!process.waitFor(DIAGNOSIS_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            final byte[] said = process.getInputStream().readNBytes(DIAGNOSIS_BYTES);
            final String text = new String(said, Charset.defaultCharset()).strip();
            return text.isEmpty() ? "it ended at once" : text.lines().limit(3).collect(Collectors.joining(" "));
        } catch (IOException e) {
            return e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "it ended at once";
        }
    }

    private ProcessBuilder builder() {
        final List<String> command = new ArrayList<>(List.of(java().toString(), "-Xmx64m", "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-XX:+ExitOnOutOfMemoryError", "-Djava.awt.headless=true",
            // A crash is expected: no core, no log file, no message. What the JVM still has to say is no answer.
            "-XX:-CreateCoredumpOnCrash", "-XX:+SuppressFatalErrorMessage", "-XX:+DisplayVMOutputToStderr",
            "-XX:ErrorFile=" + temporary().resolve("reductor-worker-%p.log")));
        command.add("-cp");
        command.add(classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        command.add(main);
        command.add(library.toString());
        final var builder = new ProcessBuilder(command).directory(temporary().toFile());
        OPTIONS.forEach(builder.environment()::remove);
        final String variable = libraryPath();
        builder.environment().merge(variable, library.getParent().toString(),
            (before, folder) -> folder + File.pathSeparator + before);
        return builder;
    }

    /** Libraries that RDKit's own may need lie beside it. */
    private static String libraryPath() {
        final String os = System.getProperty("os.name");
        return os.startsWith("Windows") ? "PATH" : os.startsWith("Mac") ? "DYLD_LIBRARY_PATH" : "LD_LIBRARY_PATH";
    }

    private static Path java() {
        final Path bin = Path.of(System.getProperty("java.home"), "bin");
        final Path windows = bin.resolve("java.exe");
        return Files.exists(windows) ? windows : bin.resolve("java");
    }

    private static Path temporary() {
        return Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
    }
}
