/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.Reference;
import java.util.Arrays;

/** What nobody holds any more. */
public final class Garbage {

    private static final int COLLECTIONS = 50;

    private Garbage() {
    }

    /** Fails unless some garbage collections clear all references. */
    public static void assertCollected(final Reference<?>... references) {
        for (int i = 0; i < COLLECTIONS && !cleared(references); i++) {
            System.gc();
        }
        assertThat(cleared(references)).as("collected").isTrue();
    }

    private static boolean cleared(final Reference<?>... references) {
        return Arrays.stream(references).allMatch(reference -> reference.get() == null);
    }
}
