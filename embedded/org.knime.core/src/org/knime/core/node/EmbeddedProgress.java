/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.node;

/** Stand-in only: where a running node reports to and learns that it shall stop. Extension code must not use it. */
public interface EmbeddedProgress {

    /** @param fraction 0 to 1, NaN if unknown */
    default void progress(final double fraction, final String message) {
        // nobody listens
    }

    default boolean isCanceled() {
        return false;
    }
}
