/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.RDKit.RWMol;
import org.reductor.core.data.FeatureBlock;
import org.reductor.core.data.FeatureRecipe;

/**
 * Turns molecules into the positions of set bits, as a {@link FeatureRecipe} says. A model file carries its recipe, so
 * that the featurizer made from it gives the bits the model was trained on. Immutable; safe to use from several
 * threads.
 */
public final class Featurizer {

    private final FeatureRecipe recipe;

    private final List<Fingerprint> fingerprints = new ArrayList<>();

    /**
     * @param recipe one block a molecule column, in the order of the bits
     * @throws IllegalArgumentException when a block's kind, width or parameter is not known to this version; the
     *             message names it
     * @throws IllegalStateException when RDKit cannot be used on this machine; the message says what to do
     */
    public Featurizer(final FeatureRecipe recipe) {
        this.recipe = recipe;
        for (final FeatureBlock block : recipe.blocks()) {
            fingerprints.add(fingerprint(block));
        }
        RdkitLibrary.ensureLoaded();
    }

    /**
     * @param column name of the molecule column
     * @param kind fingerprint kind
     * @param width number of bits; ignored by kinds with a fixed width
     * @param radius bonds around each atom; ignored by kinds without a radius
     * @return a recipe of one block
     */
    public static FeatureRecipe recipe(final String column, final FingerprintKind kind, final int width,
        final int radius) {
        return new FeatureRecipe(
            List.of(new FeatureBlock(column, kind.id(), kind.width(width), kind.parameters(radius))));
    }

    /** @return RDKit's version, such as {@code 2020.09.1}, for a model's provenance */
    public static String rdkitVersion() {
        return RdkitLibrary.version();
    }

    /** @return the recipe this featurizer was made from */
    public FeatureRecipe recipe() {
        return recipe;
    }

    /**
     * @param molecules SMILES or molblock text, one a block of the recipe, {@code null} for a missing value
     * @return the positions of the set bits, ascending, each in [0, {@code recipe().width()})
     * @throws UnreadableMoleculeException with the reason in plain words
     */
    public int[] setBits(final String... molecules) throws UnreadableMoleculeException {
        if (molecules.length != fingerprints.size()) {
            throw new IllegalArgumentException("The recipe describes " + fingerprints.size()
                + " molecule columns, but " + molecules.length + " molecules were given.");
        }
        if (molecules.length == 1) {
            return setBits(fingerprints.get(0), molecules[0]);
        }
        final int[][] parts = new int[molecules.length][];
        int count = 0;
        int offset = 0;
        for (int b = 0; b < parts.length; b++) {
            parts[b] = setBits(fingerprints.get(b), molecules[b]);
            for (int i = 0; i < parts[b].length; i++) {
                parts[b][i] += offset;
            }
            count += parts[b].length;
            offset += fingerprints.get(b).width();
        }
        final int[] all = new int[count];
        int end = 0;
        for (final int[] part : parts) {
            System.arraycopy(part, 0, all, end, part.length);
            end += part.length;
        }
        return all;
    }

    private static int[] setBits(final Fingerprint fingerprint, final String text) throws UnreadableMoleculeException {
        final RWMol molecule = MoleculeReader.read(text);
        try {
            return fingerprint.setBits(molecule);
        } catch (RuntimeException e) { // RDKit may refuse what it has read, for example an atom without a known type
            throw new UnreadableMoleculeException("The fingerprint of " + MoleculeReader.quote(text.strip())
                + " cannot be calculated: " + MoleculeReader.oneLine(RdkitMessages.of(e)));
        } finally {
            molecule.delete();
        }
    }

    private static Fingerprint fingerprint(final FeatureBlock block) {
        final FingerprintKind kind = FingerprintKind.ofId(block.kind());
        if (block.width() < FingerprintKind.MIN_WIDTH || block.width() > FingerprintKind.MAX_WIDTH) {
            throw new IllegalArgumentException(String.format(Locale.ENGLISH,
                "A fingerprint of %,d bits is not possible: between %,d and %,d can be made.", block.width(),
                FingerprintKind.MIN_WIDTH, FingerprintKind.MAX_WIDTH));
        }
        if (kind.width(block.width()) != block.width()) {
            throw new IllegalArgumentException("A fingerprint of kind '" + kind.id() + "' has "
                + kind.width(block.width()) + " bits, but the recipe asks for " + block.width() + ".");
        }
        return kind.create(block.width(), kind.hasRadius() ? radius(block) : 0);
    }

    private static int radius(final FeatureBlock block) {
        final String text = block.parameters().get(FingerprintKind.RADIUS);
        try {
            final int radius = Integer.parseInt(String.valueOf(text));
            if (radius >= 0 && radius <= FingerprintKind.MAX_RADIUS) {
                return radius;
            }
        } catch (NumberFormatException e) { // NOSONAR reported below, with the value
        }
        throw new IllegalArgumentException("The fingerprint kind '" + block.kind() + "' needs a radius between 0 and "
            + FingerprintKind.MAX_RADIUS + ", but the recipe says '" + text + "'.");
    }
}
