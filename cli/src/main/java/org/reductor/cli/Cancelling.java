/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;

import org.reductor.runner.workflow.CancelFlag;

/** Lets Ctrl-C end a run between two steps of the running node, so that no half-written file stays behind. */
final class Cancelling {

    private static final long PATIENCE_SECONDS = 20;

    private Cancelling() {
    }

    /** Runs the task and ends the Java machine with its exit code. */
    static void runAndExit(final ToIntFunction<CancelFlag> task) {
        final CancelFlag flag = new CancelFlag();
        final CountDownLatch done = new CountDownLatch(1);
        final Thread hook = new Thread(() -> {
            if (done.getCount() > 0) {
                System.err.println();
                System.err.println("Cancelling...");
                flag.cancel();
                await(done);
                System.out.flush();
                Runtime.getRuntime().halt(ExitCode.EXECUTION_FAILED); // the default would be the signal's number
            }
        }, "cancel");
        Runtime.getRuntime().addShutdownHook(hook);
        int code = ExitCode.EXECUTION_FAILED;
        try {
            code = task.applyAsInt(flag);
        } catch (final RuntimeException | Error ex) {
            System.err.println("Unexpected error, which should be reported with this trace:");
            ex.printStackTrace();
        } finally {
            done.countDown();
        }
        System.exit(code);
    }

    private static void await(final CountDownLatch done) {
        try {
            if (!done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("The running node does not react; stopping it the hard way.");
            }
        } catch (final InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }
}
