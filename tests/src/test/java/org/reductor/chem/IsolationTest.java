/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.reductor.core.data.FeatureRecipe;

class IsolationTest {

    private static final List<String> MOLECULES =
        List.of("CCO", "c1ccccc1C(=O)[O-].[Na+]", "C1CC(", "", "N[C@@H](C)C(=O)O");

    /** Reads a molecule. */
    @FunctionalInterface
    private interface Reading {
        Object of(String molecule) throws UnusableRowException;
    }

    private static Object outcome(final Reading reading, final String molecule) {
        try {
            return reading.of(molecule);
        } catch (final UnusableRowException e) {
            return e.getMessage();
        }
    }

    @Test
    void aProcessOfItsOwnGivesTheSameFeaturesAndReasons() throws UnusableRowException {
        final FeatureRecipe recipe = Featurizer.recipe("m",
            List.of(new FingerprintSpec(FingerprintKind.MORGAN, 128, 2),
                new FingerprintSpec(FingerprintKind.ATOM_PAIR_COUNT, 64, 0, true)),
            DescriptorSet.BASIC, List.of("CCO", "CCCCN"));
        final Featurizer here = new Featurizer(recipe);
        final Featurizer isolated =
            new Featurizer(recipe, new UnknownCategories(), Isolation.ALWAYS, () -> false, null);

        for (final String molecule : MOLECULES) {
            assertThat(outcome(isolated::features, molecule)).isEqualTo(outcome(here::features, molecule));
        }
    }

    @Test
    void aProcessOfItsOwnGivesTheSameGroups() {
        final MoleculeGrouping grouping = new MoleculeGrouping(MoleculeGrouping.By.MOLECULE, Standardization.NONE, true,
            MoleculeGrouping.Ringless.BY_MOLECULE);
        final MoleculeGrouper here = new MoleculeGrouper(grouping, () -> false);
        final MoleculeGrouper isolated = new MoleculeGrouper(grouping, Isolation.ALWAYS, () -> false);

        for (final String molecule : MOLECULES) {
            assertThat(outcome(isolated::group, molecule)).isEqualTo(outcome(here::group, molecule));
        }
    }
}
