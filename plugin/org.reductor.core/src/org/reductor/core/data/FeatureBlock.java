/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.data;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A run of neighbouring features that were made in one way from one column, for example 2,048 Morgan bits of the column
 * "smiles". The core does not interpret {@code kind} and {@code parameters}: they are kept so that the features of new
 * rows can be made in exactly the same way.
 *
 * @param column name of the source column
 * @param kind how the features are made, for example {@code morgan}
 * @param width number of features, at least 1
 * @param parameters settings of the kind, sorted by name
 */
public record FeatureBlock(String column, String kind, int width, SortedMap<String, String> parameters) {

    /** Checks the components and copies the parameters. */
    public FeatureBlock {
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(kind, "kind");
        if (width < 1) {
            throw new IllegalArgumentException(
                "The feature block of column '" + column + "' has the width " + width + "; it must be at least 1.");
        }
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    }

    /**
     * A block whose parameters come from any map.
     *
     * @param column name of the source column
     * @param kind how the features are made
     * @param width number of features
     * @param parameters settings of the kind
     * @return the block
     */
    public static FeatureBlock of(final String column, final String kind, final int width,
        final Map<String, String> parameters) {
        return new FeatureBlock(column, kind, width, new TreeMap<>(parameters));
    }
}
