/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import java.util.Map;
import java.util.Optional;

import org.RDKit.Atom;
import org.RDKit.Bond;
import org.RDKit.Bond.BondType;
import org.RDKit.ROMol;

/**
 * Bonds that do not count for the valence of an atom. Fingerprints that look at an atom's pi electrons, which are its
 * valence less its bonds, stumble over them: RDKit's {@code numPiElectrons} breaks off with the invariant "explicit
 * valence exceeds atom degree", which its Java library reports as "Unknown exception".
 */
final class UnusualBonds {

    private static final Map<BondType, String> NAMES = Map.of(BondType.DATIVE, "dative", BondType.DATIVEONE, "dative",
        BondType.DATIVEL, "dative", BondType.DATIVER, "dative", BondType.ZERO, "zero-order", BondType.HYDROGEN,
        "hydrogen", BondType.IONIC, "ionic", BondType.UNSPECIFIED, "unspecified", BondType.OTHER, "unspecified",
        BondType.THREECENTER, "three-centre");

    private UnusualBonds() {
    }

    /**
     * @param molecule a molecule; stays the caller's to free
     * @return what the first such bond is called, for example "dative bond between N and Pt"; nothing if there is none
     */
    static Optional<String> first(final ROMol molecule) {
        final long count = molecule.getNumBonds();
        for (long i = 0; i < count; i++) {
            final Bond bond = molecule.getBondWithIdx(i);
            try {
                final String name = NAMES.get(bond.getBondType());
                if (name != null) {
                    return Optional.of(
                        name + " bond between " + symbol(bond.getBeginAtom()) + " and " + symbol(bond.getEndAtom()));
                }
            } finally {
                bond.delete(); // only the wrapper: the bond belongs to the molecule
            }
        }
        return Optional.empty();
    }

    private static String symbol(final Atom atom) {
        try {
            return atom.getSymbol();
        } finally {
            atom.delete();
        }
    }
}
