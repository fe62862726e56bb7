/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;

import org.RDKit.RDKFuncs;
import org.RDKit.RWMol;
import org.reductor.rdkit.RdkitNatives;

/**
 * Makes sure that RDKit's native library is loaded before its first use, whichever bundle provides it.
 */
final class RdkitLibrary {

    /** Name of the library in every build of RDKit for Java, without what the system adds to it. */
    private static final String NAME = "GraphMolWrap";

    private RdkitLibrary() {
    }

    /**
     * Loads the native library, once; later calls cost nothing.
     *
     * @throws IllegalStateException when RDKit cannot be used on this machine; the message says why and what to do
     */
    static void ensureLoaded() {
        // Assigned by the class loader: the holder idiom gives a single, thread-safe attempt.
        if (Holder.FAILURE != null) {
            throw new IllegalStateException(Holder.FAILURE);
        }
    }

    /** @return RDKit's version, such as {@code 2020.09.1} */
    static String version() {
        ensureLoaded();
        return Holder.VERSION;
    }

    /**
     * @return the native library that is loaded, for other processes to load as well
     * @throws IllegalStateException as above, or when the library cannot be found
     */
    static Path file() {
        ensureLoaded();
        final ClassLoader loader = RWMol.class.getClassLoader();
        final Path file = Holder.FILE == null ? found(loader) : Holder.FILE;
        if (file == null || !Files.isRegularFile(file)) {
            throw new IllegalStateException("RDKit cannot be started in a process of its own, where it may crash "
                + "without harm, because its native library (" + System.mapLibraryName(NAME) + ") was not found at "
                + loader + ". That is needed for canonical tautomers, some fingerprints and molblocks: install the "
                + "extension \"RDKit KNIME integration\" anew, or do without these.");
        }
        return file;
    }

    /** Where the classes come from KNIME's own bundle, its class loader in OSGi knows which file it takes. */
    private static Path found(final ClassLoader loader) {
        for (Class<?> type = loader.getClass(); type != null; type = type.getSuperclass()) {
            try {
                final Method method = type.getDeclaredMethod("findLibrary", String.class);
                method.setAccessible(true); // NOSONAR protected in ClassLoader, whose own finds nothing anyway
                final Object file = method.invoke(loader, NAME);
                if (file != null) {
                    return Path.of((String)file).toAbsolutePath();
                }
            } catch (ReflectiveOperationException | RuntimeException e) { // NOSONAR
                // not here: looked for further up
            }
        }
        return null;
    }

    private static final class Holder {

        private static final String VERSION;

        private static final String FAILURE;

        /** Of the library that this bundle's own natives are loaded from, {@code null} for that of others. */
        private static final Path FILE;

        static {
            String version = null;
            String failure = null;
            Path file = null;
            try {
                file = loadOwnNatives();
                version = RDKFuncs.getRdkitVersion();
            } catch (RuntimeException e) {
                failure = e.getMessage(); // says what is missing and what to do
            } catch (LinkageError e) { // org.RDKit is there, its native half is not
                failure = "RDKit, which reads molecules, cannot be used here: " + e.getMessage();
            }
            VERSION = version;
            FAILURE = failure;
            FILE = file;
        }

        private static Path loadOwnNatives() {
            try {
                // The library must be loaded by the bundle that defines org.RDKit. Where KNIME's own RDKit bundle
                // provides the classes, it loads its library itself.
                if (RdkitNatives.class.getClassLoader() == RWMol.class.getClassLoader()) {
                    return RdkitNatives.load();
                }
            } catch (NoClassDefFoundError e) { // NOSONAR org.reductor.rdkit is optional
                // Installed without the bundled natives: org.RDKit then comes from KNIME's bundle.
            }
            return null;
        }
    }
}
