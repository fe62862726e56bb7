/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import org.RDKit.RDKFuncs;
import org.RDKit.RWMol;
import org.reductor.rdkit.RdkitNatives;

/**
 * Makes sure that RDKit's native library is loaded before its first use, whichever bundle provides it.
 */
final class RdkitLibrary {

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

    private static final class Holder {

        private static final String VERSION;

        private static final String FAILURE;

        static {
            String version = null;
            String failure = null;
            try {
                loadOwnNatives();
                version = RDKFuncs.getRdkitVersion();
            } catch (RuntimeException e) {
                failure = e.getMessage(); // says what is missing and what to do
            } catch (LinkageError e) { // org.RDKit is there, its native half is not
                failure = "RDKit, which reads molecules, cannot be used here: " + e.getMessage();
            }
            VERSION = version;
            FAILURE = failure;
        }

        private static void loadOwnNatives() {
            try {
                // The library must be loaded by the bundle that defines org.RDKit. Where KNIME's own RDKit bundle
                // provides the classes, it loads its library itself.
                if (RdkitNatives.class.getClassLoader() == RWMol.class.getClassLoader()) {
                    RdkitNatives.load();
                }
            } catch (NoClassDefFoundError e) { // NOSONAR org.reductor.rdkit is optional
                // Installed without the bundled natives: org.RDKit then comes from KNIME's bundle.
            }
        }
    }
}
