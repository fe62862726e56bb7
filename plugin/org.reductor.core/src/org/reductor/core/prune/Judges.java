/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

/** Which rows judge the rounds of a run, unless a selection table is given, whose rows do it then. */
public enum Judges {

    /**
     * Every row, by the network that has not seen it. The rows are divided into as many parts as folds; each fold is
     * judged by one part, stops on another, learns from the rest and has a mask of its own. So all rows judge, and none
     * has a part in the weights, the stopping or the mask that it judges.
     */
    OUT_OF_FOLD("out-of-fold"),

    /** A share of the rows that no fold sees. All folds share one mask, and each row judges all networks. */
    HOLD_OUT("hold-out");

    private final String label;

    Judges(final String label) {
        this.label = label;
    }

    /** @return what models and messages call the rows, for example "hold-out" rows */
    public String label() {
        return label;
    }
}
