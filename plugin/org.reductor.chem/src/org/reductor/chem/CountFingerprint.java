/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import org.RDKit.BitInfoMap;
import org.RDKit.Int_Pair;
import org.RDKit.Long_Pair;
import org.RDKit.Long_Pair_Vect;
import org.RDKit.Match_Vect;
import org.RDKit.RDKFuncs;
import org.RDKit.ROMol;
import org.RDKit.SparseIntVect32;
import org.RDKit.SparseIntVect64;
import org.RDKit.UInt_Vect;

/**
 * Fingerprints that say how often a substructure occurs, folded to a width: what falls on the same place is added up,
 * and the sum divided by a unit.
 * RDKit gives each of them in a vector type of its own, whose pairs ascend by place and belong to the vector. Vectors
 * are freed at once, because a large table makes millions of them before Java's garbage collector would think of it.
 */
final class CountFingerprint {

    private CountFingerprint() {
    }

    /**
     * The hashed count fingerprint of RDKit's Java library leaks its vector. The bit vector with the surroundings that
     * set each bit tells the same.
     */
    static MoleculeFeatures morgan(final int width, final int radius, final boolean features, final double unit) {
        return (molecule, offset, row) -> {
            final var invariants = new UInt_Vect(molecule.getNumAtoms());
            final var surroundings = new BitInfoMap();
            try {
                if (features) {
                    RDKFuncs.getFeatureInvariants(molecule, invariants);
                } else {
                    RDKFuncs.getConnectivityInvariants(molecule, invariants);
                }
                Fingerprint.forEachBit(
                    RDKFuncs.getMorganFingerprintAsBitVect(molecule, radius, width, invariants, null, false, true,
                        false, surroundings),
                    bit -> row.add(offset + bit, surroundings.get(bit).size() / unit));
            } finally {
                surroundings.delete();
                invariants.delete();
            }
        };
    }

    static MoleculeFeatures atomPairs(final int width, final double unit) {
        return (molecule, offset, row) -> {
            final SparseIntVect32 counts = RDKFuncs.getHashedAtomPairFingerprint(molecule, width);
            final Match_Vect pairs = counts.getNonzero();
            try {
                final int size = (int)pairs.size();
                for (int i = 0; i < size; i++) {
                    final Int_Pair pair = pairs.get(i);
                    row.add(offset + pair.getFirst(), pair.getSecond() / unit);
                }
            } finally {
                pairs.delete();
                counts.delete();
            }
        };
    }

    static MoleculeFeatures torsions(final int width, final double unit) {
        return (molecule, offset, row) -> {
            final SparseIntVect64 counts = RDKFuncs.getHashedTopologicalTorsionFingerprint(molecule, width);
            final Long_Pair_Vect pairs = counts.getNonzero();
            try {
                final int size = (int)pairs.size();
                for (int i = 0; i < size; i++) {
                    final Long_Pair pair = pairs.get(i);
                    row.add(offset + (int)pair.getFirst(), pair.getSecond() / unit);
                }
            } finally {
                pairs.delete();
                counts.delete();
            }
        };
    }
}
