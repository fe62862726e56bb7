/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import org.RDKit.RDKFuncs;

/**
 * Shape indices by Hall and Kier, Rev. Comput. Chem. 1991, 2, 367-422, as RDKit calculates them, from paths that are
 * counted faster. A is the number of heavy atoms, P of paths, alpha the sum of what the atoms differ from sp3 carbon.
 */
final class Kappa {

    private Kappa() {
    }

    static double second(final DescribedMolecule molecule) {
        final double alpha = RDKFuncs.calcHallKierAlpha(molecule.molecule());
        final double atoms = molecule.molecule().getNumHeavyAtoms();
        return of(atoms + alpha - 1, atoms + alpha - 2, molecule.paths().count(2) + alpha);
    }

    static double third(final DescribedMolecule molecule) {
        final double alpha = RDKFuncs.calcHallKierAlpha(molecule.molecule());
        final long atoms = molecule.molecule().getNumHeavyAtoms();
        return of(atoms + alpha - (atoms % 2 == 1 ? 1 : 2), atoms + alpha - 3, molecule.paths().count(3) + alpha);
    }

    static double flexibility(final DescribedMolecule molecule) {
        final long atoms = molecule.molecule().getNumHeavyAtoms();
        return atoms == 0 ? 0 : RDKFuncs.calcKappa1(molecule.molecule()) * second(molecule) / atoms;
    }

    private static double of(final double single, final double squared, final double paths) {
        return paths == 0 ? 0 : single * squared * squared / (paths * paths);
    }
}
