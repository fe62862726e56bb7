/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import java.util.Optional;

import org.reductor.core.data.FeatureRecipe;
import org.reductor.core.model.Provenance;

/** Which RDKit has made features: another one may give the same molecule other features. */
public final class RdkitVersion {

    /** Name among the versions of a model's provenance. */
    public static final String PROVENANCE = "rdkit";

    /** Stands in the provenance where RDKit was not there. */
    public static final String NONE = "not available";

    private RdkitVersion() {
    }

    /**
     * @param recipe how features are made
     * @return the version that would make them here; nothing when they are not made from molecules
     * @throws IllegalStateException when RDKit cannot be used here
     */
    public static Optional<String> here(final FeatureRecipe recipe) {
        return Featurizer.readsMolecules(recipe) ? Optional.of(Featurizer.rdkitVersion()) : Optional.empty();
    }

    /** @return the version that has made the features which networks have learned from, if that is known */
    public static Optional<String> of(final Provenance provenance) {
        return Optional.ofNullable(provenance.versions().get(PROVENANCE)).filter(version -> !version.equals(NONE));
    }

    /**
     * @param what which features, in the plural, for example "The features of the selection table"
     * @param version that has made them
     * @param whose whose features they should be like, for example "those of the training table"
     * @param other version that has made those
     * @return a warning if both are known and differ
     */
    public static Optional<String> difference(final String what, final Optional<String> version, final String whose,
        final Optional<String> other) {
        return version.isEmpty() || other.isEmpty() || version.equals(other) ? Optional.empty()
            : Optional.of(what + " are made by RDKit " + version.get() + ", " + whose + " by RDKit " + other.get()
                + ". The same molecule may have different features in the two, which makes predictions worse. Make all "
                + "features with one RDKit.");
    }
}
