/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.spark;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import org.apache.spark.SparkEnv;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks whether native code comes back. It cannot be stopped, so the executor ends itself when it does not: Spark gives
 * what it was at to another one, which reads each molecule in a process of its own and finds the culprit.
 */
interface ProgressWatch {

    /** Exit code of an executor that has ended itself. */
    int HUNG = 73;

    /** What Spark calls the executor that shares the process of the job. */
    String DRIVER = "driver";

    /** For work that cannot hang. */
    ProgressWatch NONE = new ProgressWatch() {
        @Override
        public <T> T during(final Supplier<T> work) {
            return work.get();
        }
    };

    /**
     * @param work something that should come back
     * @return what it gives
     */
    <T> T during(Supplier<T> work);

    /**
     * @param patience seconds that the work may take
     * @return the watch of this process, or none where the process is that of the whole job and ending it would help
     *         nobody
     */
    static ProgressWatch ofThisExecutor(final long patience) {
        final SparkEnv env = SparkEnv.get();
        return env == null || DRIVER.equals(env.executorId()) ? NONE : new Ending(patience);
    }

    /** Ends the process. */
    final class Ending implements ProgressWatch {

        private static final Logger LOG = LoggerFactory.getLogger(ProgressWatch.class);

        private static final long LOOK_MILLIS = 500;

        /** When the work of a thread is to be done. */
        private static final Map<Thread, Long> DEADLINES = new ConcurrentHashMap<>();

        static {
            final Thread watch = new Thread(Ending::watch, "Reductor progress watch");
            watch.setDaemon(true);
            watch.start();
        }

        private final long patience;

        private Ending(final long patience) {
            this.patience = patience;
        }

        @Override
        public <T> T during(final Supplier<T> work) {
            DEADLINES.put(Thread.currentThread(), System.nanoTime() + patience * 1_000_000_000);
            try {
                return work.get();
            } finally {
                DEADLINES.remove(Thread.currentThread());
            }
        }

        private static void watch() {
            try {
                while (true) {
                    Thread.sleep(LOOK_MILLIS);
                    if (DEADLINES.values().stream().anyMatch(deadline -> System.nanoTime() - deadline > 0)) {
                        LOG.error("RDKit has not come back from a batch of molecules; this executor ends itself, and "
                            + "another one will read each of them in a process of its own.");
                        Runtime.getRuntime().halt(HUNG);
                    }
                }
            } catch (final InterruptedException e) { // nobody interrupts it
                return;
            }
        }
    }
}
