/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli.predict;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

import org.reductor.core.data.Sha256;

/** SHA-256 over the values of rows, to tell whether a table begins as it did. */
final class RowsDigest {

    private static final byte END_OF_VALUE = 0x1F;

    private static final byte MISSING = 0x1E;

    private final MessageDigest digest = Sha256.start();

    void add(final Object... values) {
        for (final Object value : values) {
            if (value == null) {
                digest.update(MISSING);
            } else {
                digest.update(value.toString().getBytes(StandardCharsets.UTF_8));
            }
            digest.update(END_OF_VALUE);
        }
    }

    /** @return of all rows until now, in hexadecimal */
    String value() {
        try {
            return Sha256.hex((MessageDigest)digest.clone());
        } catch (final CloneNotSupportedException ex) {
            throw new IllegalStateException(ex);
        }
    }
}
