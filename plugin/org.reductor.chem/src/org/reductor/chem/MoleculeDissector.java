/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.reductor.core.data.FeatureBlock;
import org.reductor.core.data.FeatureRecipe;

/**
 * Finds the atoms that the features of a recipe are about, and draws the molecules. It always works in a process of its
 * own, see {@link org.reductor.chem.worker}. Safe to use from several threads.
 */
public final class MoleculeDissector {

    /** What is told beside the atoms. */
    public enum Detail {
        /** Nothing. */
        ATOMS,
        /** A drawing. */
        DRAWING,
        /** A drawing, and substructures as SMARTS. */
        SUBSTRUCTURES
    }

    /**
     * A molecule of a row: that of a column, or of a role of a reaction.
     *
     * @param column name of the column
     * @param role the role, empty if the column holds molecules
     */
    public record Molecule(String column, String role) {

        /** @return what people call it */
        public String label() {
            return role.isEmpty() ? column : column + " (" + role + ")";
        }
    }

    private record Part(Molecule molecule, SourceColumn source, MoleculeOptions options,
        IsolatedCalculation calculation) {
    }

    private final List<Part> parts = new ArrayList<>();

    private final List<SourceColumn> sources;

    /**
     * @param recipe how features are made
     * @param wanted the features whose atoms are looked for, ascending
     * @param detail what is told beside the atoms
     * @param cancelled whether nobody waits any more: a molecule that takes long is then given up with a
     *            {@link java.util.concurrent.CancellationException}; asked by another thread
     * @throws IllegalArgumentException when a block is not known to this version; the message names it
     * @throws IllegalStateException when RDKit cannot be used on this machine; the message says what to do
     */
    public MoleculeDissector(final FeatureRecipe recipe, final int[] wanted, final Detail detail,
        final BooleanSupplier cancelled) {
        sources = Featurizer.sources(recipe);
        for (final FeatureBlock first : firstBlocks(recipe)) {
            parts.add(new Part(molecule(first), SourceColumn.of(first), MoleculeOptions.of(first),
                new IsolatedCalculation(calculation(recipe.blocks(), first, wanted, detail), cancelled)));
        }
        if (!parts.isEmpty()) {
            RdkitLibrary.ensureLoaded();
            parts.get(0).calculation.prepare();
        }
    }

    private static DissectionCalculation calculation(final List<FeatureBlock> blocks, final FeatureBlock first,
        final int[] wanted, final Detail detail) {
        final List<FeatureBlock> own = new ArrayList<>();
        final List<Integer> offsets = new ArrayList<>();
        int offset = 0;
        for (final FeatureBlock block : blocks) {
            if (hasAtoms(block) && sameMolecule(first, block)) {
                own.add(block);
                offsets.add(offset);
            }
            offset += block.width();
        }
        return new DissectionCalculation(MoleculeOptions.of(first).standardization(), own,
            offsets.stream().mapToInt(Integer::intValue).toArray(), wanted, detail == Detail.SUBSTRUCTURES,
            detail != Detail.ATOMS);
    }

    /** @return whether it can be told which atoms the features of a block are about */
    public static boolean hasAtoms(final FeatureBlock block) {
        return DissectionCalculation.atoms(block).isPresent();
    }

    /**
     * @return why it cannot be told which atoms the features of a block are about, as a sentence; empty if it can
     */
    public static Optional<String> noAtoms(final FeatureBlock block) {
        if (hasAtoms(block)) {
            return Optional.empty();
        }
        if (FingerprintKind.isFingerprint(block.kind())) {
            return Optional.of("RDKit's Java library does not tell which atoms set a bit of this fingerprint.");
        }
        return Optional.of(switch (block.kind()) {
            case FeatureBlocks.DESCRIPTORS -> "A descriptor is about the whole molecule.";
            case FeatureBlocks.ONE_HOT -> "A category has no atoms.";
            case FeatureBlock.NUMERIC -> "A number has no atoms.";
            default -> "It was made by another node, which does not tell how.";
        });
    }

    /** @return the molecules of a row that features are made from, in the order of the recipe */
    public List<Molecule> molecules() {
        return parts.stream().map(Part::molecule).toList();
    }

    /** @return the same before a dissector is needed */
    public static List<Molecule> molecules(final FeatureRecipe recipe) {
        return firstBlocks(recipe).stream().map(MoleculeDissector::molecule).toList();
    }

    /** The first block of each molecule. */
    private static List<FeatureBlock> firstBlocks(final FeatureRecipe recipe) {
        final List<FeatureBlock> first = new ArrayList<>();
        for (final FeatureBlock block : recipe.blocks()) {
            if (FeatureBlocks.isOfMolecules(block) && first.stream().noneMatch(other -> sameMolecule(other, block))) {
                first.add(block);
            }
        }
        return first;
    }

    private static boolean sameMolecule(final FeatureBlock one, final FeatureBlock other) {
        return SourceColumn.of(one).equals(SourceColumn.of(other))
            && MoleculeOptions.of(one).equals(MoleculeOptions.of(other));
    }

    private static Molecule molecule(final FeatureBlock block) {
        final ReactionRole role = MoleculeOptions.of(block).role();
        return new Molecule(block.column(), role == null ? "" : role.id());
    }

    /**
     * @param molecule number of a molecule of {@link #molecules}
     * @param values one for each of {@link Featurizer#sources}, as for the featurizer
     * @return its atoms; empty if it is missing and may be
     * @throws UnusableRowException with the reason in plain words
     * @throws IllegalStateException when no process can be started
     */
    public Optional<DissectedMolecule> dissect(final int molecule, final Object... values)
        throws UnusableRowException {
        final Part part = parts.get(molecule);
        final String text = part.options.text((String)values[sources.indexOf(part.source)]);
        if (text == null) {
            if (part.options.emptyAllowed()) {
                return Optional.empty();
            }
            throw new UnusableRowException("The molecule is missing.");
        }
        try {
            return Optional.of(part.calculation.ask(text, DissectedMolecule::read));
        } catch (UnusableRowException e) {
            throw part.options.about(e);
        }
    }
}
