/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.train;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Threads that work on one network together. They all run the same steps, each on its own rows and units, and wait for
 * each other in between: a few microseconds of work for each, so they wait in a loop before they leave the processor to
 * others.
 */
public final class Crew {

    private static final int SPINS = 2000;
    private static final long NANOSECONDS = 1000;

    private final int members;
    private final AtomicInteger arrived = new AtomicInteger();
    private volatile int phase;
    private volatile boolean broken;

    /** @param members number of threads */
    public Crew(final int members) {
        this.members = members;
    }

    /** @return number of threads */
    public int members() {
        return members;
    }

    /**
     * Waits until all members have come here.
     *
     * @throws CancellationException if another member has failed, or this thread is interrupted
     */
    public void await() {
        if (members == 1) {
            return;
        }
        final int current = phase;
        if (arrived.incrementAndGet() == members) {
            arrived.set(0);
            phase = current + 1;
            return;
        }
        int spins = 0;
        while (phase == current) {
            if (broken || Thread.currentThread().isInterrupted()) {
                throw new CancellationException();
            }
            if (spins++ < SPINS) {
                Thread.onSpinWait();
            } else {
                LockSupport.parkNanos(NANOSECONDS);
            }
        }
    }

    /** Tells the members that one of them has failed, so that nobody waits for it. */
    public void breakUp() {
        broken = true;
    }

    /**
     * @param member a member, counted from 0
     * @param count number of things, such as rows of a batch
     * @return the first that is this member's; its last is before the first of the next member
     */
    int share(final int member, final int count) {
        return count * member / members;
    }
}
