/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.nodes.rowfilter;

/** The operators under the names that KNIME stores; not all are supported here. */
enum Operator {

    EQ, NEQ, NEQ_MISS, LT, LTE, GT, GTE, FIRST_N_ROWS, LAST_N_ROWS, REGEX, WILDCARD, IS_TRUE, IS_FALSE, IS_MISSING,
    IS_NOT_MISSING;

    /** @return whether it is a comparison with a value */
    boolean isSupported() {
        return ordinal() <= GTE.ordinal();
    }

    /** @return whether it needs values with an order */
    boolean isOrdering() {
        return isSupported() && ordinal() >= LT.ordinal();
    }

    /** @return whether a missing value passes */
    boolean matchesMissing() {
        return this == NEQ_MISS;
    }

    /** @param order negative, zero or positive: how the value compares with the reference */
    boolean test(final int order) {
        return switch (this) {
            case EQ -> order == 0;
            case NEQ, NEQ_MISS -> order != 0;
            case LT -> order < 0;
            case LTE -> order <= 0;
            case GT -> order > 0;
            case GTE -> order >= 0;
            default -> throw new IllegalStateException(this + " is no comparison");
        };
    }
}
