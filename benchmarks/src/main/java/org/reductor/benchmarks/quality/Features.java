/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.benchmarks.quality;

import org.reductor.chem.DescriptorSet;
import org.reductor.chem.FeatureBlocks;
import org.reductor.chem.FingerprintKind;
import org.reductor.chem.FingerprintSpec;
import org.reductor.chem.MoleculeOptions;
import org.reductor.core.data.FeatureBlock;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which features molecules get: the same blocks for each column.
 *
 * @param blocks fingerprints and descriptors, in order
 */
record Features(List<Block> blocks) {

    private static final String DESCRIPTORS = "descriptors";

    private static final String SCALED = "scaled";

    /** What the product advises for molecules. */
    static final Features DEFAULT = of("morgan:2048:2,feature-morgan:2048:2,atom-pair-count:2048:scaled,descriptors:basic");

    /**
     * A block of each column.
     *
     * @param fingerprint the fingerprint; null for descriptors
     * @param descriptors the descriptors; none for a fingerprint
     */
    record Block(FingerprintSpec fingerprint, DescriptorSet descriptors) {

        private static Block of(final String text) {
            final String[] parts = text.split(":");
            try {
                if (parts[0].equals(DESCRIPTORS)) {
                    return new Block(null, parts.length == 1 ? DescriptorSet.BASIC
                        : DescriptorSet.valueOf(parts[1].toUpperCase(Locale.ROOT)));
                }
                final FingerprintKind kind = FingerprintKind.ofId(parts[0]);
                final boolean scaled = parts[parts.length - 1].equals(SCALED);
                final int numbers = parts.length - (scaled ? 1 : 0);
                final int width = numbers > 1 ? Integer.parseInt(parts[1]) : 2048;
                final int radius = kind.hasRadius() ? numbers > 2 ? Integer.parseInt(parts[2]) : 2 : 0;
                return new Block(new FingerprintSpec(kind, kind.width(width), radius, scaled), DescriptorSet.NONE);
            } catch (final IllegalArgumentException e) {
                throw new IllegalArgumentException("Features are descriptors:basic or descriptors:all, and "
                    + "fingerprints as KIND:WIDTH:RADIUS, for example morgan:2048:2, with :scaled at the end for counts "
                    + "that weigh as much as bits, joined by commas, but not '" + text + "'. " + e.getMessage(), e);
            }
        }

        private Stream<FeatureBlock> drafts(final String column) {
            return FeatureBlocks.molecule(column, fingerprint == null ? List.of() : List.of(fingerprint), descriptors,
                MoleculeOptions.DEFAULT).stream();
        }

        @Override
        public String toString() {
            return fingerprint == null ? DESCRIPTORS + ":" + descriptors.name().toLowerCase(Locale.ROOT)
                : fingerprint.kind().id() + ":" + fingerprint.width()
                    + (fingerprint.kind().hasRadius() ? ":" + fingerprint.radius() : "")
                    + (fingerprint.scaled() ? ":" + SCALED : "");
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
        return columns.stream().flatMap(column -> blocks.stream().flatMap(block -> block.drafts(column))).toList();
    }

    @Override
    public String toString() {
        return blocks.stream().map(Block::toString).collect(Collectors.joining(","));
    }
}
