/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import java.util.BitSet;

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
 * The atoms of atom pairs and torsions: an atom takes part in a place if its count falls when pairs and chains with
 * that atom are not counted. The bits of these fingerprints simulate counts: four bits of one place are set by counts
 * of at least 1, 2, 4 and 8.
 */
final class LeftOutAtoms implements FeatureAtoms {

    /** Bits of a place, as RDKit has it by default, and the counts that they stand for. */
    private static final int BITS_PER_PLACE = 4;

    private static final int[] COUNTS = {1, 2, 4, 8};

    /** The largest distance that RDKit counts by default. */
    private static final int LONGEST_DISTANCE = 30;

    /** Counts of a molecule without those of some atoms. */
    @FunctionalInterface
    private interface Counting {
        int[] count(ROMol molecule, int places, UInt_Vect without);
    }

    private final int places;

    private final boolean bits;

    private final Counting counting;

    private LeftOutAtoms(final int width, final boolean bits, final Counting counting) {
        places = bits ? width / BITS_PER_PLACE : width;
        this.bits = bits;
        this.counting = counting;
    }

    static LeftOutAtoms ofPairBits(final int width) {
        return new LeftOutAtoms(width, true, LeftOutAtoms::pairs);
    }

    static LeftOutAtoms ofPairCounts(final int width) {
        return new LeftOutAtoms(width, false, LeftOutAtoms::pairs);
    }

    static LeftOutAtoms ofTorsionBits(final int width) {
        return new LeftOutAtoms(width, true, LeftOutAtoms::torsions);
    }

    static LeftOutAtoms ofTorsionCounts(final int width) {
        return new LeftOutAtoms(width, false, LeftOutAtoms::torsions);
    }

    @Override
    public void find(final ROMol molecule, final BondTable bonds, final Sink sink) {
        final int[] all = counting.count(molecule, places, null);
        final BitSet[] atoms = new BitSet[places];
        for (int atom = 0; atom < bonds.atoms(); atom++) {
            final var without = new UInt_Vect();
            try {
                without.add(atom);
                final int[] fewer = counting.count(molecule, places, without);
                for (int place = 0; place < places; place++) {
                    if (fewer[place] < all[place]) {
                        atoms[place] = atoms[place] == null ? new BitSet() : atoms[place];
                        atoms[place].set(atom);
                    }
                }
            } finally {
                without.delete();
            }
        }
        for (int place = 0; place < places; place++) {
            if (atoms[place] != null) {
                tell(place, all[place], atoms[place].stream().toArray(), sink);
            }
        }
    }

    private void tell(final int place, final int count, final int[] atoms, final Sink sink) {
        if (!bits) {
            sink.add(place, UNKNOWN, -1, 0, atoms);
            return;
        }
        for (int bit = 0; bit < BITS_PER_PLACE; bit++) {
            if (count >= COUNTS[bit]) {
                sink.add(place * BITS_PER_PLACE + bit, UNKNOWN, -1, 0, atoms);
            }
        }
    }

    private static int[] pairs(final ROMol molecule, final int places, final UInt_Vect without) {
        final int[] counts = new int[places];
        final SparseIntVect32 vector = without == null ? RDKFuncs.getHashedAtomPairFingerprint(molecule, places)
            : RDKFuncs.getHashedAtomPairFingerprint(molecule, places, 1, LONGEST_DISTANCE, null, without);
        final Match_Vect pairs = vector.getNonzero();
        try {
            final int size = (int)pairs.size();
            for (int i = 0; i < size; i++) {
                final Int_Pair pair = pairs.get(i);
                counts[pair.getFirst()] = pair.getSecond();
            }
        } finally {
            pairs.delete();
            vector.delete();
        }
        return counts;
    }

    private static int[] torsions(final ROMol molecule, final int places, final UInt_Vect without) {
        final int[] counts = new int[places];
        final SparseIntVect64 vector = without == null
            ? RDKFuncs.getHashedTopologicalTorsionFingerprint(molecule, places)
            : RDKFuncs.getHashedTopologicalTorsionFingerprint(molecule, places, 4, null, without);
        final Long_Pair_Vect pairs = vector.getNonzero();
        try {
            final int size = (int)pairs.size();
            for (int i = 0; i < size; i++) {
                final Long_Pair pair = pairs.get(i);
                counts[(int)pair.getFirst()] = pair.getSecond();
            }
        } finally {
            pairs.delete();
            vector.delete();
        }
        return counts;
    }
}
