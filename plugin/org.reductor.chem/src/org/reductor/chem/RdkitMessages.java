/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import java.util.Optional;

import org.RDKit.GenericRDKitException;
import org.RDKit.MolSanitizeException;
import org.RDKit.SmilesParseException;

/** RDKit's Java exceptions keep their text in native memory, each type under its own accessor. */
final class RdkitMessages {

    private RdkitMessages() {
    }

    /**
     * @param thrown by a call into RDKit; its native half is freed
     * @return its message as one line with a full stop; nothing when it has none to speak of
     */
    static Optional<String> reason(final RuntimeException thrown) {
        final String message = text(thrown);
        final String line = message == null ? "" : message.strip().replaceAll("\\s+", " ");
        if (line.isEmpty() || "Unknown exception".equals(line)) { // what the Java library makes of a broken invariant
            return Optional.empty();
        }
        return Optional.of(line.endsWith(".") ? line : line + ".");
    }

    private static String text(final RuntimeException thrown) {
        if (thrown instanceof MolSanitizeException e) {
            final String message = e.what();
            e.delete();
            return message;
        }
        if (thrown instanceof GenericRDKitException e) {
            final String message = e.what();
            e.delete();
            return message;
        }
        if (thrown instanceof SmilesParseException e) {
            final String message = e.what();
            e.delete();
            return message;
        }
        return thrown.getMessage();
    }
}
