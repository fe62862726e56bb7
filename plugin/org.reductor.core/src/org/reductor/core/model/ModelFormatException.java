/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.model;

import java.io.IOException;

/** A file is not a usable Reductor model; the message says what is wrong with it. */
public final class ModelFormatException extends IOException {

    private static final long serialVersionUID = 1L;

    /** @param message what is wrong, as a whole sentence */
    public ModelFormatException(final String message) {
        super(message);
    }

    ModelFormatException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
