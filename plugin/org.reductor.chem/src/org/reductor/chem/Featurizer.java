/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;

import org.reductor.core.data.FeatureBlock;
import org.reductor.core.data.FeatureRecipe;
import org.reductor.core.data.SparseRow;

/**
 * Turns the values of a row (molecules, reactions, categories, numbers) into features, as a {@link FeatureRecipe} says.
 * A model file carries its recipe, so that the featurizer made from it gives the features the model was trained on.
 * Immutable; safe to use from several threads.
 */
public final class Featurizer {

    private final FeatureRecipe recipe;

    private final Inputs inputs;

    private final boolean binary;

    /**
     * A featurizer for which a row with a category that the recipe does not have is unusable.
     *
     * @param recipe the blocks in the order of the features
     * @throws IllegalArgumentException when a block's kind, width or parameter is not known to this version; the
     *             message names it
     * @throws IllegalStateException when RDKit cannot be used on this machine; the message says what to do
     */
    public Featurizer(final FeatureRecipe recipe) {
        this(recipe, null, () -> false);
    }

    /**
     * @param recipe the blocks in the order of the features
     * @param unknown hears of categories that the recipe does not have, whose features are then all 0
     * @throws IllegalArgumentException as above
     * @throws IllegalStateException as above
     */
    public Featurizer(final FeatureRecipe recipe, final UnknownCategories unknown) {
        this(recipe, unknown, () -> false);
    }

    /**
     * @param recipe the blocks in the order of the features
     * @param unknown hears of categories that the recipe does not have, whose features are then all 0; {@code null}
     *            makes their rows unusable
     * @param cancelled whether nobody waits for features any more: a molecule that takes long is then given up with a
     *            {@link java.util.concurrent.CancellationException}; asked by another thread
     * @throws IllegalArgumentException as above
     * @throws IllegalStateException as above
     */
    public Featurizer(final FeatureRecipe recipe, final UnknownCategories unknown, final BooleanSupplier cancelled) {
        this(recipe, unknown, Isolation.WHERE_NEEDED, cancelled, null);
    }

    /**
     * A featurizer that may leave out what nobody reads, which costs less: a fingerprint of which no bit is read is not
     * made, and neither is a descriptor. A molecule must still be one that can be read, and a row with a part that is
     * not made cannot fail by it.
     *
     * @param recipe the blocks in the order of the features
     * @param unknown as above
     * @param isolation which molecules are worked on in a process of their own
     * @param cancelled as above
     * @param read the features that are read; {@code null} for all
     * @throws IllegalArgumentException as above
     * @throws IllegalStateException as above
     */
    public Featurizer(final FeatureRecipe recipe, final UnknownCategories unknown, final Isolation isolation,
        final BooleanSupplier cancelled, final BitSet read) {
        this.recipe = recipe;
        inputs = new Inputs(recipe.blocks(), (block, offset) -> molecules(block, offset, read), isolation, cancelled,
            (block, offset) -> FeatureBlock.NUMERIC.equals(block.kind()) ? new NumberInput(block, offset)
                : new CategoryInput(block, offset, unknown));
        binary = isBinary(recipe.blocks());
        inputs.prepare();
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
            List.of(FeatureBlocks.fingerprint(column, kind, width, radius, MoleculeOptions.DEFAULT)));
    }

    /**
     * A recipe from training molecules, each of which can be read; {@link FeatureBlocks} and {@link RecipeFitter} make
     * recipes of several columns and leave out rows that cannot be used.
     *
     * @param column name of the molecule column
     * @param fingerprints each becomes a block
     * @param descriptors the last block, unless there are none
     * @param molecules SMILES or molblocks, from which the descriptors get their scale
     * @return the complete recipe
     * @throws UnusableRowException when a molecule cannot be used, with the reason in plain words
     * @throws IllegalStateException when RDKit cannot be used on this machine; the message says what to do
     */
    public static FeatureRecipe recipe(final String column, final List<FingerprintSpec> fingerprints,
        final DescriptorSet descriptors, final List<String> molecules) throws UnusableRowException {
        return RecipeFitter.fit(FeatureBlocks.molecule(column, fingerprints, descriptors, MoleculeOptions.DEFAULT),
            molecules.stream().map(molecule -> new Object[]{molecule}).toList());
    }

    /** @return RDKit's version, such as {@code 2020.09.1}, for a model's provenance */
    public static String rdkitVersion() {
        return RdkitLibrary.version();
    }

    /** @return the columns that a recipe reads, each once, in the order in which the recipe names them */
    public static List<SourceColumn> sources(final FeatureRecipe recipe) {
        return recipe.blocks().stream().map(SourceColumn::of).distinct().toList();
    }

    /** @return whether any feature of a recipe is made from molecules, by RDKit */
    public static boolean readsMolecules(final FeatureRecipe recipe) {
        return recipe.blocks().stream().anyMatch(FeatureBlocks::isOfMolecules);
    }

    /** @return whether all features of these blocks are 0 or 1 */
    public static boolean isBinary(final List<FeatureBlock> blocks) {
        return blocks.stream().allMatch(FeatureBlocks::isBinary);
    }

    /** @return the recipe this featurizer was made from */
    public FeatureRecipe recipe() {
        return recipe;
    }

    /** @return whether all features are 0 or 1, so that rows have no values */
    public boolean binary() {
        return binary;
    }

    /**
     * @param values one for each of {@link #sources}: text, or a {@link Number} where the column is of numbers;
     *            {@code null} for a missing value
     * @return the features that are not 0, each in [0, {@code recipe().width()})
     * @throws UnusableRowException with the reason in plain words
     * @throws IllegalStateException when a molecule must be read in a process of its own and none can be started
     */
    public SparseRow features(final Object... values) throws UnusableRowException {
        final var row = new RowBuilder(false);
        inputs.read(row, values);
        return row.toRow(binary);
    }

    private static MoleculeFeatures molecules(final FeatureBlock block, final int offset, final BitSet read) {
        final MoleculeFeatures all = molecules(block); // also what is not made must be known to this version
        if (read == null) {
            return all;
        }
        final BitSet ofBlock = read.get(offset, offset + block.width());
        if (ofBlock.isEmpty()) {
            return MoleculeFeatures.NONE;
        }
        return all instanceof DescriptorBlock descriptors ? descriptors.only(ofBlock) : all;
    }

    /**
     * @param block a complete block of features of a molecule
     * @return its calculation
     * @throws IllegalArgumentException when this version does not know it
     */
    static MoleculeFeatures molecules(final FeatureBlock block) {
        if (FeatureBlocks.DESCRIPTORS.equals(block.kind())) {
            return DescriptorBlock.of(block);
        }
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
        return kind.create(block.width(), kind.hasRadius() ? radius(block) : 0, kind.isCount() ? unit(block) : 1);
    }

    /** @return the radius of a block of a fingerprint that has one */
    static int radius(final FeatureBlock block) {
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

    /** What the counts of a block are divided by. */
    private static double unit(final FeatureBlock block) {
        final String text = block.parameters().getOrDefault(FingerprintSpec.UNIT, "1");
        try {
            final double unit = Double.parseDouble(text);
            if (unit > 0 && Double.isFinite(unit)) {
                return unit;
            }
        } catch (NumberFormatException e) { // NOSONAR reported below, with the value
        }
        throw new IllegalArgumentException("The counts of the fingerprint kind '" + block.kind()
            + "' must be divided by a number above 0, but the recipe says '" + text + "'.");
    }
}
