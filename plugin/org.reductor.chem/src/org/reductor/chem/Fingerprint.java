/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import java.util.function.IntConsumer;

import org.RDKit.ExplicitBitVect;
import org.RDKit.Int_Vect;
import org.RDKit.ROMol;

/**
 * A way to describe a molecule by a fixed number of bits. Each kind is one small subclass; {@link FingerprintKind}
 * names them. Instances are immutable and may be used from several threads.
 */
abstract class Fingerprint implements MoleculeFeatures {

    private final int width;

    Fingerprint(final int width) {
        this.width = width;
    }

    /** @return the number of bits */
    final int width() {
        return width;
    }

    /** @return RDKit's bit vector of the molecule; the caller frees it */
    abstract ExplicitBitVect bits(ROMol molecule);

    @Override
    public final void add(final ROMol molecule, final int offset, final RowBuilder row) {
        forEachBit(bits(molecule), bit -> row.add(offset + bit));
    }

    /**
     * @param bits RDKit's bit vector, which is freed
     * @param action hears of each set bit, ascending
     */
    static void forEachBit(final ExplicitBitVect bits, final IntConsumer action) {
        try {
            final Int_Vect on = bits.getOnBits();
            try {
                final int size = (int)on.size();
                for (int i = 0; i < size; i++) {
                    action.accept(on.get(i));
                }
            } finally {
                on.delete();
            }
        } finally {
            bits.delete();
        }
    }
}
