/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import org.RDKit.Atom;
import org.RDKit.Bond;
import org.RDKit.RDKFuncs;
import org.RDKit.ROMol;
import org.RDKit.RWMol;

/**
 * What is left of a molecule without its side chains: the rings and what links them. Source: Bemis and Murcko, J. Med.
 * Chem. 1996, 39, 2887-2893. Stereo centres and isotopes do not count.
 */
final class Scaffold {

    private static final int CARBON = 6;

    private Scaffold() {
    }

    /**
     * The scaffold with its elements and bonds, as RDKit and most software that splits by scaffold understand it: atoms
     * at a double bond to a ring or linker, such as a carbonyl oxygen, belong to it.
     *
     * @param molecule a sanitised molecule; stays as it is
     * @return its canonical SMILES; empty for a molecule without a ring
     */
    static String of(final ROMol molecule) {
        final var plain = new RWMol(molecule);
        try {
            MoleculeLabels.remove(plain, false);
            return smiles(plain);
        } finally {
            plain.delete();
        }
    }

    /**
     * The graph framework of the paper: every atom counts as carbon, every bond as single, and only rings and linkers
     * stay. RDKit's {@code MakeScaffoldGeneric} of a scaffold differs: there a carbonyl oxygen remains as a branch.
     *
     * @param molecule a sanitised molecule; stays as it is
     * @return its canonical SMILES; empty for a molecule without a ring
     */
    static String genericOf(final ROMol molecule) {
        final var generic = new RWMol(molecule);
        try {
            MoleculeLabels.remove(generic, false);
            for (long i = 0; i < generic.getNumAtoms(); i++) {
                final Atom atom = generic.getAtomWithIdx(i);
                atom.setAtomicNum(CARBON);
                atom.setFormalCharge(0);
                atom.setNumRadicalElectrons(0);
                atom.setIsAromatic(false);
                atom.setNumExplicitHs(0);
                atom.setNoImplicit(false);
                atom.delete(); // only the wrapper: the atom belongs to the molecule
            }
            for (long i = 0; i < generic.getNumBonds(); i++) {
                final Bond bond = generic.getBondWithIdx(i);
                bond.setBondType(Bond.BondType.SINGLE);
                bond.setIsAromatic(false);
                bond.delete();
            }
            // Not strict: what was a metal or hypervalent may now be a carbon of more than four bonds.
            generic.updatePropertyCache(false);
            return smiles(generic);
        } finally {
            generic.delete();
        }
    }

    private static String smiles(final ROMol molecule) {
        final ROMol scaffold = RDKFuncs.MurckoDecompose(molecule);
        try {
            return scaffold.getNumAtoms() == 0 ? "" : scaffold.MolToSmiles(false);
        } finally {
            scaffold.delete();
        }
    }
}
