/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import org.RDKit.ExtraInchiReturnValues;
import org.RDKit.RDKFuncs;
import org.RDKit.RWMol;

/**
 * One form for all tautomers that differ in the place of mobile hydrogen, by way of the standard InChI, which does not
 * say where mobile hydrogen sits. RDKit's own enumerator of tautomers cannot be used: the Java library comes without
 * its rules. Keto and enol forms, whose hydrogen moves between carbon and oxygen, stay different, as they do in InChI, and
 * bonds to metals are cut.
 *
 * <p>RDKit 2020.09.1 leaks about 16 kB in each {@code InchiToMol}, and ends the process at some molecules. So this runs
 * in processes that are replaced after a while, see {@link MoleculeCalculation#needsOwnProcess}.
 */
final class CanonicalTautomer {

    private CanonicalTautomer() {
    }

    /**
     * @param molecule a sanitised molecule; stays as it is and belongs to the caller
     * @return the canonical form, which the caller must {@code delete()}; {@code null} if InChI has none
     */
    static RWMol of(final RWMol molecule) {
        final var remarks = new ExtraInchiReturnValues();
        final var remarksBack = new ExtraInchiReturnValues();
        try {
            final String inchi = RDKFuncs.MolToInchi(molecule, remarks);
            return inchi.isEmpty() ? null : RDKFuncs.InchiToMol(inchi, remarksBack);
        } finally {
            remarks.delete();
            remarksBack.delete();
        }
    }
}
