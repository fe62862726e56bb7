/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

/**
 * A molecule that cannot be turned into features. The message is one plain sentence for the person who owns the data:
 * what is wrong with this molecule, without a stack trace or a class name.
 */
public final class UnreadableMoleculeException extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param reason one plain sentence */
    public UnreadableMoleculeException(final String reason) {
        super(reason);
    }

    /** The reason is all that callers need, and tables may hold millions of bad rows: no stack trace is recorded. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
