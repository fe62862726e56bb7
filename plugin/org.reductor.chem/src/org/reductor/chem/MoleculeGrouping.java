/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import org.RDKit.RWMol;

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

    /**
     * @param text SMILES or molblock; {@code null} for a missing value
     * @return the text of its group: a SMILES, or {@link #NO_RING}
     * @throws UnusableRowException with the reason in plain words
     * @throws IllegalStateException when RDKit cannot be used on this machine; the message says what to do
     */
    public String group(final String text) throws UnusableRowException {
        RdkitLibrary.ensureLoaded();
        final RWMol molecule = standardization.apply(MoleculeReader.read(text));
        try {
            final String scaffold = switch (by) {
                case SCAFFOLD -> Scaffold.of(molecule);
                case GENERIC_SCAFFOLD -> Scaffold.genericOf(molecule);
                case MOLECULE -> "";
            };
            if (!scaffold.isEmpty()) {
                return scaffold;
            }
            return by != By.MOLECULE && ringless == Ringless.TOGETHER ? NO_RING : canonical(molecule);
        } catch (RuntimeException e) { // RDKit may refuse what it has read
            throw new UnusableRowException("The group of " + MoleculeReader.quote(text.strip())
                + " cannot be found: " + MoleculeReader.oneLine(RdkitMessages.of(e)));
        } finally {
            molecule.delete();
        }
    }

    private String canonical(final RWMol molecule) {
        MoleculeLabels.remove(molecule, stereo);
        return molecule.MolToSmiles(stereo);
    }
}
