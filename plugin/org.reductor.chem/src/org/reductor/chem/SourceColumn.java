/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import org.reductor.core.data.FeatureBlock;

/**
 * A column that a recipe reads, and what it reads it as.
 *
 * @param name name of the column
 * @param content what its values are
 */
public record SourceColumn(String name, Content content) {

    /** What the values of a column are. */
    public enum Content {
        /** SMILES or molblock text. */
        MOLECULE("molecule"),
        /** Reaction SMILES. */
        REACTION("reaction"),
        /** Text that names a category. */
        CATEGORY("category"),
        /** A number. */
        NUMBER("number");

        private final String label;

        Content(final String label) {
            this.label = label;
        }

        /** @return what messages call it */
        public String label() {
            return label;
        }
    }

    static SourceColumn of(final FeatureBlock block) {
        final Content content = switch (block.kind()) {
            case FeatureBlocks.ONE_HOT -> Content.CATEGORY;
            case FeatureBlock.NUMERIC -> Content.NUMBER;
            default -> block.parameters().containsKey(FeatureBlock.ROLE) ? Content.REACTION : Content.MOLECULE;
        };
        return new SourceColumn(block.column(), content);
    }
}
