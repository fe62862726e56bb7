/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

/** What the random streams of a run are for; part of each stream's identity. */
final class Purpose {

    static final long SPLIT = 1;
    static final long INITIAL_WEIGHTS = 2;
    static final long BATCHES = 3;
    static final long PERTURBATION = 4;
    static final long CRITERION = 5;
    static final long BOOTSTRAP = 6;

    private Purpose() {
    }
}
