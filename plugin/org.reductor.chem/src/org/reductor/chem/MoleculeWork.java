/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What is made of the text of a molecule with RDKit, in this process or, when it may crash, in another one. */
sealed interface MoleculeWork permits MoleculeCalculation, GroupCalculation, DissectionCalculation {

    /** Whether native code is used that has been seen to crash or hang at molecules that RDKit's own reader takes. */
    boolean needsOwnProcess();

    /** Whether this text needs such code; RDKit's reader of molblocks is of that kind by itself, that of SMILES not. */
    default boolean needsOwnProcess(final String text) {
        return text != null && (needsOwnProcess() || MoleculeReader.isMolblock(text));
    }

    /**
     * @param text SMILES or molblock
     * @param out receives what is made of it
     * @throws UnusableRowException with the reason in plain words
     */
    void answer(String text, DataOutputStream out) throws UnusableRowException, IOException;

    /** Writes what the constructor of the same work in another process needs. */
    void write(DataOutputStream out) throws IOException;

    /** @return what {@link #of} reads */
    default byte[] description() {
        final var bytes = new ByteArrayOutputStream();
        final var out = new DataOutputStream(bytes);
        try {
            out.writeUTF(getClass().getSimpleName());
            write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** @return the same work in another process */
    static MoleculeWork of(final byte[] description) throws IOException {
        final var in = new DataInputStream(new ByteArrayInputStream(description));
        return switch (in.readUTF()) {
            case "GroupCalculation" -> GroupCalculation.read(in);
            case "DissectionCalculation" -> DissectionCalculation.read(in);
            default -> MoleculeCalculation.read(in);
        };
    }
}
