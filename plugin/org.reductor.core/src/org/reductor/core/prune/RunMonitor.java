/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

/** Hears how far a run is, and may stop it. {@link #isCancelled()} is asked from several threads. */
public interface RunMonitor {

    /** Hears nothing and never stops a run. */
    RunMonitor NONE = new RunMonitor() {
        @Override
        public void progress(final double fraction, final String message) {
            // nobody is listening
        }

        @Override
        public boolean isCancelled() {
            return false;
        }
    };

    /**
     * @param fraction share of the work that is done, 0 to 1
     * @param message what is being done, in plain English
     */
    void progress(double fraction, String message);

    /** @return whether the run should stop with a {@link java.util.concurrent.CancellationException} */
    boolean isCancelled();

    /**
     * @param from share of this work that is done before the part begins
     * @param to share that is done when the part ends
     * @param message what is being done in the part
     * @return a monitor for a part of this work
     */
    default RunMonitor part(final double from, final double to, final String message) {
        final RunMonitor part = part(from, to);
        return new RunMonitor() {
            @Override
            public void progress(final double fraction, final String ignored) {
                part.progress(fraction, message);
            }

            @Override
            public boolean isCancelled() {
                return part.isCancelled();
            }
        };
    }

    /**
     * @param from share of this work that is done before the part begins
     * @param to share that is done when the part ends
     * @return a monitor for a part of this work that says itself what is being done
     */
    default RunMonitor part(final double from, final double to) {
        final RunMonitor whole = this;
        return new RunMonitor() {
            @Override
            public void progress(final double fraction, final String message) {
                whole.progress(Math.min(1, from + (to - from) * fraction), message);
            }

            @Override
            public boolean isCancelled() {
                return whole.isCancelled();
            }
        };
    }
}
