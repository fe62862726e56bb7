/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import java.util.concurrent.atomic.AtomicIntegerArray;

import org.RDKit.RDKFuncs;
import org.RDKit.RWMol;

/** The outer electrons of the elements as RDKit counts them; its Java library does not tell, so it is asked once. */
final class ValenceElectrons {

    private static final int UNKNOWN = 0;

    /** One more than the number, by atomic number. */
    private static final AtomicIntegerArray KNOWN = new AtomicIntegerArray(256);

    private ValenceElectrons() {
    }

    /** @return the number of outer electrons of the neutral atom */
    static int of(final int element) {
        final int known = KNOWN.get(element);
        if (known != UNKNOWN) {
            return known - 1;
        }
        final int electrons = ask(element);
        KNOWN.set(element, electrons + 1);
        return electrons;
    }

    /** A bare atom's Chi0n is 1 / sqrt(outer electrons), 0 where there are none. */
    private static int ask(final int element) {
        final RWMol atom = RWMol.MolFromSmiles("[#" + element + "]");
        try {
            final double chi = RDKFuncs.calcChi0n(atom);
            return chi == 0 ? 0 : (int)Math.round(1 / (chi * chi));
        } finally {
            atom.delete();
        }
    }
}
