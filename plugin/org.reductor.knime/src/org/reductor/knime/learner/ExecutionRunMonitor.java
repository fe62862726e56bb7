/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.learner;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.reductor.core.prune.RunMonitor;

/** Passes a run's progress on to KNIME, and KNIME's cancel button on to the run. */
final class ExecutionRunMonitor implements RunMonitor {

    private final ExecutionMonitor exec;

    ExecutionRunMonitor(final ExecutionMonitor exec) {
        this.exec = exec;
    }

    @Override
    public void progress(final double fraction, final String message) {
        exec.setProgress(fraction, message);
    }

    @Override
    public boolean isCancelled() {
        try {
            exec.checkCanceled();
            return false;
        } catch (CanceledExecutionException e) { // NOSONAR the run itself stops and the node throws a new one
            return true;
        }
    }
}
