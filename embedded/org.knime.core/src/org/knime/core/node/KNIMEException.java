/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.node;

/** A failure that the user is told about in so many words. */
public final class KNIMEException extends Exception {

    public KNIMEException(final String message) {
        super(message);
    }

    public KNIMEException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
