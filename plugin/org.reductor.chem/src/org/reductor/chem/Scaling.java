/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import java.util.Arrays;
import java.util.Locale;

/** How a number becomes a feature: moved by a centre and divided by a scale that a table gives. */
public enum Scaling {

    /** As it is. */
    NONE,
    /** Centre is the mean, scale the sample standard deviation. */
    STANDARDIZE,
    /** Centre is the smallest value, scale the range: from 0 to 1 in the table. New values may lie outside. */
    MIN_MAX;

    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Scaling ofId(final String id) {
        return Arrays.stream(values()).filter(s -> s.id().equals(id)).findFirst()
            .orElseThrow(() -> new IllegalArgumentException("The scaling '" + id + "' is not known."));
    }
}
