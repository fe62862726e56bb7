/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import org.RDKit.Atom;
import org.RDKit.RDKFuncs;
import org.RDKit.RWMol;

/** Takes from a molecule what its canonical SMILES would say beyond atoms and bonds. */
final class MoleculeLabels {

    private MoleculeLabels() {
    }

    /**
     * @param molecule a sanitised molecule, which is changed: atom numbers of reactions go
     * @param stereo whether stereo centres, double bond geometry and isotopes stay
     */
    static void remove(final RWMol molecule, final boolean stereo) {
        for (long i = 0; i < molecule.getNumAtoms(); i++) {
            final Atom atom = molecule.getAtomWithIdx(i);
            atom.setAtomMapNum(0);
            if (!stereo) {
                atom.setIsotope(0);
            }
            atom.delete(); // only the wrapper: the atom belongs to the molecule
        }
        if (!stereo) {
            RDKFuncs.removeStereochemistry(molecule);
            RDKFuncs.removeHs(molecule); // deuterium was an atom of its own
        }
    }
}
