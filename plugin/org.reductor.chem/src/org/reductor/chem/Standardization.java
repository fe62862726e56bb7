/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.RDKit.Atom;
import org.RDKit.Bond_Vect;
import org.RDKit.RDKFuncs;
import org.RDKit.ROMol;
import org.RDKit.ROMol_Vect;
import org.RDKit.RWMol;

/**
 * What is done to a molecule before its features are made, so that salts and charged forms of one substance get the
 * same features. Written here on RDKit's basic functions, because its own MolStandardize reads data files that the Java
 * library does not come with, and leaks memory.
 *
 * @param largestFragment whether only the largest piece of a molecule of several is kept: the one with the most heavy
 *            atoms; of equals the heaviest, then the first by canonical SMILES
 * @param neutralize whether charges are taken away by adding or removing hydrogen
 */
public record Standardization(boolean largestFragment, boolean neutralize) {

    /** Nothing is done. */
    public static final Standardization NONE = new Standardization(false, false);

    /** Name of the recipe parameter; absent when nothing is done. */
    static final String PARAMETER = "standardize";

    private static final String LARGEST_FRAGMENT = "largest-fragment";

    private static final String NEUTRALIZE = "neutralize";

    /** @return the value of the recipe parameter, empty when nothing is done */
    String id() {
        final List<String> steps = new ArrayList<>();
        if (largestFragment) {
            steps.add(LARGEST_FRAGMENT);
        }
        if (neutralize) {
            steps.add(NEUTRALIZE);
        }
        return String.join(",", steps);
    }

    /**
     * @param id the value of the recipe parameter, {@code null} when there is none
     * @return what it says
     * @throws IllegalArgumentException when this version does not know it
     */
    static Standardization ofId(final String id) {
        if (id == null) {
            return NONE;
        }
        final List<String> steps = Arrays.asList(id.split(","));
        final var result = new Standardization(steps.contains(LARGEST_FRAGMENT), steps.contains(NEUTRALIZE));
        if (!result.id().equals(id)) {
            throw new IllegalArgumentException("The standardisation '" + id
                + "' is not known to this version of Reductor. Known steps: largest-fragment, neutralize.");
        }
        return result;
    }

    /** @return the same without taking the largest fragment, for texts of several molecules that all count */
    Standardization keepingAllFragments() {
        return new Standardization(false, neutralize);
    }

    /**
     * @param molecule a sanitised molecule, which belongs to this method from now on
     * @return the standardised one, which the caller must {@code delete()}
     */
    RWMol apply(final RWMol molecule) {
        RWMol result = molecule;
        try {
            if (largestFragment) {
                result = largestFragment(molecule);
            }
            if (neutralize && neutralizeAtoms(result)) {
                RDKFuncs.sanitizeMol(result);
            }
            return result;
        } catch (RuntimeException e) {
            result.delete();
            throw e;
        }
    }

    private static RWMol largestFragment(final RWMol molecule) {
        final ROMol_Vect fragments = RDKFuncs.getMolFrags(molecule);
        ROMol best = null;
        try {
            final int count = (int)fragments.size();
            if (count < 2) {
                return molecule;
            }
            for (int i = 0; i < count; i++) {
                final ROMol fragment = fragments.get(i);
                if (best == null || isLarger(fragment, best)) {
                    if (best != null) {
                        best.delete();
                    }
                    best = fragment;
                } else {
                    fragment.delete();
                }
            }
            final RWMol copy = new RWMol(best);
            molecule.delete();
            return copy;
        } finally {
            if (best != null) {
                best.delete();
            }
            fragments.delete();
        }
    }

    private static boolean isLarger(final ROMol a, final ROMol b) {
        int order = Long.compare(a.getNumHeavyAtoms(), b.getNumHeavyAtoms());
        if (order == 0) {
            order = Double.compare(RDKFuncs.calcAMW(a), RDKFuncs.calcAMW(b));
        }
        return order > 0 || order == 0 && a.MolToSmiles().compareTo(b.MolToSmiles()) < 0;
    }

    /**
     * Gives each anionic atom its hydrogen back, and takes one from each cationic atom that has one. Charges that
     * belong together, as in a nitro group, stay, and so do all anions beside a cation that has no hydrogen to give:
     * a betaine stays an inner salt. Charges of more than one stay too. After "Neutralizing molecules" of the RDKit
     * Cookbook (N. O'Boyle).
     */
    private static boolean neutralizeAtoms(final RWMol molecule) {
        final List<Atom> anions = new ArrayList<>();
        final List<Atom> cations = new ArrayList<>();
        boolean permanent = false;
        final long atoms = molecule.getNumAtoms();
        for (long i = 0; i < atoms; i++) {
            final Atom atom = molecule.getAtomWithIdx(i);
            final int charge = atom.getFormalCharge();
            if (charge == 0 || hasOppositeNeighbour(atom, charge)) {
                continue;
            }
            if (charge == -1) {
                anions.add(atom);
            } else if (charge == 1 && atom.getTotalNumHs() > 0) {
                cations.add(atom);
            } else {
                permanent |= charge > 0;
            }
        }
        cations.forEach(atom -> setCharge(atom, -1));
        if (!permanent) {
            anions.forEach(atom -> setCharge(atom, 1));
        }
        return !cations.isEmpty() || !permanent && !anions.isEmpty();
    }

    private static boolean hasOppositeNeighbour(final Atom atom, final int charge) {
        final Bond_Vect bonds = atom.getBonds();
        try {
            final int count = (int)bonds.size();
            for (int i = 0; i < count; i++) {
                if (bonds.get(i).getOtherAtom(atom).getFormalCharge() * charge < 0) {
                    return true;
                }
            }
            return false;
        } finally {
            bonds.delete();
        }
    }

    private static void setCharge(final Atom atom, final int hydrogens) {
        final long total = atom.getTotalNumHs() + hydrogens;
        atom.setFormalCharge(0);
        atom.setNoImplicit(true); // exactly these hydrogens, whatever the usual valence
        atom.setNumExplicitHs(total);
    }
}
