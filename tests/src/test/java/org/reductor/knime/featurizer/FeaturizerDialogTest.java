/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.featurizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.reductor.knime.DialogFields;

class FeaturizerDialogTest {

    private final MoleculeFeaturizerParameters dialog = new MoleculeFeaturizerParameters();

    private final DialogFields fields = new DialogFields(dialog, Map.of());

    @Test
    void whatIsNotUsedIsFoldedAway() {
        assertThat(fields.open()).containsExactly("moleculeColumns", "largestFragment", "neutralize",
            "canonicalTautomer", "fingerprint", "secondFingerprint", "thirdFingerprint", "radius", "length", "descriptorSet", "categories",
            "numbers", "reactions", "outputColumn");

        dialog.m_categories = true;
        dialog.m_numbers = true;
        assertThat(fields.open()).contains("categoricalColumns", "numericColumns", "numericScaling")
            .doesNotContain("reactionColumns", "reactants");

        dialog.m_reactions = true;
        assertThat(fields.open()).contains("reactionColumns", "reactants", "agents", "products");
    }

    @Test
    void radiusAndLengthAreAskedWhereAFingerprintHasThem() {
        dialog.m_fingerprint = FingerprintChoice.RDKIT;
        dialog.m_secondFingerprint = FingerprintChoice.NONE;
        dialog.m_thirdFingerprint = FingerprintChoice.NONE;
        assertThat(fields.shown()).contains("length").doesNotContain("radius", "fingerprintValues");

        dialog.m_fingerprint = FingerprintChoice.MACCS;
        assertThat(fields.shown()).doesNotContain("length", "radius");
    }
}
