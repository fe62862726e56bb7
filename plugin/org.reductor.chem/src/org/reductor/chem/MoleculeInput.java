/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import java.util.ArrayList;
import java.util.List;

import org.RDKit.RWMol;
import org.reductor.core.data.FeatureBlock;

/** Blocks made from one molecule, or from the molecules of one role of a reaction, which is read once for all. */
final class MoleculeInput implements Input {

    private record Part(MoleculeFeatures features, int offset) {
    }

    private final SourceColumn source;

    private final MoleculeOptions options;

    private final List<Part> parts = new ArrayList<>();

    MoleculeInput(final FeatureBlock block) {
        source = SourceColumn.of(block);
        options = MoleculeOptions.of(block);
    }

    /** @return whether the block is made from the same molecule */
    boolean serves(final FeatureBlock block) {
        return source.equals(SourceColumn.of(block)) && options.equals(MoleculeOptions.of(block));
    }

    void add(final MoleculeFeatures features, final int offset) {
        parts.add(new Part(features, offset));
    }

    @Override
    public SourceColumn source() {
        return source;
    }

    @Override
    public void add(final Object value, final RowBuilder row) throws UnusableRowException {
        if (options.emptyAllowed() && isEmpty((String)value)) {
            return;
        }
        final String text = options.role() == null ? (String)value : options.role().of((String)value);
        if (options.role() != null && isEmpty(text)) {
            if (options.emptyAllowed()) {
                return;
            }
            throw new UnusableRowException("The reaction has no " + options.role().id() + ".");
        }
        try {
            addMolecule(text, row);
        } catch (UnusableRowException e) {
            throw options.role() == null ? e
                : new UnusableRowException("The " + options.role().id() + " of the reaction: " + e.getMessage());
        }
    }

    private static boolean isEmpty(final String text) {
        return text == null || text.isBlank();
    }

    private void addMolecule(final String text, final RowBuilder row) throws UnusableRowException {
        RWMol molecule = MoleculeReader.read(text);
        try {
            final RWMol read = molecule;
            molecule = null; // standardising takes it over
            molecule = options.standardization().apply(read);
            for (final Part part : parts) {
                part.features.add(molecule, part.offset, row);
            }
        } catch (RuntimeException e) { // RDKit may refuse what it has read, for example an atom without a known type
            throw new UnusableRowException("The features of " + MoleculeReader.quote(text.strip())
                + " cannot be calculated: " + MoleculeReader.oneLine(RdkitMessages.of(e)));
        } finally {
            if (molecule != null) {
                molecule.delete();
            }
        }
    }
}
