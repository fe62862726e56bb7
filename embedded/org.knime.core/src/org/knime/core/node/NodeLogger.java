/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.node;

/** The log of a node. */
public final class NodeLogger {

    /** How serious a message is. */
    public enum LEVEL {
        DEBUG, INFO, WARN, ERROR, FATAL, ALL, OFF
    }

    private final String name;

    private NodeLogger(final String name) {
        this.name = name;
    }

    public static NodeLogger getLogger(final Class<?> c) {
        return new NodeLogger(c.getSimpleName());
    }

    public static NodeLogger getLogger(final String s) {
        return new NodeLogger(s);
    }

    public void debug(final Object o) {
        EmbeddedLog.log(LEVEL.DEBUG, name, o, null);
    }

    public void debug(final Object o, final Throwable t) {
        EmbeddedLog.log(LEVEL.DEBUG, name, o, t);
    }

    public void info(final Object o) {
        EmbeddedLog.log(LEVEL.INFO, name, o, null);
    }

    public void info(final Object o, final Throwable t) {
        EmbeddedLog.log(LEVEL.INFO, name, o, t);
    }

    public void warn(final Object o) {
        EmbeddedLog.log(LEVEL.WARN, name, o, null);
    }

    public void warn(final Object o, final Throwable t) {
        EmbeddedLog.log(LEVEL.WARN, name, o, t);
    }

    public void error(final Object o) {
        EmbeddedLog.log(LEVEL.ERROR, name, o, null);
    }

    public void error(final Object o, final Throwable t) {
        EmbeddedLog.log(LEVEL.ERROR, name, o, t);
    }
}
