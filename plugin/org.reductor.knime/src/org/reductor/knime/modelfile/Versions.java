/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.modelfile;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.reductor.chem.Featurizer;
import org.reductor.chem.RdkitVersion;
import org.reductor.core.data.FeatureRecipe;
import org.reductor.knime.column.RecipeProperty;

/** Versions that models record. */
public final class Versions {

    /** Version of Reductor; a test compares it with the bundle's. */
    public static final String REDUCTOR = "0.2.0";

    private Versions() {
    }

    /**
     * @param recipe how features are made
     * @return versions of what networks with these features are made by
     */
    public static Map<String, String> of(final FeatureRecipe recipe) {
        return of(recipe, Optional.empty());
    }

    /**
     * @param recipe how features are made
     * @param rdkit version of the RDKit that has made them, if that is known; else that of this installation is meant
     * @return versions of what networks with these features are made by
     */
    public static Map<String, String> of(final FeatureRecipe recipe, final Optional<String> rdkit) {
        final Map<String, String> versions = new TreeMap<>();
        versions.put("reductor", REDUCTOR);
        if (!RecipeProperty.isForeign(recipe)) {
            try {
                versions.put(RdkitVersion.PROVENANCE, rdkit.orElseGet(Featurizer::rdkitVersion));
            } catch (IllegalStateException e) { // NOSONAR networks themselves do not need RDKit
                versions.put(RdkitVersion.PROVENANCE, RdkitVersion.NONE);
            }
        }
        return versions;
    }
}
