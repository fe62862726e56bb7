/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import org.RDKit.BitInfoMap;
import org.RDKit.RDKFuncs;
import org.RDKit.ROMol;
import org.RDKit.SparseIntVectu32;
import org.RDKit.UIntPair;
import org.RDKit.UIntPairVect;
import org.RDKit.UInt_Pair;
import org.RDKit.UInt_Pair_Vect;
import org.RDKit.UInt_Vect;

/**
 * The atoms of circular fingerprints. Before it is folded, a surrounding has an identifier of 32 bits, and the place of
 * a bit or count is its remainder: different surroundings of one place can be told apart by it.
 *
 * @param width number of bits or counts
 * @param radius bonds around each atom
 * @param features whether atoms are told apart by their pharmacophore features
 */
record SurroundingAtoms(int width, int radius, boolean features) implements FeatureAtoms {

    @Override
    public void find(final ROMol molecule, final BondTable bonds, final Sink sink) {
        final var invariants = new UInt_Vect(molecule.getNumAtoms());
        final var surroundings = new BitInfoMap();
        SparseIntVectu32 unfolded = null;
        UInt_Pair_Vect identifiers = null;
        try {
            if (features) {
                RDKFuncs.getFeatureInvariants(molecule, invariants);
            } else {
                RDKFuncs.getConnectivityInvariants(molecule, invariants);
            }
            unfolded = RDKFuncs.MorganFingerprintMol(molecule, radius, invariants, null, false, true, true, false,
                surroundings);
            identifiers = unfolded.getNonzero();
            final int count = (int)identifiers.size();
            for (int i = 0; i < count; i++) {
                final UInt_Pair pair = identifiers.get(i);
                final long identifier = pair.getFirst();
                final UIntPairVect places = surroundings.get(identifier);
                final int occurrences = (int)places.size();
                for (int o = 0; o < occurrences; o++) {
                    final UIntPair place = places.get(o);
                    final int centre = (int)place.getFirst();
                    final int bondsAway = (int)place.getSecond();
                    sink.add((int)(identifier % width), identifier, centre, bondsAway,
                        bonds.around(centre, bondsAway));
                }
            }
        } finally {
            if (identifiers != null) {
                identifiers.delete();
            }
            if (unfolded != null) {
                unfolded.delete();
            }
            surroundings.delete();
            invariants.delete();
        }
    }
}
