/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune.criterion;

import java.util.Set;

/**
 * Scores the weights of networks; those with the highest scores are dropped first. Criteria have no state. A new one is
 * one class and one line in {@link Criteria}.
 */
public interface ImportanceCriterion {

    /**
     * @param id what files and settings call it
     * @return the criterion
     * @throws IllegalArgumentException if there is none of that name, listing those that there are
     */
    static ImportanceCriterion of(final String id) {
        return Criteria.of(id);
    }

    /** @return what files and settings call it */
    String id();

    /** @return what dialogs and tables call it */
    String label();

    /** @return what it does and when to choose it, for a dialog */
    String description();

    /** @return what must be found out for the scores, beside the control networks and the inputs */
    default Set<Need> needs() {
        return Set.of();
    }

    /** @return whether perturbed networks must be trained for the scores */
    default boolean needsPerturbedNetworks() {
        return needs().contains(Need.PERTURBED_NETWORKS);
    }

    /**
     * @param context the networks and what is known of them
     * @return for each kernel one score a weight, row by row; never NaN, possibly infinite
     */
    double[][] score(ScoringContext context);
}
