/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.model;

import java.io.IOException;

/** A file that cannot be read or written; the message names it and says what to do, in whole sentences. */
public final class UnusableFileException extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message for the user
     * @param cause what went wrong, or null
     */
    public UnusableFileException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
