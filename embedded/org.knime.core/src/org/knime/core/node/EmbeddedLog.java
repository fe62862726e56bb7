/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.node;

/** Stand-in only: where log messages go. Extension code must not use it. */
public final class EmbeddedLog {

    /** Takes log messages; may be called by several threads. */
    @FunctionalInterface
    public interface Sink {

        /** @param cause may be null */
        void log(NodeLogger.LEVEL level, String source, String message, Throwable cause);
    }

    private static volatile Sink sink = (level, source, message, cause) -> {
        if (level.ordinal() >= NodeLogger.LEVEL.WARN.ordinal()) {
            System.err.println(level + " " + source + ": " + message);
        }
    };

    private EmbeddedLog() {
    }

    public static void setSink(final Sink newSink) {
        sink = newSink;
    }

    static void log(final NodeLogger.LEVEL level, final String source, final Object message, final Throwable cause) {
        sink.log(level, source, String.valueOf(message), cause);
    }
}
