/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.workflow;

/** Set once, from any thread, when the user wants the run to end. */
public final class CancelFlag {

    private volatile boolean set;

    /** Asks for the end of the run. */
    public void cancel() {
        set = true;
    }

    /** Whether the run should end. */
    public boolean isSet() {
        return set;
    }
}
