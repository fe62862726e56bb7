/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.RDKit.Atom;
import org.RDKit.Bond;
import org.RDKit.Bond_Vect;
import org.RDKit.RDKFuncs;
import org.RDKit.RWMol;

/**
 * Takes charges away by giving hydrogen to anionic atoms and taking it from cationic ones, so that an acid and its anion,
 * or an amine and its salt, are the same molecule. The idea is that of "Neutralizing molecules" in the RDKit Cookbook
 * (N. O'Boyle); unlike it, hydrogen goes only where there is room for it: never to a tetrafluoroborate.
 * <p>
 * Charges that belong together, as in a nitro group, stay. Where the molecule has a cation without hydrogen to give, all
 * anions stay, and the other way round: a betaine stays an inner salt.
 */
final class Neutralization {

    /** By atomic number: bonds of an atom without a charge, in elements whose anions take up hydrogen. */
    private static final Map<Integer, Integer> BONDS = Map.ofEntries(Map.entry(6, 4), Map.entry(7, 3), Map.entry(8, 2),
        Map.entry(9, 1), Map.entry(15, 3), Map.entry(16, 2), Map.entry(17, 1), Map.entry(33, 3), Map.entry(34, 2),
        Map.entry(35, 1), Map.entry(53, 1));

    /** Atomic numbers of the elements whose cations are protonated lone pairs. */
    private static final Set<Integer> WITH_LONE_PAIR = Set.of(7, 8, 15, 16, 33, 34);

    private final RWMol molecule;

    private final List<Long> acids = new ArrayList<>();

    private final List<Long> bases = new ArrayList<>();

    private boolean fixedCations;

    private boolean fixedAnions;

    private Neutralization(final RWMol molecule) {
        this.molecule = molecule;
    }

    /** @param molecule a sanitised molecule; is changed, and sanitised again where it was */
    static void apply(final RWMol molecule) {
        final var neutralization = new Neutralization(molecule);
        neutralization.sortAtoms();
        neutralization.moveHydrogen();
    }

    private void sortAtoms() {
        final long count = molecule.getNumAtoms();
        for (long i = 0; i < count; i++) {
            final Atom atom = molecule.getAtomWithIdx(i);
            try {
                final int charge = atom.getFormalCharge();
                if (charge != 0 && !hasOppositeNeighbour(atom, charge)) {
                    sort(i, atom, charge);
                }
            } finally {
                atom.delete(); // only the wrapper: the atom belongs to the molecule
            }
        }
    }

    private void sort(final long index, final Atom atom, final int charge) {
        final int element = atom.getAtomicNum();
        if (charge == 1 && WITH_LONE_PAIR.contains(element) && atom.getTotalNumHs() > 0) {
            acids.add(index);
        } else if (charge == -1 && atom.getTotalDegree() < BONDS.getOrDefault(element, 0)) {
            bases.add(index);
        } else {
            fixedCations |= charge > 0;
            fixedAnions |= charge < 0;
        }
    }

    private static boolean hasOppositeNeighbour(final Atom atom, final int charge) {
        final Bond_Vect bonds = atom.getBonds();
        try {
            final int count = (int)bonds.size();
            for (int i = 0; i < count; i++) {
                final Bond bond = bonds.get(i);
                final Atom other = bond.getOtherAtom(atom);
                final int otherCharge = other.getFormalCharge();
                other.delete();
                bond.delete();
                if (otherCharge * charge < 0) {
                    return true;
                }
            }
            return false;
        } finally {
            bonds.delete();
        }
    }

    private void moveHydrogen() {
        if (!fixedAnions) {
            acids.forEach(atom -> discharge(atom, -1));
        }
        if (!fixedCations) {
            bases.forEach(atom -> discharge(atom, 1));
        }
        if (!fixedAnions && !acids.isEmpty() || !fixedCations && !bases.isEmpty()) {
            RDKFuncs.sanitizeMol(molecule);
        }
    }

    private void discharge(final long index, final int hydrogens) {
        final Atom atom = molecule.getAtomWithIdx(index);
        final long total = atom.getTotalNumHs() + hydrogens;
        atom.setFormalCharge(0);
        atom.setNoImplicit(true); // exactly these hydrogens, whatever the usual valence
        atom.setNumExplicitHs(total);
        atom.delete();
    }
}
