/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem.worker;

/** There is no answer, because the worker died of the text. */
public final class WorkerDiedException extends Exception {

    /** What it died of. */
    public enum Reason {
        /** It crashed. */
        CRASH,
        /** It was stopped at its time limit. */
        TIME,
        /** It ended itself at its memory limit. */
        MEMORY
    }

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    WorkerDiedException(final Reason reason) {
        super("worker died: " + reason);
        this.reason = reason;
    }

    /** @return what the worker died of */
    public Reason reason() {
        return reason;
    }
}
