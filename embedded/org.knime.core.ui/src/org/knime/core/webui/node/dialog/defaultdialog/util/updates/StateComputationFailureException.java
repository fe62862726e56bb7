/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.webui.node.dialog.defaultdialog.util.updates;

/** A state cannot be computed now. */
public final class StateComputationFailureException extends Exception {

    private static final long serialVersionUID = 1L;

    public StateComputationFailureException(final String message) {
        super(message);
    }
}
