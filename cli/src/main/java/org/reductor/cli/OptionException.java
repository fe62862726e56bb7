/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli;

/** A wrong command line: exit code 2. The message names the option. */
public final class OptionException extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param message what is wrong and what to do */
    public OptionException(final String message) {
        super(message);
    }
}
