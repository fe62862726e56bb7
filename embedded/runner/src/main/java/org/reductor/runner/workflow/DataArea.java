/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.workflow;

import java.nio.file.Path;

/** The data area of the workflow that the current thread works for. */
public final class DataArea {

    private static final ThreadLocal<Path> CURRENT = new InheritableThreadLocal<>();

    private DataArea() {
    }

    /**
     * Makes a workflow's data area the current one.
     *
     * @param workflow the workflow
     */
    static void enter(final Workflow workflow) {
        CURRENT.set(workflow.dataArea());
    }

    /** Forgets the current data area. */
    static void leave() {
        CURRENT.remove();
    }

    /** @return the folder, which may not exist yet */
    public static Path current() {
        final Path area = CURRENT.get();
        if (area == null) {
            throw new IllegalStateException("no workflow is running");
        }
        return area;
    }
}
