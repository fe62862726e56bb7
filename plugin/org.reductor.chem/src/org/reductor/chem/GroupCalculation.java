/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.RDKit.RWMol;
import org.reductor.chem.MoleculeGrouping.By;
import org.reductor.chem.MoleculeGrouping.Ringless;

/** From the text of a molecule to its group. */
record GroupCalculation(MoleculeGrouping grouping) implements MoleculeWork {

    @Override
    public boolean needsOwnProcess() {
        return grouping.standardization().canonicalTautomer();
    }

    /**
     * @param text SMILES or molblock; {@code null} for a missing value
     * @return the text of its group
     * @throws UnusableRowException with the reason in plain words
     */
    String group(final String text) throws UnusableRowException {
        RWMol molecule = MoleculeReader.read(text);
        try {
            final RWMol read = molecule;
            molecule = null; // standardising takes it over
            molecule = grouping.standardization().apply(read);
            return group(molecule);
        } catch (RuntimeException e) { // RDKit may refuse what it has read
            throw new UnusableRowException("The group of " + MoleculeReader.named(text) + " cannot be found: "
                + RdkitMessages.reason(e).orElse("RDKit does not say why."));
        } finally {
            if (molecule != null) {
                molecule.delete();
            }
        }
    }

    private String group(final RWMol molecule) {
        final String scaffold = switch (grouping.by()) {
            case SCAFFOLD -> Scaffold.of(molecule);
            case GENERIC_SCAFFOLD -> Scaffold.genericOf(molecule);
            case MOLECULE -> "";
        };
        if (!scaffold.isEmpty()) {
            return scaffold;
        }
        if (grouping.by() != By.MOLECULE && grouping.ringless() == Ringless.TOGETHER) {
            return MoleculeGrouping.NO_RING;
        }
        MoleculeLabels.remove(molecule, grouping.stereo());
        return molecule.MolToSmiles(grouping.stereo());
    }

    @Override
    public void answer(final String text, final DataOutputStream out) throws UnusableRowException, IOException {
        out.write(group(text).getBytes(StandardCharsets.UTF_8));
    }

    /** @return the group, as {@link #answer} has written it */
    static String readAnswer(final DataInputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    @Override
    public void write(final DataOutputStream out) throws IOException {
        out.writeUTF(grouping.by().name());
        out.writeUTF(grouping.standardization().id());
        out.writeBoolean(grouping.stereo());
        out.writeUTF(grouping.ringless().name());
    }

    static GroupCalculation read(final DataInputStream in) throws IOException {
        return new GroupCalculation(new MoleculeGrouping(By.valueOf(in.readUTF()), Standardization.ofId(in.readUTF()),
            in.readBoolean(), Ringless.valueOf(in.readUTF())));
    }
}
