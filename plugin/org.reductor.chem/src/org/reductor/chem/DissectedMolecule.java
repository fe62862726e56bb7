/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which atoms of a molecule its features are about. Atoms are numbered as in the text of the molecule, unless it was
 * standardised first.
 *
 * @param atoms number of atoms
 * @param occurrences where the features stand; one feature may stand in several places
 * @param drawing the molecule, if that was asked for
 */
public record DissectedMolecule(int atoms, List<Occurrence> occurrences, Optional<MoleculeDrawing> drawing) {

    /**
     * One place where a feature stands.
     *
     * @param feature its index in the recipe
     * @param substructure tells different substructures of a feature apart; -1 if that cannot be told, and the atoms
     *            are then those of all places together
     * @param centre the atom in the middle, -1 if there is none
     * @param atoms all its atoms, ascending
     * @param smarts the substructure as SMARTS; empty if there is none, or it was not asked for
     */
    public record Occurrence(int feature, long substructure, int centre, int[] atoms, String smarts) {

        /** @return whether the substructure can be told from others */
        public boolean isKnown() {
            return substructure != FeatureAtoms.UNKNOWN;
        }
    }

    void write(final DataOutputStream out) throws IOException {
        out.writeInt(atoms);
        out.writeInt(occurrences.size());
        for (final Occurrence o : occurrences) {
            out.writeInt(o.feature);
            out.writeLong(o.substructure);
            out.writeShort(o.centre);
            out.writeShort(o.atoms.length);
            for (final int atom : o.atoms) {
                out.writeShort(atom);
            }
            out.writeUTF(o.smarts);
        }
        out.writeBoolean(drawing.isPresent());
        if (drawing.isPresent()) {
            drawing.get().write(out);
        }
    }

    static DissectedMolecule read(final DataInputStream in) throws IOException {
        final int atoms = in.readInt();
        final List<Occurrence> occurrences = new ArrayList<>();
        for (int count = in.readInt(); count > 0; count--) {
            final int feature = in.readInt();
            final long substructure = in.readLong();
            final int centre = in.readShort();
            final int[] own = new int[in.readShort()];
            for (int i = 0; i < own.length; i++) {
                own[i] = in.readShort();
            }
            occurrences.add(new Occurrence(feature, substructure, centre, own, in.readUTF()));
        }
        return new DissectedMolecule(atoms, occurrences,
            in.readBoolean() ? Optional.of(MoleculeDrawing.read(in)) : Optional.empty());
    }
}
