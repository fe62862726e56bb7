/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem.screen;

import java.util.List;

/**
 * What became of a row.
 *
 * @param values one a column of {@link Screen#columns()}: a {@link Double}, a {@link String} or {@link Untold}; empty if
 *            the row cannot be used
 * @param failure why the row cannot be used, in plain words; {@code null} if it can
 */
public record ScreenedRow(List<Object> values, String failure) {

    /**
     * @param reason why the row cannot be used, in plain words
     * @return a row without predictions
     */
    public static ScreenedRow failed(final String reason) {
        return new ScreenedRow(List.of(), reason);
    }

    /** @return whether there are no predictions */
    public boolean failed() {
        return failure != null;
    }
}
