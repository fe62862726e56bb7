/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.reductor.core.data.FeatureBlock;

/**
 * Makes the blocks of a recipe. Blocks that depend on the table, such as one that has a feature for each category, are
 * drafts: a {@link RecipeFitter} completes them.
 */
public final class FeatureBlocks {

    /** Kind of a block with descriptors of a molecule, which it names. */
    public static final String DESCRIPTORS = "descriptors";

    /** Kind of a block with a feature for each category of a column. */
    public static final String ONE_HOT = "one-hot";

    /** Parameters that say what is subtracted from a number, and what it is then divided by. */
    static final String CENTER = "center";

    static final String SCALE = "scale";

    /** Parameter that says how far from 0 each scaled descriptor may be. */
    static final String LIMIT = "limit";

    /** Parameter of a draft that says how {@link #CENTER} and {@link #SCALE} are to be found. */
    static final String SCALING = "scaling";

    private FeatureBlocks() {
    }

    /**
     * @param column the molecule or reaction column
     * @param kind fingerprint kind
     * @param width number of bits or counts; ignored by kinds with a fixed width
     * @param radius bonds around each atom; ignored by kinds without a radius
     * @param options how the molecule is found and prepared
     * @return the block
     */
    public static FeatureBlock fingerprint(final String column, final FingerprintKind kind, final int width,
        final int radius, final MoleculeOptions options) {
        return fingerprint(column, new FingerprintSpec(kind, width, radius), options);
    }

    private static FeatureBlock fingerprint(final String column, final FingerprintSpec fingerprint,
        final MoleculeOptions options) {
        final var parameters = new TreeMap<>(fingerprint.parameters());
        options.addTo(parameters);
        final FingerprintKind kind = fingerprint.kind();
        return new FeatureBlock(column, kind.id(), kind.width(fingerprint.width()), parameters);
    }

    /**
     * All blocks of one molecule, which is read once for them.
     *
     * @param column the molecule or reaction column
     * @param fingerprints each becomes a block
     * @param descriptors become the last block, unless there are none
     * @param options how the molecule is found and prepared
     * @return the blocks, of which the descriptors are a draft
     */
    public static List<FeatureBlock> molecule(final String column, final List<FingerprintSpec> fingerprints,
        final DescriptorSet descriptors, final MoleculeOptions options) {
        final List<FeatureBlock> blocks = new ArrayList<>();
        fingerprints.forEach(fingerprint -> blocks.add(fingerprint(column, fingerprint, options)));
        if (descriptors != DescriptorSet.NONE) {
            blocks.add(descriptors(column, descriptors, options));
        }
        return blocks;
    }

    /**
     * @param column the molecule or reaction column
     * @param set which descriptors, at least one
     * @param options how the molecule is found and prepared
     * @return the draft of a block with these descriptors, centred and scaled over the table
     */
    public static FeatureBlock descriptors(final String column, final DescriptorSet set,
        final MoleculeOptions options) {
        final List<String> names = set.ids();
        final var parameters = new TreeMap<>(
            Map.of(FeatureBlock.NAMES, FeatureBlock.listOf(names), SCALING, Scaling.STANDARDIZE.id()));
        options.addTo(parameters);
        return new FeatureBlock(column, DESCRIPTORS, names.size(), parameters);
    }

    /**
     * @param column a column of categories
     * @param emptyAllowed whether a missing category gives no features, instead of making the row unusable
     * @return the draft of a block with a feature for each category
     */
    public static FeatureBlock oneHot(final String column, final boolean emptyAllowed) {
        final var parameters = new TreeMap<String, String>();
        if (emptyAllowed) {
            new MoleculeOptions(null, Standardization.NONE, true).addTo(parameters);
        }
        return new FeatureBlock(column, ONE_HOT, 1, parameters);
    }

    /**
     * @param column a column of numbers
     * @param scaling how they are scaled
     * @return the block, which is a draft unless nothing is scaled
     */
    public static FeatureBlock numeric(final String column, final Scaling scaling) {
        return FeatureBlock.of(column, FeatureBlock.NUMERIC, 1, scaling == Scaling.NONE ? scaled(0, 1)
            : Map.of(SCALING, scaling.id()));
    }

    /** Parameters of a single number. */
    static Map<String, String> scaled(final double center, final double scale) {
        return Map.of(CENTER, FeatureBlock.listOf(new double[]{center}), SCALE,
            FeatureBlock.listOf(new double[]{scale}));
    }

    /** @return whether the block must be completed from a table before it can be used */
    public static boolean isDraft(final FeatureBlock block) {
        return block.parameters().containsKey(SCALING)
            || ONE_HOT.equals(block.kind()) && !block.parameters().containsKey(FeatureBlock.CATEGORIES);
    }

    /** @return whether the block is made from molecules */
    static boolean isOfMolecules(final FeatureBlock block) {
        return DESCRIPTORS.equals(block.kind()) || FingerprintKind.isFingerprint(block.kind());
    }

    /** @return whether every feature of the block is 0 or 1 */
    public static boolean isBinary(final FeatureBlock block) {
        return switch (block.kind()) {
            case ONE_HOT, FeatureBlock.BIT_VECTOR -> true;
            default -> FingerprintKind.isFingerprint(block.kind()) && !FingerprintKind.ofId(block.kind()).isCount();
        };
    }
}
