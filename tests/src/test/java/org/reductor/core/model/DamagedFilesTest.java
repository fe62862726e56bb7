/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reductor.damage.Damage;

/** Damaged files are refused with a message, or read as they were: never as something else, never with a crash. */
class DamagedFilesTest {

    @ParameterizedTest
    @EnumSource
    void aDamagedFileIsRefusedOrReadAsItWas(final StoredKind kind) {
        final byte[] whole = kind.sample();
        int refused = 0;
        for (int number = 0; number < Damage.TRIED; number++) {
            try {
                final byte[] again = kind.rewritten(Damage.of(whole, number));
                if (kind != StoredKind.RUN) { // plain JSON without a checksum: what it says is held against the run
                    assertThat(again).as("%s, damage %d", kind, number).isEqualTo(whole);
                }
            } catch (final IOException e) {
                assertThat(e.getMessage()).as("%s, damage %d", kind, number).isNotBlank();
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(Damage.TRIED / 4);
    }
}
