/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.spark;

import java.io.EOFException;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.spark.SparkThrowable;

/** What went wrong on executors, as sentences for the user: the text of Spark has many lines before the reason. */
final class Failures {

    private static final Pattern FILE = Pattern.compile("/([^/\\s]+\\.\\w+)\\.?(?:\\s|$)");

    private Failures() {
    }

    /**
     * @param failure of a job
     * @param input what it read
     * @return what to tell
     */
    static ScreeningException told(final Throwable failure, final String input) {
        String file = null;
        Throwable last = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ScreeningException told) {
                return told;
            }
            if (cause instanceof SparkThrowable known
                && String.valueOf(known.getCondition()).startsWith("FAILED_READ_FILE")) {
                final Matcher named = FILE.matcher(String.valueOf(cause.getMessage()));
                file = named.find() ? named.group(1) : null;
            }
            if (cause instanceof EOFException) {
                return new ScreeningException("The file '" + (file == null ? input : file) + "' ends before its end: "
                    + "it was not copied or packed to the last byte. Get it again; nothing has been written.", failure);
            }
            last = cause;
        }
        if (file != null) {
            return new ScreeningException("The file '" + file + "' cannot be read (" + reason(last)
                + "). Get it again, or take it away; nothing has been written.", failure);
        }
        return new ScreeningException("Spark could not do it: " + reason(last)
            + (last instanceof IOException ? "" : " What Spark says of it is in the log."), failure);
    }

    private static String reason(final Throwable failure) {
        final String text = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return text.lines().findFirst().orElse(failure.getClass().getSimpleName());
    }
}
