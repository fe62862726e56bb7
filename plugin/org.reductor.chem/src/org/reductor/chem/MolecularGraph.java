/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import java.util.Arrays;

import org.RDKit.Atom;
import org.RDKit.Bond;
import org.RDKit.ROMol;

/**
 * The atoms and bonds of a molecule as arrays: asking RDKit for each of them again is what takes time.
 *
 * @param elements atomic number of each atom, 0 for a dummy
 * @param hydrogens number of each atom's hydrogens that are not atoms of their own
 * @param radicals number of each atom's unpaired electrons
 * @param neighbours indices of the atoms that each atom is bound to; hydrogen atoms have none and are none
 */
record MolecularGraph(int[] elements, int[] hydrogens, int[] radicals, int[][] neighbours) {

    private static final int HYDROGEN = 1;

    static MolecularGraph of(final ROMol molecule) {
        final int size = (int)molecule.getNumAtoms();
        final var graph = new MolecularGraph(new int[size], new int[size], new int[size], new int[size][]);
        Arrays.fill(graph.neighbours, new int[0]);
        for (int i = 0; i < size; i++) {
            final Atom atom = molecule.getAtomWithIdx(i);
            graph.elements[i] = atom.getAtomicNum();
            graph.hydrogens[i] = (int)atom.getTotalNumHs();
            graph.radicals[i] = (int)atom.getNumRadicalElectrons();
            atom.delete();
        }
        final int bonds = (int)molecule.getNumBonds();
        for (int b = 0; b < bonds; b++) {
            final Bond bond = molecule.getBondWithIdx(b);
            graph.connect((int)bond.getBeginAtomIdx(), (int)bond.getEndAtomIdx());
            bond.delete();
        }
        return graph;
    }

    private void connect(final int a, final int b) {
        if (elements[a] != HYDROGEN && elements[b] != HYDROGEN) {
            neighbours[a] = with(neighbours[a], b);
            neighbours[b] = with(neighbours[b], a);
        }
    }

    private static int[] with(final int[] atoms, final int atom) {
        final int[] more = Arrays.copyOf(atoms, atoms.length + 1);
        more[atoms.length] = atom;
        return more;
    }

    int size() {
        return elements.length;
    }

    /** @return number of atoms of an element; of hydrogen, those that are written as atoms only */
    int count(final int element) {
        int count = 0;
        for (final int e : elements) {
            count += e == element ? 1 : 0;
        }
        return count;
    }
}
