/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.RDKit.RWMol;
import org.reductor.chem.DissectedMolecule.Occurrence;
import org.reductor.core.data.FeatureBlock;
import org.reductor.core.data.FeatureRecipe;

/**
 * From the text of a molecule to the atoms of its features, and its drawing.
 *
 * @param standardization what is done to the molecule first, as for its features
 * @param blocks the blocks whose features have atoms
 * @param offsets index of the first feature of each
 * @param wanted the features that are looked for, ascending
 * @param smarts whether substructures are written as SMARTS
 * @param drawing whether the molecule is drawn
 */
record DissectionCalculation(Standardization standardization, List<FeatureBlock> blocks, int[] offsets, int[] wanted,
    boolean smarts, boolean drawing) implements MoleculeWork {

    /** @return what tells the atoms of a block's features; empty if nothing does */
    static Optional<FeatureAtoms> atoms(final FeatureBlock block) {
        if (!FingerprintKind.isFingerprint(block.kind())) {
            return Optional.empty();
        }
        final FingerprintKind kind = FingerprintKind.ofId(block.kind());
        return kind.atoms(block.width(), kind.hasRadius() ? Featurizer.radius(block) : 0);
    }

    /** Drawing is much code that has never seen most molecules: it may end its process, but not this one. */
    @Override
    public boolean needsOwnProcess() {
        return true;
    }

    DissectedMolecule dissect(final String text) throws UnusableRowException {
        RWMol molecule = MoleculeReader.read(text);
        try {
            final RWMol read = molecule;
            molecule = null; // standardising takes it over
            molecule = standardization.apply(read);
            final BondTable bonds = BondTable.of(molecule);
            return new DissectedMolecule(bonds.atoms(), occurrences(molecule, bonds),
                drawing ? MoleculeDrawing.of(molecule, bonds) : Optional.empty());
        } catch (RuntimeException e) { // RDKit may refuse what it has read
            throw new UnusableRowException("The atoms of " + MoleculeReader.named(text) + " cannot be found: "
                + RdkitMessages.reason(e).orElse("RDKit does not say why."));
        } finally {
            if (molecule != null) {
                molecule.delete();
            }
        }
    }

    private List<Occurrence> occurrences(final RWMol molecule, final BondTable bonds) {
        final List<Occurrence> found = new ArrayList<>();
        final Smarts writer = smarts ? new Smarts(molecule, bonds) : null;
        for (int b = 0; b < offsets.length; b++) {
            final int offset = offsets[b];
            atoms(blocks.get(b)).orElseThrow().find(molecule, bonds, (place, substructure, centre, radius, atoms) -> {
                if (Arrays.binarySearch(wanted, offset + place) >= 0) {
                    found.add(new Occurrence(offset + place, substructure, centre, atoms,
                        writer == null || centre < 0 ? "" : writer.around(centre, radius)));
                }
            });
        }
        return found;
    }

    @Override
    public void answer(final String text, final DataOutputStream out) throws UnusableRowException, IOException {
        dissect(text).write(out);
    }

    @Override
    public void write(final DataOutputStream out) throws IOException {
        out.writeUTF(standardization.id());
        out.writeInt(blocks.size());
        for (int b = 0; b < offsets.length; b++) {
            out.writeInt(offsets[b]);
            out.writeUTF(new FeatureRecipe(List.of(blocks.get(b))).toJson());
        }
        out.writeInt(wanted.length);
        for (final int feature : wanted) {
            out.writeInt(feature);
        }
        out.writeBoolean(smarts);
        out.writeBoolean(drawing);
    }

    static DissectionCalculation read(final DataInputStream in) throws IOException {
        final Standardization standardization = Standardization.ofId(in.readUTF());
        final int[] offsets = new int[in.readInt()];
        final List<FeatureBlock> blocks = new ArrayList<>();
        for (int b = 0; b < offsets.length; b++) {
            offsets[b] = in.readInt();
            blocks.add(FeatureRecipe.fromJson(in.readUTF()).blocks().get(0));
        }
        final int[] wanted = new int[in.readInt()];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = in.readInt();
        }
        return new DissectionCalculation(standardization, blocks, offsets, wanted, in.readBoolean(),
            in.readBoolean());
    }
}
