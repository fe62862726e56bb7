/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.rdkit;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the JVM's terse link errors mean for the user. */
final class LinkFailure {

    private static final Pattern MISSING_LIBRARY = Pattern.compile("(\\S+): cannot open shared object file");

    private LinkFailure() {
    }

    static boolean isLoadedByAnotherClassLoader(final UnsatisfiedLinkError error) {
        return text(error).contains("already loaded in another classloader");
    }

    static RdkitUnavailableException explain(final UnsatisfiedLinkError error, final Path file) {
        return new RdkitUnavailableException(
            "RDKit's native library could not be loaded, so molecules cannot be read. " + remedy(text(error), file),
            error);
    }

    private static String remedy(final String text, final Path file) {
        final Matcher missing = MISSING_LIBRARY.matcher(text);
        if (missing.find()) {
            final String library = missing.group(1);
            if (library.startsWith("libfreetype.so")) {
                return "It needs the FreeType library (" + library + "), which this system lacks. Install it with "
                    + "\"apt-get install libfreetype6\" (Debian, Ubuntu) or "
                    + "\"dnf install freetype\" (Fedora, Red Hat).";
            }
            return "It needs " + library + ", which this system lacks: install the package that has it.";
        }
        if (text.contains("GLIBC") || text.contains("musl")) {
            return "It needs a Linux with the GNU C library (glibc); the system says: " + text + ".";
        }
        if (text.contains("dependent libraries")) {
            return "Install Microsoft's Visual C++ Redistributable 2015-2022 (x64), which it needs.";
        }
        if (text.contains("failed to map segment") || text.contains("Operation not permitted")) {
            return "Programs may not be run from " + file.getParent() + ". Name another folder with the Java option -D"
                + LibraryCache.FOLDER_PROPERTY + "=FOLDER.";
        }
        return "The system says: " + text + ".";
    }

    private static String text(final UnsatisfiedLinkError error) {
        return error.getMessage() == null ? error.toString() : error.getMessage();
    }
}
