/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

import org.RDKit.Bond;
import org.RDKit.Bond.BondType;
import org.RDKit.ROMol;

/**
 * The bonds of a molecule, those to written hydrogen atoms included.
 *
 * @param ends the two atoms of each bond, in RDKit's order
 * @param symbols what stands for each in SMARTS
 * @param bondsOf numbers of the bonds of each atom
 */
record BondTable(int[][] ends, String[] symbols, List<List<Integer>> bondsOf) {

    static BondTable of(final ROMol molecule) {
        final int count = (int)molecule.getNumBonds();
        final int[][] ends = new int[count][];
        final String[] symbols = new String[count];
        final List<List<Integer>> bondsOf = new ArrayList<>();
        for (long i = 0; i < molecule.getNumAtoms(); i++) {
            bondsOf.add(new ArrayList<>());
        }
        for (int b = 0; b < count; b++) {
            final Bond bond = molecule.getBondWithIdx(b);
            ends[b] = new int[]{(int)bond.getBeginAtomIdx(), (int)bond.getEndAtomIdx()};
            symbols[b] = symbol(bond.getBondType());
            bond.delete(); // only the wrapper: the bond belongs to the molecule
            bondsOf.get(ends[b][0]).add(b);
            bondsOf.get(ends[b][1]).add(b);
        }
        return new BondTable(ends, symbols, bondsOf);
    }

    private static String symbol(final BondType type) {
        return type == BondType.SINGLE ? "-" : type == BondType.DOUBLE ? "=" : type == BondType.TRIPLE ? "#"
            : type == BondType.AROMATIC ? ":" : "~";
    }

    int atoms() {
        return bondsOf.size();
    }

    /** @return the atoms that are at most so many bonds away from one, itself included, ascending */
    int[] around(final int centre, final int radius) {
        return spread(centre, radius, new BitSet());
    }

    /** @return the bonds by which they are reached, ascending: of those between the outermost atoms none */
    int[] bondsAround(final int centre, final int radius) {
        final BitSet bonds = new BitSet();
        spread(centre, radius, bonds);
        return bonds.stream().toArray();
    }

    private int[] spread(final int centre, final int radius, final BitSet bonds) {
        final BitSet reached = new BitSet();
        reached.set(centre);
        int[] edge = {centre};
        for (int step = 0; step < radius && edge.length > 0; step++) {
            final BitSet next = new BitSet();
            for (final int atom : edge) {
                for (final int bond : bondsOf.get(atom)) {
                    bonds.set(bond);
                    next.set(ends[bond][0] == atom ? ends[bond][1] : ends[bond][0]);
                }
            }
            next.andNot(reached);
            reached.or(next);
            edge = next.stream().toArray();
        }
        return reached.stream().toArray();
    }

    @Override
    public String toString() {
        return Arrays.deepToString(ends);
    }
}
