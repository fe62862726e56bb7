/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import java.util.Arrays;

import org.RDKit.Atom;
import org.RDKit.Int_Vect;
import org.RDKit.RDKFuncs;
import org.RDKit.ROMol;
import org.RDKit.RingInfo;
import org.RDKit.Str_Vect;

/**
 * Writes surroundings of atoms as SMARTS that say of each atom what the Morgan fingerprint looks at: element, number of
 * neighbours and of hydrogens, charge, and whether it is in a ring; and of each bond its order.
 */
final class Smarts {

    private final ROMol molecule;

    private final BondTable bonds;

    private final String[] symbols;

    /**
     * @param molecule sanitised; stays the caller's to free
     * @param bonds of the molecule
     */
    Smarts(final ROMol molecule, final BondTable bonds) {
        this.molecule = molecule;
        this.bonds = bonds;
        symbols = new String[bonds.atoms()];
        final RingInfo rings = molecule.getRingInfo();
        try {
            for (int i = 0; i < symbols.length; i++) {
                final Atom atom = molecule.getAtomWithIdx(i);
                symbols[i] = symbol(atom, rings.numAtomRings(i) > 0);
                atom.delete(); // only the wrapper: the atom belongs to the molecule
            }
        } finally {
            rings.delete();
        }
    }

    private static String symbol(final Atom atom, final boolean inRing) {
        final int charge = atom.getFormalCharge();
        return "[" + (atom.getIsotope() > 0 ? atom.getIsotope() + "*;" : "") + "#" + atom.getAtomicNum() + ";X"
            + atom.getTotalDegree() + ";H" + atom.getTotalNumHs(true)
            + (charge == 0 ? "" : ";" + (charge > 0 ? "+" : "-") + Math.abs(charge)) + (inRing ? ";R" : ";!R") + "]";
    }

    /** @return the atoms and bonds around an atom, in canonical order */
    String around(final int centre, final int radius) {
        final int[] inside = bonds.bondsAround(centre, radius);
        if (inside.length == 0) {
            return symbols[centre];
        }
        final Int_Vect atoms = vector(bonds.around(centre, radius));
        final Int_Vect between = vector(inside);
        final Str_Vect atomSymbols = vector(symbols);
        final Str_Vect bondSymbols = vector(bonds.symbols());
        try {
            return RDKFuncs.MolFragmentToSmiles(molecule, atoms, between, atomSymbols, bondSymbols, false);
        } finally {
            bondSymbols.delete();
            atomSymbols.delete();
            between.delete();
            atoms.delete();
        }
    }

    private static Int_Vect vector(final int[] numbers) {
        final var vector = new Int_Vect();
        Arrays.stream(numbers).forEach(vector::add);
        return vector;
    }

    private static Str_Vect vector(final String[] texts) {
        final var vector = new Str_Vect();
        Arrays.stream(texts).forEach(vector::add);
        return vector;
    }
}
