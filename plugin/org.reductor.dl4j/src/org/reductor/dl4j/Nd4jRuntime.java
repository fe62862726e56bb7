/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.dl4j;

import org.bytedeco.javacpp.Loader;
import org.deeplearning4j.config.DL4JClassLoading;
import org.deeplearning4j.util.CrashReportingUtil;
import org.nd4j.common.config.ND4JClassLoading;
import org.nd4j.linalg.factory.Nd4j;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;

/**
 * Starts ND4J, which the classes of Deeplearning4j need before their first use. Its native libraries, some 400 MB, are
 * unpacked once into the user's cache folder, and used again from there.
 */
public final class Nd4jRuntime {

    /** JavaCPP's own Java system property: the folder to unpack to, instead of the user's cache folder. */
    private static final String FOLDER_PROPERTY = "org.bytedeco.javacpp.cachedir";

    /** Other versions unpack to other folders: JavaCPP tells files apart by name, size and time only. */
    private static final String VERSION = "1.0.0-M2.1";

    private static boolean loaded;

    private static Nd4jUnavailableException failure;

    private Nd4jRuntime() {
    }

    /**
     * Makes ND4J and Deeplearning4j usable. Only the first call does any work; a failure is remembered and thrown
     * again. Any thread may call it.
     *
     * @throws Nd4jUnavailableException if there are no native libraries for this machine or they cannot be loaded; the
     *             message is meant for the user and says what to do
     */
    @SuppressWarnings("StaticAssignmentOfThrowable") // natives that failed once fail in the same way again
    public static synchronized void load() {
        if (failure != null) {
            throw failure;
        }
        if (loaded) {
            return;
        }
        try {
            loadFirstTime();
            loaded = true;
        } catch (Nd4jUnavailableException e) {
            failure = e;
            throw e;
        }
    }

    private static void loadFirstTime() {
        // ND4J finds its parts by name and as services. The loader that it would use otherwise is that of the thread,
        // which in OSGi does not see them.
        ND4JClassLoading.setNd4jClassloader(Nd4j.class.getClassLoader());
        DL4JClassLoading.setDl4jClassloader(CrashReportingUtil.class.getClassLoader());
        // Out of memory, Deeplearning4j would write a report into the working folder, with a library that is left out.
        CrashReportingUtil.crashDumpsEnabled(false);
        try {
            chooseFolder();
        } catch (IOException | SecurityException e) {
            throw cannotUnpack(e);
        }
        requireNatives(Loader.getPlatform());
        try {
            Nd4j.create(1).close();
        } catch (LinkageError | RuntimeException e) {
            throw explain(e);
        }
    }

    private static void requireNatives(final String platform) {
        final String library = System.mapLibraryName("jnind4jcpu");
        if (Nd4j.class.getResource("/org/nd4j/linalg/cpu/nativecpu/bindings/" + platform + "/" + library) == null) {
            throw new Nd4jUnavailableException("There are no native libraries of Deeplearning4j for this machine ("
                + platform + "), so DL4J and Keras models cannot be used here. They exist for Linux, Windows and macOS "
                + "on x86_64. On Apple silicon use a KNIME or a Java for x86_64, which Rosetta translates; on another "
                + "of these machines install the extension \"Reductor: DL4J and Keras\" again.", null);
        }
    }

    /**
     * JavaCPP reads the property once, when its {@link Loader} is initialised. It is set no longer than that: other
     * bundles may carry a JavaCPP of their own.
     */
    private static void chooseFolder() throws IOException {
        if (System.getProperty(FOLDER_PROPERTY) != null) {
            return;
        }
        final Path folder = userCaches().resolve("reductor").resolve("dl4j").resolve(VERSION).toAbsolutePath();
        createPrivately(folder);
        System.setProperty(FOLDER_PROPERTY, folder.toString());
        try {
            Loader.getCacheDir();
        } finally {
            System.clearProperty(FOLDER_PROPERTY);
        }
    }

    private static Path userCaches() {
        final Path home = Path.of(System.getProperty("user.home"));
        final String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            final String local = System.getenv("LOCALAPPDATA");
            return local == null ? home.resolve("AppData").resolve("Local") : Path.of(local);
        }
        if (os.startsWith("mac")) {
            return home.resolve("Library").resolve("Caches");
        }
        final String xdg = System.getenv("XDG_CACHE_HOME");
        return xdg == null || !Path.of(xdg).isAbsolute() ? home.resolve(".cache") : Path.of(xdg);
    }

    private static void createPrivately(final Path folder) throws IOException {
        final boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        final FileAttribute<?>[] attributes = posix
            ? new FileAttribute<?>[]{PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))}
            : new FileAttribute<?>[0];
        Files.createDirectories(folder, attributes);
        if (!Files.isWritable(folder)) {
            throw new IOException(folder + " cannot be written to");
        }
    }

    /** The first error is the telling one; ND4J wraps it several times. */
    private static Nd4jUnavailableException explain(final Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        if (root instanceof IOException) {
            return cannotUnpack(root);
        }
        final String message = String.valueOf(root.getMessage());
        if (message.contains("already loaded in another classloader")) {
            return new Nd4jUnavailableException("Deeplearning4j's native libraries are still in use by an earlier "
                + "version of this extension. Restart KNIME.", thrown);
        }
        return new Nd4jUnavailableException("Deeplearning4j's native libraries could not be loaded ("
            + root.getClass().getSimpleName() + ": " + message + "). Free some disk space and memory, delete the "
            + "folder " + folderName() + " and start again; if that does not help, report the message.", thrown);
    }

    private static Nd4jUnavailableException cannotUnpack(final Throwable e) {
        return new Nd4jUnavailableException("Deeplearning4j's native libraries could not be unpacked ("
            + e.getClass().getSimpleName() + ": " + e.getMessage() + "). They take 400 MB: free some disk space, or "
            + "name a folder that can be written to with the Java option -D" + FOLDER_PROPERTY + "=FOLDER.", e);
    }

    private static String folderName() {
        try {
            return Loader.getCacheDir().toString();
        } catch (IOException e) {
            return "of JavaCPP's cache";
        }
    }
}
