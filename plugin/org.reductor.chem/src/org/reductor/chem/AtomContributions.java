/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;

/**
 * Passes what features contribute on to the atoms that they are about. An atom has the mean over the features that it
 * takes part in, in which a feature of {@code n} atoms weighs {@code 1 / n}: a bit that is about one atom says more of
 * it than one that is about ten. Why, and how well the right atoms come out: docs/explaining.md.
 */
public final class AtomContributions {

    private AtomContributions() {
    }

    /**
     * @param molecule a molecule and the atoms of its features
     * @param features features, ascending
     * @param contributions what each of them contributes
     * @return one number an atom; 0 if it takes part in no feature
     */
    public static double[] of(final DissectedMolecule molecule, final int[] features, final double[] contributions) {
        final double[] sums = new double[molecule.atoms()];
        final double[] weights = new double[sums.length];
        atomsOf(molecule).forEach((feature, atoms) -> {
            final int at = Arrays.binarySearch(features, feature);
            if (at >= 0) {
                final double weight = 1.0 / atoms.cardinality();
                atoms.stream().forEach(atom -> {
                    sums[atom] += weight * contributions[at];
                    weights[atom] += weight;
                });
            }
        });
        for (int atom = 0; atom < sums.length; atom++) {
            sums[atom] = weights[atom] == 0 ? 0 : sums[atom] / weights[atom];
        }
        return sums;
    }

    /** A feature that stands in several places is about the atoms of all: switched off, it is gone from all. */
    private static Map<Integer, BitSet> atomsOf(final DissectedMolecule molecule) {
        final Map<Integer, BitSet> atoms = new TreeMap<>();
        molecule.occurrences().forEach(o -> {
            final BitSet of = atoms.computeIfAbsent(o.feature(), feature -> new BitSet());
            Arrays.stream(o.atoms()).forEach(of::set);
        });
        return atoms;
    }
}
