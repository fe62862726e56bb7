/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.util;

/** Two rows of a table have the same RowID. */
public class DuplicateKeyException extends RuntimeException {

    public DuplicateKeyException(final String key) {
        super("Found duplicate RowID \"" + key + "\"; the RowIDs of a table must differ.");
    }
}
