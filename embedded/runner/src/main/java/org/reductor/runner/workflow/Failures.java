/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.workflow;

import java.lang.management.ManagementFactory;
import java.util.Locale;

import com.sun.management.OperatingSystemMXBean;

/** Turns what a node, or the runner itself, throws into something a user can read and act on. */
public final class Failures {

    /** The environment variable with options for Java, which the script `reductor` hands on: the one way to set any. */
    public static final String JAVA_OPTIONS = "REDUCTOR_JAVA_OPTIONS";

    private static final String DEBUG = "reductor.debug";

    private Failures() {
    }

    static String message(final Throwable ex) {
        for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError error) {
                return outOfMemory(error);
            }
        }
        final String text = ex.getMessage();
        if (ex instanceof RuntimeException && !(ex instanceof IllegalArgumentException) || text == null
            || text.isBlank()) {
            return "unexpected error: " + ex + (Boolean.getBoolean(DEBUG) ? ""
                : ". Run again with " + JAVA_OPTIONS + "=-D" + DEBUG + "=true before the command to see where");
        }
        return text;
    }

    static void trace(final Throwable ex) {
        if (Boolean.getBoolean(DEBUG)) {
            ex.printStackTrace();
        }
    }

    /** What happened, and what to do. */
    public static String outOfMemory(final OutOfMemoryError error) {
        final String reason = String.valueOf(error.getMessage());
        if (!reason.contains("heap") && !reason.contains("GC overhead")) {
            return "out of memory: " + reason;
        }
        final var system = (OperatingSystemMXBean)ManagementFactory.getOperatingSystemMXBean();
        return outOfMemory(Runtime.getRuntime().maxMemory() >> 20, system.getTotalMemorySize() >> 20);
    }

    /**
     * @param heap the largest heap that Java may use, in MB
     * @param machine memory of the machine or container, in MB
     */
    static String outOfMemory(final long heap, final long machine) {
        final long more = Math.min(2 * heap, machine * 4 / 5);
        final String found = String.format(Locale.ENGLISH,
            "out of memory: Java may use %,d MB of this machine's %,d MB", heap, machine);
        return found + (more > heap
            ? ". Allow more, and run again: put " + JAVA_OPTIONS + "=-Xmx" + more + "m before the command"
            : ", which leaves no room for more. Use a machine with more memory, or fewer threads");
    }
}
