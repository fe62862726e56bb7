/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import java.util.BitSet;

import org.RDKit.RDKFuncs;
import org.RDKit.ROMol;
import org.RDKit.UInt_Vect;

/**
 * The atoms of the fingerprint of paths and branched subgraphs: a bit is about an atom if it is set by the subgraphs
 * that hold the atom alone. RDKit's Java library hands out the subgraphs of each bit in a type that it cannot read.
 *
 * @param width number of bits
 */
record PathAtoms(int width) implements FeatureAtoms {

    @Override
    public void find(final ROMol molecule, final BondTable bonds, final Sink sink) {
        final BitSet[] atoms = new BitSet[width];
        for (int atom = 0; atom < bonds.atoms(); atom++) {
            final var from = new UInt_Vect();
            try {
                from.add(atom);
                final int of = atom;
                Fingerprint.forEachBit(
                    RDKFuncs.RDKFingerprintMol(molecule, 1, 7, width, 2, true, 0, 128, true, true, null, from),
                    bit -> {
                        atoms[bit] = atoms[bit] == null ? new BitSet() : atoms[bit];
                        atoms[bit].set(of);
                    });
            } finally {
                from.delete();
            }
        }
        for (int bit = 0; bit < width; bit++) {
            if (atoms[bit] != null) {
                sink.add(bit, UNKNOWN, -1, 0, atoms[bit].stream().toArray());
            }
        }
    }
}
