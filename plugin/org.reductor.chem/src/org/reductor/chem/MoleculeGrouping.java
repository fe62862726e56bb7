/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

/**
 * Which molecules belong together in a split, each told by a text that they share.
 *
 * @param by what molecules of a group have in common
 * @param standardization what is done to a molecule first
 * @param stereo whether stereoisomers and isotopes are different molecules; scaffolds never have either
 * @param ringless what becomes of a molecule without a scaffold
 */
public record MoleculeGrouping(By by, Standardization standardization, boolean stereo, Ringless ringless) {

    /** The group of all molecules without a ring. No SMILES is like it. */
    public static final String NO_RING = "(no ring)";

    /** What molecules of a group have in common. */
    public enum By {
        /** Rings and linkers with their elements and bonds, see {@link Scaffold#of}. */
        SCAFFOLD,
        /** Rings and linkers as a graph, see {@link Scaffold#genericOf}. */
        GENERIC_SCAFFOLD,
        /** All: the canonical SMILES. */
        MOLECULE
    }

    /** What becomes of a molecule without a scaffold. */
    public enum Ringless {
        /** It is grouped with equal molecules only, by canonical SMILES. */
        BY_MOLECULE,
        /** All of them are the group {@link MoleculeGrouping#NO_RING}. */
        TOGETHER
    }
}
