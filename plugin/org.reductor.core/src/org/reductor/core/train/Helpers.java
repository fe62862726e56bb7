/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.train;

/**
 * Threads that have nothing else to do. A training asks for them at the start of each epoch, when there are fewer
 * networks in training than threads. How many come changes no bit of the result.
 */
@FunctionalInterface
public interface Helpers {

    /** Nobody: the work is done by the thread that asks. */
    Helpers NONE = (most, work) -> work.run(0, new Crew(1));

    /**
     * Does work together, this thread being member 0.
     *
     * @param most how many threads are of use, with this one
     * @param work what each member does; returns when all have done it
     */
    void together(int most, Work work);

    /** What each member of a crew does. */
    @FunctionalInterface
    interface Work {

        /**
         * @param member which one, counted from 0
         * @param crew all of them
         */
        void run(int member, Crew crew);
    }
}
