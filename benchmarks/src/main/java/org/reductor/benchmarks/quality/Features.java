/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.benchmarks.quality;

import org.reductor.chem.FeatureBlocks;
import org.reductor.chem.FingerprintKind;
import org.reductor.chem.MoleculeOptions;
import org.reductor.core.data.FeatureBlock;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which features molecules get: the same blocks for each column.
 *
 * @param blocks fingerprints and descriptors, in order
 */
record Features(List<Block> blocks) {

    private static final String DESCRIPTORS = "descriptors";

    /** What the product advises for molecules. */
    static final Features DEFAULT = of("morgan:2048:2,descriptors");

    /**
     * A block of each column.
     *
     * @param kind the fingerprint; null for the descriptors
     * @param width bits or counts of a fingerprint
     * @param radius bonds around each atom, where the fingerprint has a radius
     */
    record Block(FingerprintKind kind, int width, int radius) {

        private static Block of(final String text) {
            if (text.equals(DESCRIPTORS)) {
                return new Block(null, 0, 0);
            }
            final String[] parts = text.split(":");
            try {
                final FingerprintKind kind = FingerprintKind.ofId(parts[0]);
                final int width = parts.length > 1 ? Integer.parseInt(parts[1]) : 2048;
                final int radius = kind.hasRadius() ? parts.length > 2 ? Integer.parseInt(parts[2]) : 2 : 0;
                return new Block(kind, kind.width(width), radius);
            } catch (final IllegalArgumentException e) {
                throw new IllegalArgumentException("Features are '" + DESCRIPTORS + "' and fingerprints as "
                    + "KIND:WIDTH:RADIUS, for example morgan:2048:2, joined by commas, but not '" + text + "'. "
                    + e.getMessage(), e);
            }
        }

        private FeatureBlock draft(final String column) {
            return kind == null ? FeatureBlocks.descriptors(column, MoleculeOptions.DEFAULT)
                : FeatureBlocks.fingerprint(column, kind, width, radius, MoleculeOptions.DEFAULT);
        }

        @Override
        public String toString() {
            return kind == null ? DESCRIPTORS : kind.id() + ":" + width + (kind.hasRadius() ? ":" + radius : "");
        }
    }

    /**
     * @param text blocks joined by commas
     * @return the features
     * @throws IllegalArgumentException if a block is not known
     */
    static Features of(final String text) {
        return new Features(Arrays.stream(text.split(",")).map(Block::of).toList());
    }

    /**
     * @param columns molecule columns
     * @return the blocks of all of them, some of which a table must complete
     */
    List<FeatureBlock> drafts(final List<String> columns) {
        return columns.stream().flatMap(column -> blocks.stream().map(block -> block.draft(column))).toList();
    }

    @Override
    public String toString() {
        return blocks.stream().map(Block::toString).collect(Collectors.joining(","));
    }
}
