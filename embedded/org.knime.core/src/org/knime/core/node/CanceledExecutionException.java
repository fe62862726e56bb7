/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.node;

/** The user stopped the node. */
public class CanceledExecutionException extends Exception {

    public CanceledExecutionException() {
        this("Execution canceled");
    }

    public CanceledExecutionException(final String s) {
        super(s);
    }
}
