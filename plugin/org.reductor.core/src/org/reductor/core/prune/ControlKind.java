/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import org.reductor.core.prune.criterion.Criteria;
import org.reductor.core.prune.criterion.ImportanceCriterion;

import java.util.Optional;

/** What a pruned result is compared with, so that it is not given credit for what anything else would do as well. */
public enum ControlKind {

    /** The unpruned networks, trained on for as many epochs as the winner's in its rounds: is it only the training? */
    TRAINED_ON("unpruned, trained on", "the unpruned networks trained on for as many epochs", null),

    /** Networks pruned in as many rounds to as many weights by lot: does it matter which weights go? */
    RANDOM("random pruning", "networks with as many weights, pruned at random", Criteria.RANDOM),

    /** Networks pruned in as many rounds to as many weights, the smallest first: is the criterion worth its cost? */
    MAGNITUDE("magnitude pruning", "networks with as many weights, pruned by magnitude", Criteria.MAGNITUDE),

    /**
     * One unpruned network that learns from the rows of all folds at once, for as many epochs as it took the folds'
     * networks to become best: it needs no rows to stop on. Judged only by rows outside all folds.
     */
    ALL_ROWS("one network, all rows", "one unpruned network that learned the rows of all folds", null);

    private final String label;
    private final String phrase;
    private final ImportanceCriterion criterion;

    ControlKind(final String label, final String phrase, final ImportanceCriterion criterion) {
        this.label = label;
        this.phrase = phrase;
        this.criterion = criterion;
    }

    /** @return a short name, for tables */
    public String label() {
        return label;
    }

    /** @return what it is, for a sentence */
    String phrase() {
        return phrase;
    }

    /** @return what prunes it; empty if it is not pruned */
    Optional<ImportanceCriterion> criterion() {
        return Optional.ofNullable(criterion);
    }
}
