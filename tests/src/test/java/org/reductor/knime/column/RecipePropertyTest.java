/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.knime.core.data.DataColumnProperties;
import org.knime.core.data.DataColumnSpecCreator;
import org.reductor.chem.Featurizer;
import org.reductor.chem.FingerprintKind;
import org.reductor.core.data.FeatureRecipe;
import org.reductor.knime.Tables;

class RecipePropertyTest {

    private static final FeatureRecipe RECIPE = Featurizer.recipe("smiles", FingerprintKind.MORGAN, 2048, 2);

    @Test
    void columnRemembersItsRecipe() {
        final var column = FeatureCells.column("Features", RECIPE);

        assertThat(RecipeProperty.of(column)).contains(RECIPE);
        assertThat(column.getProperties().getProperty("org.reductor.recipe")).isEqualTo(RECIPE.toJson());
    }

    @Test
    void otherPropertiesStay() {
        final var creator = new DataColumnSpecCreator(Tables.text("x"));
        creator.setProperties(new DataColumnProperties(Map.of("colour", "blue")));

        final var column = RecipeProperty.attach(creator.createSpec(), RECIPE);
        assertThat(column.getProperties().getProperty("colour")).isEqualTo("blue");
    }

    @Test
    void columnsWithoutOrWithBrokenRecipeHaveNone() {
        final var creator = new DataColumnSpecCreator(Tables.text("x"));
        assertThat(RecipeProperty.of(creator.createSpec())).isEmpty();

        creator.setProperties(new DataColumnProperties(Map.of(RecipeProperty.KEY, "{not json")));
        assertThat(RecipeProperty.of(creator.createSpec())).isEmpty();
    }

    @Test
    void foreignBitsCannotBeMadeAgain() {
        assertThat(RecipeProperty.isForeign(RecipeProperty.foreign(FeatureCells.column("bits", true), 64))).isTrue();
        assertThat(RecipeProperty.isForeign(RECIPE)).isFalse();
    }
}
