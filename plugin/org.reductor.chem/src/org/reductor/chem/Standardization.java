/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.RDKit.RDKFuncs;
import org.RDKit.ROMol;
import org.RDKit.ROMol_Vect;
import org.RDKit.RWMol;

/**
 * What is done to a molecule before its features are made, so that salts and charged forms of one substance get the
 * same features. Written here on RDKit's basic functions, because its own MolStandardize reads data files that the Java
 * library does not come with, leaks memory, and in this version has no canonical tautomer.
 *
 * @param largestFragment whether only the largest piece of a molecule of several is kept: the one with the most heavy
 *            atoms; of equals the heaviest, then the first by canonical SMILES
 * @param neutralize whether charges are taken away by adding or removing hydrogen
 * @param canonicalTautomer whether mobile hydrogen is put in its canonical place, see {@link CanonicalTautomer}
 */
public record Standardization(boolean largestFragment, boolean neutralize, boolean canonicalTautomer) {

    /** Nothing is done. */
    public static final Standardization NONE = new Standardization(false, false, false);

    /** Name of the recipe parameter; absent when nothing is done. */
    static final String PARAMETER = "standardize";

    private static final String LARGEST_FRAGMENT = "largest-fragment";

    private static final String NEUTRALIZE = "neutralize";

    private static final String CANONICAL_TAUTOMER = "canonical-tautomer";

    /** @return the value of the recipe parameter, empty when nothing is done */
    String id() {
        final List<String> steps = new ArrayList<>();
        if (largestFragment) {
            steps.add(LARGEST_FRAGMENT);
        }
        if (neutralize) {
            steps.add(NEUTRALIZE);
        }
        if (canonicalTautomer) {
            steps.add(CANONICAL_TAUTOMER);
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
        final var result = new Standardization(steps.contains(LARGEST_FRAGMENT), steps.contains(NEUTRALIZE),
            steps.contains(CANONICAL_TAUTOMER));
        if (!result.id().equals(id)) {
            throw new IllegalArgumentException("The standardisation '" + id
                + "' is not known to this version of Reductor. Known steps: largest-fragment, neutralize, "
                + "canonical-tautomer.");
        }
        return result;
    }

    /** @return the same without taking the largest fragment, for texts of several molecules that all count */
    Standardization keepingAllFragments() {
        return new Standardization(false, neutralize, canonicalTautomer);
    }

    /**
     * @param molecule a sanitised molecule, which belongs to this method from now on
     * @return the standardised one, which the caller must {@code delete()}
     * @throws UnusableRowException if InChI, which finds the canonical tautomer, cannot take the molecule
     */
    RWMol apply(final RWMol molecule) throws UnusableRowException {
        RWMol result = molecule;
        try {
            if (largestFragment) {
                result = largestFragment(molecule);
            }
            if (neutralize) {
                Neutralization.apply(result);
            }
            return canonicalTautomer ? canonicalTautomer(result) : result;
        } catch (RuntimeException | UnusableRowException e) {
            result.delete();
            throw e;
        }
    }

    private static RWMol canonicalTautomer(final RWMol molecule) throws UnusableRowException {
        final RWMol canonical = CanonicalTautomer.of(molecule);
        if (canonical == null) {
            throw new UnusableRowException("The molecule has no canonical tautomer, because InChI cannot take it.");
        }
        molecule.delete();
        return canonical;
    }

    private static RWMol largestFragment(final RWMol molecule) {
        final ROMol_Vect fragments = RDKFuncs.getMolFrags(molecule);
        final List<ROMol> found = new ArrayList<>();
        try {
            final int count = (int)fragments.size();
            if (count < 2) {
                return molecule;
            }
            for (int i = 0; i < count; i++) {
                found.add(fragments.get(i));
            }
            ROMol best = found.get(0);
            for (final ROMol fragment : found) {
                best = isLarger(fragment, best) ? fragment : best;
            }
            final RWMol copy = new RWMol(best);
            molecule.delete();
            return copy;
        } finally {
            found.forEach(ROMol::delete);
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
}
