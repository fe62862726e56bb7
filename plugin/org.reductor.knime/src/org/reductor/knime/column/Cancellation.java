/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.column;

import java.util.function.BooleanSupplier;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;

/** KNIME's way to say that a node is to stop, for code that knows nothing of KNIME. */
public final class Cancellation {

    private Cancellation() {
    }

    /**
     * @param exec of the node
     * @return whether it is to stop; any thread may ask
     */
    public static BooleanSupplier of(final ExecutionMonitor exec) {
        return () -> {
            try {
                exec.checkCanceled();
                return false;
            } catch (CanceledExecutionException e) { // NOSONAR that is the answer
                return true;
            }
        };
    }
}
