/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One of the fingerprints that a molecule is described by.
 *
 * @param kind the fingerprint, bits or counts
 * @param width number of bits or counts; ignored by kinds with a fixed width
 * @param radius bonds around each atom; ignored by kinds without a radius
 * @param scaled whether counts are divided by {@link FingerprintKind#unit()}; ignored by kinds that do not count
 */
public record FingerprintSpec(FingerprintKind kind, int width, int radius, boolean scaled) {

    /** Parameter of a recipe that says what counts are divided by; without it, by nothing. */
    static final String UNIT = "unit";

    /** A fingerprint whose counts, if it has any, are what they are. */
    public FingerprintSpec(final FingerprintKind kind, final int width, final int radius) {
        this(kind, width, radius, false);
    }

    /** @return the parameters that the fingerprint has in a recipe */
    SortedMap<String, String> parameters() {
        final var parameters = new TreeMap<>(kind.parameters(radius));
        if (scaled && kind.isCount()) {
            parameters.put(UNIT, Double.toString(kind.unit()));
        }
        return parameters;
    }
}
