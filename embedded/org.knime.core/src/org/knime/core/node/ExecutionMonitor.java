/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.node;

import java.util.function.Supplier;

/** Progress and cancellation of a running node, or of a part of it. */
public class ExecutionMonitor {

    private final EmbeddedProgress sink;

    private double fraction = Double.NaN;

    private String message;

    public ExecutionMonitor() {
        this(new EmbeddedProgress() { });
    }

    ExecutionMonitor(final EmbeddedProgress sink) {
        this.sink = sink;
    }

    /** Nodes call this often: at least once a second. */
    public void checkCanceled() throws CanceledExecutionException {
        if (sink.isCanceled() || Thread.currentThread().isInterrupted()) {
            throw new CanceledExecutionException();
        }
    }

    /** @param progress 0 to 1, of this part; other values change nothing */
    public void setProgress(final double progress) {
        report(progress, message);
    }

    public void setProgress(final double progress, final String message) {
        report(progress, message);
    }

    public void setProgress(final double progress, final Supplier<String> messageSupplier) {
        report(progress, messageSupplier.get());
    }

    public void setMessage(final String message) {
        report(fraction, message);
    }

    private synchronized void report(final double progress, final String text) {
        if (progress >= 0 && progress <= 1) {
            fraction = progress;
        }
        message = text;
        sink.progress(fraction, text);
    }

    /** A monitor for a part that makes up a share of this one's work. */
    public ExecutionMonitor createSubProgress(final double maxProg) {
        if (!(maxProg >= 0 && maxProg <= 1)) {
            throw new IllegalArgumentException("Invalid sub progress size: " + maxProg);
        }
        return new ExecutionMonitor(new EmbeddedProgress() {

            private double reported;

            @Override
            public synchronized void progress(final double part, final String text) {
                final double now = Double.isNaN(part) ? reported : part;
                final double before = Double.isNaN(fraction) ? 0 : fraction;
                report(before + (now - reported) * maxProg, text);
                reported = now;
            }

            @Override
            public boolean isCanceled() {
                return sink.isCanceled();
            }
        });
    }
}
