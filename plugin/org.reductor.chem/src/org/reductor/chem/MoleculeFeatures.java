/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import org.RDKit.ROMol;

/** What one block of a recipe makes of a molecule. Implementations are immutable and may be used by several threads. */
interface MoleculeFeatures {

    /** Only reads: for molecules that must be readable, but whose features are not wanted. */
    MoleculeFeatures NONE = (molecule, offset, row) -> {
    };

    /**
     * @param molecule a sanitised molecule; stays the caller's to free
     * @param offset index of the block's first feature
     * @param row receives the features, ascending from the offset on
     * @throws UnusableRowException when the molecule has none, with the reason in plain words
     */
    void add(ROMol molecule, int offset, RowBuilder row) throws UnusableRowException;
}
