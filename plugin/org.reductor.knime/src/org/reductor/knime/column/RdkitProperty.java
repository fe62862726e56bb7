/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.column;

import java.util.Map;
import java.util.Optional;

import org.knime.core.data.DataColumnProperties;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.reductor.chem.RdkitVersion;
import org.reductor.core.data.FeatureRecipe;

/**
 * Which RDKit has made the features of a column. Two versions may give a molecule different features, and which of them
 * is there depends on what else is installed, so that columns and models remember it.
 */
public final class RdkitProperty {

    static final String KEY = "org.reductor.rdkit";

    private RdkitProperty() {
    }

    /**
     * @param column a column of features
     * @param recipe how they have just been made here
     * @return the column, which remembers the RDKit that was used, if one was
     */
    public static DataColumnSpec attach(final DataColumnSpec column, final FeatureRecipe recipe) {
        return RdkitVersion.here(recipe).map(version -> {
            final var creator = new DataColumnSpecCreator(column);
            creator.setProperties(column.getProperties().cloneAndOverwrite(Map.of(KEY, version)));
            return creator.createSpec();
        }).orElse(column);
    }

    /** @return the version that has made a column's features, if the column tells */
    public static Optional<String> of(final DataColumnSpec column) {
        final DataColumnProperties properties = column.getProperties();
        return properties == null ? Optional.empty() : Optional.ofNullable(properties.getProperty(KEY));
    }
}
