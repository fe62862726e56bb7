/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem.worker;

/** No worker can be started here; the message tells the user why and what to do about it. */
public final class WorkerUnavailableException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    WorkerUnavailableException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
