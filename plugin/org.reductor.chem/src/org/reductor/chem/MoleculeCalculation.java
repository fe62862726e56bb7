/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.RDKit.RWMol;
import org.reductor.core.data.FeatureBlock;
import org.reductor.core.data.FeatureRecipe;

/**
 * From the text of a molecule to the features of one or more blocks: reading, standardising, describing.
 */
final class MoleculeCalculation implements MoleculeWork {

    private record Part(FeatureBlock block, MoleculeFeatures features, int offset) {
    }

    private final Standardization standardization;

    private final List<Part> parts = new ArrayList<>();

    private boolean needsOwnProcess;

    MoleculeCalculation(final Standardization standardization) {
        this.standardization = standardization;
        needsOwnProcess = standardization.canonicalTautomer();
    }

    /**
     * @param block the block
     * @param features its calculation, {@link MoleculeFeatures#NONE} when the molecule must only be readable
     * @param offset index of its first feature
     */
    void add(final FeatureBlock block, final MoleculeFeatures features, final int offset) {
        if (features != MoleculeFeatures.NONE) {
            parts.add(new Part(block, features, offset));
            needsOwnProcess |= FingerprintKind.isFingerprint(block.kind())
                && FingerprintKind.ofId(block.kind()).needsOwnProcess();
        }
    }

    /** It is the way through InChI (RDKit 2020.09.1 crashes at {@code [Si]S(O)(O)(O)C}) and some fingerprints. */
    @Override
    public boolean needsOwnProcess() {
        return needsOwnProcess;
    }

    /**
     * @param row receives the features
     * @param text SMILES or molblock, {@code null} when missing
     * @throws UnusableRowException with the reason in plain words
     */
    void addTo(final RowBuilder row, final String text) throws UnusableRowException {
        RWMol molecule = MoleculeReader.read(text);
        try {
            final RWMol read = molecule;
            molecule = null; // standardising takes it over
            molecule = standardization.apply(read);
            for (final Part part : parts) {
                add(part, molecule, row, text);
            }
        } catch (RuntimeException e) {
            throw unusable(text,
                RdkitMessages.reason(e).orElse("it cannot be standardised, and RDKit does not say why."));
        } finally {
            if (molecule != null) {
                molecule.delete();
            }
        }
    }

    private static void add(final Part part, final RWMol molecule, final RowBuilder row, final String text)
        throws UnusableRowException {
        try {
            part.features.add(molecule, part.offset, row);
        } catch (RuntimeException e) { // RDKit may refuse what it has read
            final Optional<String> reason = RdkitMessages.reason(e);
            throw unusable(text, UnusualBonds.first(molecule)
                .map(bond -> "the features '" + part.block.kind() + "' do not take its " + bond + ".")
                .or(() -> reason)
                .orElse("RDKit makes no features '" + part.block.kind() + "' of it and does not say why."));
        }
    }

    private static UnusableRowException unusable(final String text, final String reason) {
        return new UnusableRowException(
            "The features of " + MoleculeReader.named(text) + " cannot be calculated: " + reason);
    }

    /** Answers with the row, zeros and all: the asker leaves them out if it wants to. */
    @Override
    public void answer(final String text, final DataOutputStream out) throws UnusableRowException, IOException {
        final var row = new RowBuilder(true);
        addTo(row, text);
        row.write(out);
    }

    @Override
    public void write(final DataOutputStream out) throws IOException {
        out.writeUTF(standardization.id());
        out.writeInt(parts.size());
        for (final Part part : parts) {
            out.writeInt(part.offset);
            out.writeUTF(new FeatureRecipe(List.of(part.block)).toJson());
        }
    }

    static MoleculeCalculation read(final DataInputStream in) throws IOException {
        final var calculation = new MoleculeCalculation(Standardization.ofId(in.readUTF()));
        for (int count = in.readInt(); count > 0; count--) {
            final int offset = in.readInt();
            final FeatureBlock block = FeatureRecipe.fromJson(in.readUTF()).blocks().get(0);
            calculation.add(block, FeatureBlocks.isDraft(block) ? DescriptorBlock.unscaled(block)
                : Featurizer.molecules(block), offset);
        }
        return calculation;
    }
}
