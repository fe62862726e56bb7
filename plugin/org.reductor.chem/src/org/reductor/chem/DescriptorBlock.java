/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import java.util.Arrays;
import java.util.List;

import org.RDKit.ROMol;
import org.reductor.core.data.FeatureBlock;

/** Descriptors of a molecule, each moved by a centre and divided by a scale. */
final class DescriptorBlock implements MoleculeFeatures {

    private final Descriptor[] descriptors;

    private final double[] center;

    private final double[] scale;

    private DescriptorBlock(final FeatureBlock block, final double[] center, final double[] scale) {
        final List<String> ids = block.texts(FeatureBlock.NAMES);
        if (ids.size() != block.width() || center.length != ids.size() || scale.length != ids.size()) {
            throw new IllegalArgumentException("The block of column '" + block.column() + "' has " + block.width()
                + " features for " + ids.size() + " descriptors, " + center.length + " centres and " + scale.length
                + " scales.");
        }
        if (Arrays.stream(scale).anyMatch(s -> s == 0)) {
            throw new IllegalArgumentException(
                "A descriptor of the molecules in column '" + block.column() + "' has the scale 0.");
        }
        descriptors = ids.stream().map(Descriptor::ofId).toArray(Descriptor[]::new);
        this.center = center;
        this.scale = scale;
    }

    /**
     * @param block a complete block
     * @return its calculation
     * @throws IllegalArgumentException for an unknown descriptor, a scale of 0 or lists that do not fit the width
     */
    static DescriptorBlock of(final FeatureBlock block) {
        return new DescriptorBlock(block, block.numbers(FeatureBlocks.CENTER), block.numbers(FeatureBlocks.SCALE));
    }

    /**
     * @param block a block, complete or not
     * @return the calculation of its descriptors as they are
     * @throws IllegalArgumentException as above
     */
    static DescriptorBlock unscaled(final FeatureBlock block) {
        final double[] ones = new double[block.width()];
        Arrays.fill(ones, 1);
        return new DescriptorBlock(block, new double[block.width()], ones);
    }

    @Override
    public void add(final ROMol molecule, final int offset, final RowBuilder row) throws UnusableRowException {
        for (int d = 0; d < descriptors.length; d++) {
            final Descriptor descriptor = descriptors[d];
            row.add(offset + d, RowBuilder.checked("The scaled descriptor " + descriptor.id() + " of the molecule",
                (descriptor.of(molecule) - center[d]) / scale[d]));
        }
    }
}
