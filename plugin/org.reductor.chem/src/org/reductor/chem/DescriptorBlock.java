/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

import org.RDKit.ROMol;
import org.reductor.core.data.FeatureBlock;

/**
 * Descriptors of a molecule, each moved by a centre, divided by a scale and kept within a limit: their tails are heavy,
 * and one odd molecule must not move a prediction without bound. A descriptor that a molecule does not have, such as a
 * count of countless paths, is taken for the mean: it says nothing, and the molecule has all the others.
 */
final class DescriptorBlock implements MoleculeFeatures {

    /**
     * Of all descriptors of a molecule together. About as many bits of two circular fingerprints are set, so that
     * neither drowns the other: what counts for a network is the size of a whole block, see docs/defaults.md.
     */
    private static final double VARIANCE = 80;

    private final List<String> ids;

    /** Calculations; {@code null} in place of one whose values nobody wants. */
    private final List<DescriptorSource> sources = new ArrayList<>();

    /** Of each descriptor, the calculation and which of its values it is. */
    private final int[][] places;

    private final double[] center;

    private final double[] scale;

    private final double[] limit;

    private final double missing;

    /** Which descriptors are calculated. */
    private final BitSet wanted;

    private DescriptorBlock(final FeatureBlock block, final double[] center, final double[] scale,
        final double[] limit, final double missing) {
        wanted = new BitSet();
        wanted.set(0, block.width());
        ids = block.texts(FeatureBlock.NAMES);
        if (ids.size() != block.width() || center.length != ids.size() || scale.length != ids.size()
            || limit.length != ids.size()) {
            throw new IllegalArgumentException("The block of column '" + block.column() + "' has " + block.width()
                + " features for " + ids.size() + " descriptors, " + center.length + " centres and " + scale.length
                + " scales, with " + limit.length + " limits.");
        }
        if (Arrays.stream(scale).anyMatch(s -> s == 0)) {
            throw new IllegalArgumentException(
                "A descriptor of the molecules in column '" + block.column() + "' has the scale 0.");
        }
        places = ids.stream().map(DescriptorCatalog::of).map(this::place).toArray(int[][]::new);
        this.center = center;
        this.scale = scale;
        this.limit = limit;
        this.missing = missing;
    }

    private DescriptorBlock(final DescriptorBlock all, final BitSet wanted) {
        ids = all.ids;
        places = all.places;
        center = all.center;
        scale = all.scale;
        limit = all.limit;
        missing = all.missing;
        this.wanted = wanted;
        for (int s = 0; s < all.sources.size(); s++) {
            final int source = s;
            sources.add(wanted.stream().anyMatch(d -> places[d][0] == source) ? all.sources.get(s) : null);
        }
    }

    /**
     * @param descriptors positions of descriptors
     * @return the calculation of only these
     */
    DescriptorBlock only(final BitSet descriptors) {
        return new DescriptorBlock(this, descriptors);
    }

    private int[] place(final DescriptorCatalog.Entry entry) {
        if (!sources.contains(entry.source())) {
            sources.add(entry.source());
        }
        return new int[]{sources.indexOf(entry.source()), entry.index()};
    }

    /**
     * @param block a complete block; without limits (Reductor 0.1), there are none
     * @return its calculation
     * @throws IllegalArgumentException for an unknown descriptor, a scale of 0 or lists that do not fit the width
     */
    static DescriptorBlock of(final FeatureBlock block) {
        return new DescriptorBlock(block, block.numbers(FeatureBlocks.CENTER), block.numbers(FeatureBlocks.SCALE),
            block.parameters().containsKey(FeatureBlocks.LIMIT) ? block.numbers(FeatureBlocks.LIMIT)
                : filled(block.width(), Double.POSITIVE_INFINITY),
            0);
    }

    /**
     * @param width number of descriptors
     * @return the standard deviation that each gets in the table that gives the scale
     */
    static double spread(final int width) {
        return Math.sqrt(VARIANCE / width);
    }

    /**
     * @param block a block, complete or not
     * @return the calculation of its descriptors as they are, not a number where a molecule has none
     * @throws IllegalArgumentException as above
     */
    static DescriptorBlock unscaled(final FeatureBlock block) {
        return new DescriptorBlock(block, new double[block.width()], filled(block.width(), 1),
            filled(block.width(), Double.POSITIVE_INFINITY), Double.NaN);
    }

    private static double[] filled(final int size, final double value) {
        final double[] filled = new double[size];
        Arrays.fill(filled, value);
        return filled;
    }

    @Override
    public void add(final ROMol molecule, final int offset, final RowBuilder row) throws UnusableRowException {
        final var described = new DescribedMolecule(molecule);
        final double[][] values = new double[sources.size()][];
        for (int s = 0; s < values.length; s++) {
            values[s] = sources.get(s) == null ? null : sources.get(s).of(described);
        }
        for (int d = wanted.nextSetBit(0); d >= 0; d = wanted.nextSetBit(d + 1)) {
            final double value = values[places[d][0]][places[d][1]];
            row.add(offset + d, Double.isFinite(value) ? scaled(d, value) : missing);
        }
    }

    private double scaled(final int descriptor, final double value) throws UnusableRowException {
        final double distance = (value - center[descriptor]) / scale[descriptor];
        return RowBuilder.checked("The scaled descriptor " + ids.get(descriptor) + " of the molecule",
            Math.max(-limit[descriptor], Math.min(limit[descriptor], distance)));
    }
}
