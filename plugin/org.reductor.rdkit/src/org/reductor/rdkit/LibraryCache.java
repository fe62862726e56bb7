/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.rdkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A folder of unpacked libraries, each in a subfolder named after its content, so that versions never meet. Processes
 * may share the folder: a library is written under a name of its own and then moved into place at once, and what lies
 * there already is used only if it is, byte for byte, what the bundle carries.
 */
final class LibraryCache {

    /** Java system property: the folder to unpack to, instead of the user's cache folder. */
    static final String FOLDER_PROPERTY = "reductor.rdkit.folder";

    private final Path folder;

    private final boolean removedAtExit;

    LibraryCache(final Path folder, final boolean removedAtExit) {
        this.folder = folder;
        this.removedAtExit = removedAtExit;
    }

    /** The user's cache folder; if that cannot be written to, a folder for this process only. */
    static LibraryCache forThisUser() throws IOException {
        final String named = System.getProperty(FOLDER_PROPERTY);
        if (named != null) {
            return new LibraryCache(Path.of(named).toAbsolutePath(), false);
        }
        final Path folder = userCaches().resolve("reductor").resolve("rdkit").toAbsolutePath();
        try {
            createPrivately(folder);
        } catch (IOException | SecurityException e) {
            return forThisProcess();
        }
        return Files.isWritable(folder) ? new LibraryCache(folder, false) : forThisProcess();
    }

    /** A new folder that is removed when the JVM ends. */
    static LibraryCache forThisProcess() throws IOException {
        return new LibraryCache(Files.createTempDirectory("reductor-rdkit"), true);
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

    /** @return the file with exactly this content, absolute; written if it is not there or differs */
    Path file(final String name, final byte[] content) throws IOException {
        final byte[] digest = sha256(content);
        final Path subfolder = folder.resolve(HexFormat.of().formatHex(digest, 0, 8));
        final Path file = subfolder.resolve(name);
        if (holds(file, content.length, digest)) {
            return file;
        }
        createPrivately(subfolder);
        final Path temporary = Files.createTempFile(subfolder, name, ".part");
        try {
            Files.write(temporary, content);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            // Windows does not replace a library in use; then another process has just put the same one there.
            if (!holds(file, content.length, digest)) {
                throw e;
            }
        } finally {
            Files.deleteIfExists(temporary);
        }
        if (removedAtExit) {
            // The JVM removes the last one named first.
            folder.toFile().deleteOnExit();
            subfolder.toFile().deleteOnExit();
            file.toFile().deleteOnExit();
        }
        return file;
    }

    private static boolean holds(final Path file, final long length, final byte[] digest) throws IOException {
        return Files.isRegularFile(file) && Files.size(file) == length
            && Arrays.equals(sha256(Files.readAllBytes(file)), digest);
    }

    private static void createPrivately(final Path folder) throws IOException {
        final boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        final FileAttribute<?>[] attributes = posix
            ? new FileAttribute<?>[]{PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))}
            : new FileAttribute<?>[0];
        Files.createDirectories(folder, attributes);
    }

    private static byte[] sha256(final byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
