/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.data;

/** How a measured value bounds the true one. */
public enum Relation {

    /** The value itself. */
    EQUAL("="),

    /** The true value is below the one that is given, as in {@code <5}. */
    BELOW("<"),

    /** The true value is above the one that is given, as in {@code >10000}. */
    ABOVE(">");

    private final String sign;

    Relation(final String sign) {
        this.sign = sign;
    }

    /** @return the sign that stands before such a value */
    public String sign() {
        return sign;
    }
}
