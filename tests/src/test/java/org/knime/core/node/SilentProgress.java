/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.node;

/** Notes the last report; can be told to cancel. */
public final class SilentProgress implements EmbeddedProgress {

    public double fraction = Double.NaN;

    public String message;

    public boolean canceled;

    @Override
    public synchronized void progress(final double fraction, final String message) {
        this.fraction = fraction;
        this.message = message;
    }

    @Override
    public boolean isCanceled() {
        return canceled;
    }
}
