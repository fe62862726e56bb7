/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner;

import org.reductor.runner.cli.ReductorCommand;

/** Takes KNIME's batch options as they are, in place of KNIME's batch application. */
public final class Main {

    private Main() {
    }

    /** @param args KNIME's batch options */
    public static void main(final String[] args) {
        ReductorCommand.main(args);
    }
}
