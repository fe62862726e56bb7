/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.spark;

/** Says what is wrong with what the user asked for or has given, what it means and what to do, for the user to read. */
public final class ScreeningException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message for the user */
    public ScreeningException(final String message) {
        super(message);
    }

    /**
     * @param message for the user
     * @param cause where it comes from
     */
    public ScreeningException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
