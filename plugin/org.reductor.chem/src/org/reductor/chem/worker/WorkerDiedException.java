/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem.worker;

/** There is no answer, because the worker died of the text, in two processes, or took too long over it. */
public final class WorkerDiedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean outOfTime;

    WorkerDiedException(final boolean outOfTime) {
        super(outOfTime ? "the worker was stopped at its time limit" : "the worker crashed");
        this.outOfTime = outOfTime;
    }

    /** @return whether it was stopped for taking too long, instead of having crashed */
    public boolean outOfTime() {
        return outOfTime;
    }
}
