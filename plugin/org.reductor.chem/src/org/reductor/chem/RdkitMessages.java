/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import org.RDKit.GenericRDKitException;
import org.RDKit.MolSanitizeException;
import org.RDKit.SmilesParseException;

/** RDKit's Java exceptions keep their text in native memory, each type under its own accessor. */
final class RdkitMessages {

    private RdkitMessages() {
    }

    /**
     * @param thrown by a call into RDKit; its native half is freed
     * @return its message, which may be {@code null}
     */
    static String of(final RuntimeException thrown) {
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
