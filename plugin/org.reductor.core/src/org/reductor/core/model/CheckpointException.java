/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.model;

import java.io.IOException;

/** A run folder cannot be used; the message says why and what to do. */
public final class CheckpointException extends IOException {

    private static final long serialVersionUID = 1L;

    CheckpointException(final String message, final Throwable cause) {
        super(message, cause);
    }

    CheckpointException(final String message) {
        super(message);
    }
}
