/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli;

/** The exit codes of KNIME's batch application. */
public final class ExitCode {

    /** The workflow was executed. */
    public static final int SUCCESS = 0;

    /** Wrong or missing options; nothing was loaded. */
    public static final int BAD_OPTIONS = 2;

    /** The workflow could not be loaded. */
    public static final int LOAD_FAILED = 3;

    /** A node failed, or the run was cancelled. */
    public static final int EXECUTION_FAILED = 4;

    private ExitCode() {
    }
}
