/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

/**
 * A row that cannot be turned into features, for example because of a molecule that cannot be read. The message is one
 * plain sentence for the person who owns the data: what is wrong with this row, without a stack trace or a class name.
 */
public final class UnusableRowException extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param reason one plain sentence */
    public UnusableRowException(final String reason) {
        super(reason);
    }

    /** The reason is all that callers need, and tables may hold millions of bad rows: no stack trace is recorded. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
