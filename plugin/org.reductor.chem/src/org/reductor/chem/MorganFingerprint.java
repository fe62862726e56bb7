/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import org.RDKit.ExplicitBitVect;
import org.RDKit.RDKFuncs;
import org.RDKit.ROMol;
import org.RDKit.UInt_Vect;

/**
 * Circular fingerprint: every atom's surroundings up to a radius, hashed into bits. Radius 2 with atom invariants by
 * connectivity is RDKit's counterpart of ECFP4; with pharmacophore features instead, of FCFP4. Not bit-compatible with
 * other toolkits' ECFP. Source: Rogers and Hahn, J. Chem. Inf. Model. 2010, 50, 742-754.
 */
final class MorganFingerprint extends Fingerprint {

    private final int radius;

    private final boolean features;

    /**
     * @param width number of bits
     * @param radius bonds around each atom
     * @param features whether atoms are told apart by their pharmacophore features instead of by their connectivity
     */
    MorganFingerprint(final int width, final int radius, final boolean features) {
        super(width);
        this.radius = radius;
        this.features = features;
    }

    @Override
    ExplicitBitVect bits(final ROMol molecule) {
        if (!features) {
            return RDKFuncs.getMorganFingerprintAsBitVect(molecule, radius, width());
        }
        final var invariants = new UInt_Vect(molecule.getNumAtoms());
        try {
            RDKFuncs.getFeatureInvariants(molecule, invariants);
            return RDKFuncs.getMorganFingerprintAsBitVect(molecule, radius, width(), invariants);
        } finally {
            invariants.delete();
        }
    }
}
