/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import java.util.List;

import org.RDKit.ROMol;

/** Descriptors of a molecule, each moved by a centre and divided by a scale. */
final class DescriptorBlock implements MoleculeFeatures {

    private final Descriptor[] descriptors;

    private final double[] center;

    private final double[] scale;

    /**
     * @param ids names of the descriptors
     * @param center what is subtracted from each
     * @param scale what each is then divided by, not 0
     * @throws IllegalArgumentException for an unknown descriptor or lists of different lengths
     */
    DescriptorBlock(final List<String> ids, final double[] center, final double[] scale) {
        if (center.length != ids.size() || scale.length != ids.size()) {
            throw new IllegalArgumentException("A block of " + ids.size() + " descriptors has " + center.length
                + " centres and " + scale.length + " scales.");
        }
        descriptors = ids.stream().map(Descriptor::ofId).toArray(Descriptor[]::new);
        this.center = center;
        this.scale = scale;
    }

    @Override
    public void add(final ROMol molecule, final int offset, final RowBuilder row) throws UnusableRowException {
        for (int d = 0; d < descriptors.length; d++) {
            row.add(offset + d, (descriptors[d].of(molecule) - center[d]) / scale[d]);
        }
    }
}
