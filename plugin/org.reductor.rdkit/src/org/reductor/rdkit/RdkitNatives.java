/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.rdkit;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Loads RDKit's native library, which the classes in {@code org.RDKit} need before their first use.
 *
 * <p>The library must be loaded by a class that shares its class loader with {@code org.RDKit}: the JVM looks for a
 * native method only in the libraries of the class loader that defined the method's class. In OSGi that is this
 * bundle's class loader, on a flat class path the application's; this class lives in both.
 */
public final class RdkitNatives {

    /** The library that is loaded, {@code null} before. */
    private static Path loaded;

    private static RdkitUnavailableException failure;

    private RdkitNatives() {
    }

    /**
     * Makes {@code org.RDKit} usable. Only the first call does any work; a failure is remembered and thrown again.
     * Any thread may call it.
     *
     * @return the file that was loaded, for other processes to load as well
     * @throws RdkitUnavailableException if there is no library for this machine or it cannot be loaded; the message is
     *             meant for the user and says what to do
     */
    @SuppressWarnings("StaticAssignmentOfThrowable") // a library that failed once fails in the same way again
    public static synchronized Path load() {
        if (failure != null) {
            throw failure;
        }
        if (loaded != null) {
            return loaded;
        }
        try {
            loaded = loadFirstTime(NativeLibrary.forThisMachine());
            return loaded;
        } catch (RdkitUnavailableException e) {
            failure = e;
            throw e;
        }
    }

    private static Path loadFirstTime(final NativeLibrary library) {
        final byte[] content;
        final Path file;
        try {
            content = library.read();
            file = LibraryCache.forThisUser().file(library.fileName(), content);
        } catch (IOException e) {
            throw new RdkitUnavailableException("RDKit's native library could not be unpacked (" + describe(e)
                + "). Free some disk space, or name a folder that can be written to with the Java option -D"
                + LibraryCache.FOLDER_PROPERTY + "=FOLDER.", e);
        }
        try {
            System.load(file.toString());
            return file;
        } catch (UnsatisfiedLinkError e) {
            if (LinkFailure.isLoadedByAnotherClassLoader(e)) {
                return loadOwnCopy(library, content);
            }
            throw LinkFailure.explain(e, file);
        }
    }

    /** A JVM loads one file for one class loader only, and an updated bundle gets a new one: it needs another file. */
    private static Path loadOwnCopy(final NativeLibrary library, final byte[] content) {
        final Path file;
        try {
            file = LibraryCache.forThisProcess().file(library.fileName(), content);
        } catch (IOException e) {
            throw new RdkitUnavailableException(
                "RDKit's native library could not be unpacked a second time (" + describe(e) + "). Restart KNIME.", e);
        }
        try {
            System.load(file.toString());
            return file;
        } catch (UnsatisfiedLinkError e) {
            throw LinkFailure.explain(e, file);
        }
    }

    /** The message of a file error is often no more than the file's name; the class says what is wrong with it. */
    private static String describe(final IOException e) {
        return e.getClass().getSimpleName() + ": " + e.getMessage();
    }
}
