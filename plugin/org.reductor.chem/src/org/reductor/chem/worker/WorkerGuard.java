/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem.worker;

import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Ends a worker, whatever native code is doing, when its parent is gone or when it takes up too much memory: native
 * memory has no limit otherwise, and the system may end the largest process instead, which is the parent.
 */
final class WorkerGuard {

    /** Exit code of a worker that has taken up too much memory. */
    static final int OUT_OF_MEMORY = 86;

    /** Bytes beyond what the worker had when it was ready. */
    static final long MEMORY_LIMIT = 1L << 30;

    private static final int LOOK_MILLIS = 200;

    private final Optional<ProcessHandle> parent = ProcessHandle.current().parent();

    private final LongSupplier memory = memory();

    private final long memoryBefore = memory.getAsLong();

    private WorkerGuard() {
    }

    /** From now on more memory counts. */
    static void start() {
        final var thread = new Thread(new WorkerGuard()::watch, "guard");
        thread.setDaemon(true);
        thread.start();
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(LOOK_MILLIS);
                if (memory.getAsLong() - memoryBefore > MEMORY_LIMIT) {
                    Runtime.getRuntime().halt(OUT_OF_MEMORY);
                }
                if (parent.isPresent() && !parent.get().isAlive()) {
                    Runtime.getRuntime().halt(0);
                }
            }
        } catch (InterruptedException e) { // NOSONAR nobody interrupts it
            return;
        }
    }

    /** Asked for by name: a bundle does not see the package without importing it, and workers run outside of OSGi. */
    private static LongSupplier memory() {
        final OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        try {
            final var method = Class.forName("com.sun.management.OperatingSystemMXBean")
                .getMethod("getCommittedVirtualMemorySize");
            method.invoke(system);
            return () -> {
                try {
                    return (long)method.invoke(system);
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
            };
        } catch (ReflectiveOperationException | RuntimeException e) { // NOSONAR a Java that does not tell
            return () -> 0;
        }
    }
}
