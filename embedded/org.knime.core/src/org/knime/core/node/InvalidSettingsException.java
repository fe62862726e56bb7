/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.node;

/** Settings that a node cannot work with; the message is shown to the user as it is. */
public class InvalidSettingsException extends Exception {

    public InvalidSettingsException(final String s) {
        super(s);
    }

    public InvalidSettingsException(final String msg, final Throwable cause) {
        super(msg, cause);
    }
}
