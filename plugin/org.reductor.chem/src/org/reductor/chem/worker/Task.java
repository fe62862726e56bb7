/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem.worker;

import java.util.concurrent.atomic.AtomicInteger;

/** What workers do with a text. Each worker is told once, before the first text. */
public final class Task {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final int id = COUNT.incrementAndGet();

    private final byte[] description;

    /** @param description what the worker's side makes the task from; not to be changed afterwards */
    public Task(final byte[] description) {
        this.description = description;
    }

    int id() {
        return id;
    }

    byte[] description() {
        return description;
    }
}
