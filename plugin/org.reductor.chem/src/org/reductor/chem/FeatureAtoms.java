/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import org.RDKit.ROMol;

/** Tells which atoms of a molecule the bits or counts of a fingerprint are about. Implementations are immutable. */
interface FeatureAtoms {

    /** Stands in place of the identifier of a substructure that the fingerprint does not tell apart from others. */
    long UNKNOWN = -1;

    /** Hears of the atoms of features. */
    @FunctionalInterface
    interface Sink {

        /**
         * @param place the feature, its place in the block
         * @param substructure what the fingerprint knew it by before it was folded to a place; {@link #UNKNOWN} if that
         *            cannot be had, and the atoms are then those of all occurrences
         * @param centre the atom that all others are around, with {@code radius} bonds; -1 if there is none
         * @param radius bonds around the centre
         * @param atoms all atoms, ascending
         */
        void add(int place, long substructure, int centre, int radius, int[] atoms);
    }

    /**
     * @param molecule sanitised; stays the caller's to free
     * @param bonds of the molecule
     * @param sink hears of every feature that the molecule has
     */
    void find(ROMol molecule, BondTable bonds, Sink sink);
}
