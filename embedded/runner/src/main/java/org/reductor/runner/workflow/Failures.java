/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.workflow;

/** Turns what a node throws into something a user can read. */
final class Failures {

    private Failures() {
    }

    static String message(final Throwable ex) {
        final String text = ex.getMessage();
        if (ex instanceof RuntimeException && !(ex instanceof IllegalArgumentException) || text == null
            || text.isBlank()) {
            return "unexpected error: " + ex + (Boolean.getBoolean("reductor.debug") ? ""
                : ". Run again with -Dreductor.debug=true to see where");
        }
        return text;
    }

    static void trace(final Throwable ex) {
        if (Boolean.getBoolean("reductor.debug")) {
            ex.printStackTrace();
        }
    }
}
