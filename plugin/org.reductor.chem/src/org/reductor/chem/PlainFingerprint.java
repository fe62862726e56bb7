/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import org.RDKit.ExplicitBitVect;
import org.RDKit.ROMol;

/** A fingerprint that its width defines completely: one call into RDKit with RDKit's own defaults. */
final class PlainFingerprint extends Fingerprint {

    /** The call into RDKit. */
    @FunctionalInterface
    interface Calculation {
        ExplicitBitVect bits(ROMol molecule, int width);
    }

    private final Calculation calculation;

    PlainFingerprint(final int width, final Calculation calculation) {
        super(width);
        this.calculation = calculation;
    }

    @Override
    ExplicitBitVect bits(final ROMol molecule) {
        return calculation.bits(molecule, width());
    }
}
