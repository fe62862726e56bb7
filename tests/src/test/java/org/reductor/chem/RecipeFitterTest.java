/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.reductor.core.data.FeatureBlock;
import org.reductor.core.data.FeatureRecipe;
import org.reductor.core.data.SparseRow;

class RecipeFitterTest {

    private static FeatureRecipe fit(final List<FeatureBlock> drafts, final Object[]... rows)
        throws UnusableRowException {
        final var fitter = new RecipeFitter(drafts);
        for (final Object[] row : rows) {
            fitter.add(fitter.observe(row));
        }
        return FeatureRecipe.fromJson(fitter.recipe().toJson());
    }

    private static Object[] row(final Object... values) {
        return values;
    }

    @Test
    void categoriesOfTheTableBecomeFeaturesInOrder() throws UnusableRowException {
        final FeatureRecipe recipe =
            fit(List.of(FeatureBlocks.oneHot("base", false)), row("KOH"), row("DBU"), row("KOH"));

        assertThat(recipe.blocks().get(0).texts(FeatureBlock.CATEGORIES)).containsExactly("DBU", "KOH");
        final var featurizer = new Featurizer(recipe);
        assertThat(featurizer.binary()).isTrue();
        assertThat(featurizer.features("DBU").columns()).containsExactly(0);
        assertThatThrownBy(() -> featurizer.features(" ")).hasMessage("The category in column 'base' is empty.");
        assertThatThrownBy(() -> featurizer.features((String)null))
            .hasMessage("The category in column 'base' is missing.");
    }

    @Test
    void unknownCategoryMakesTheRowUnusableOrIsCounted() throws UnusableRowException {
        final FeatureRecipe recipe = fit(List.of(FeatureBlocks.oneHot("base", false)), row("KOH"));
        assertThatThrownBy(() -> new Featurizer(recipe).features("DBU")).isInstanceOf(UnusableRowException.class)
            .hasMessage("The category 'DBU' of column 'base' was not among the training rows.");

        final var unknown = new UnknownCategories();
        final var featurizer = new Featurizer(recipe, unknown);
        assertThat(featurizer.features("DBU").size()).isZero();
        assertThat(unknown.sentence())
            .isEqualTo("1 value is of a category that the training rows did not have: 'DBU' in 'base'.");
        for (final String base : List.of("e", "d", "c", "b")) {
            featurizer.features(base);
        }
        assertThat(unknown.count()).isEqualTo(5);
        assertThat(unknown.sentence()).isEqualTo("5 values are of categories that the training rows did not have: "
            + "such as 'DBU', 'b', 'c' in 'base'.");
    }

    @Test
    void missingCategoryMayBeLeftEmpty() throws UnusableRowException {
        final FeatureRecipe recipe =
            fit(List.of(FeatureBlocks.oneHot("base", true)), row("KOH"), row((Object)null));

        assertThat(recipe.width()).isEqualTo(1);
        assertThat(new Featurizer(recipe).features((Object)null).size()).isZero();
        assertThatThrownBy(() -> fit(List.of(FeatureBlocks.oneHot("base", true)), row((Object)null)))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("'base' has no category");
    }

    @Test
    void numbersAreStandardisedScaledOrPassedThrough() throws UnusableRowException {
        final List<FeatureBlock> drafts = List.of(FeatureBlocks.numeric("a", Scaling.STANDARDIZE),
            FeatureBlocks.numeric("b", Scaling.MIN_MAX), FeatureBlocks.numeric("c", Scaling.NONE));
        final FeatureRecipe recipe = fit(drafts, row(1.0, 10.0, 5.0), row(2.0, 20.0, 5.0), row(3.0, 30.0, 5.0));
        final var featurizer = new Featurizer(recipe);

        assertThat(featurizer.binary()).isFalse();
        assertThat(featurizer.features(3.0, 25.0, -7.5)).isEqualTo(
            new SparseRow(new int[]{0, 1, 2}, new float[]{1, .75f, -7.5f}));
        assertThat(featurizer.features(2.0, 40.0, 0.0))
            .isEqualTo(new SparseRow(new int[]{1}, new float[]{1.5f}));
        assertThatThrownBy(() -> featurizer.features(null, 1.0, 1.0))
            .hasMessage("The number in column 'a' is missing.");
        assertThatThrownBy(() -> featurizer.features(Double.NaN, 1.0, 1.0)).hasMessageContaining("'a' is NaN");
        assertThatThrownBy(() -> featurizer.features(1.0, 1.0, 1e300)).hasMessageContaining("'c' is 1.0E300");
    }

    @Test
    void constantAndSingleNumbersBecomeZero() throws UnusableRowException {
        for (final Scaling scaling : List.of(Scaling.STANDARDIZE, Scaling.MIN_MAX)) {
            final FeatureRecipe constant = fit(List.of(FeatureBlocks.numeric("a", scaling)), row(.1), row(.1), row(.1));
            final FeatureRecipe single = fit(List.of(FeatureBlocks.numeric("a", scaling)), row(7.0));

            assertThat(new Featurizer(constant).features(.1).size()).isZero();
            assertThat(new Featurizer(single).features(7.0).size()).isZero();
            assertThat(new Featurizer(single).features(8.0).values()).containsExactly(1f);
        }
    }

    @Test
    void descriptorsAreScaledOverTheMoleculesThatAreThere() throws UnusableRowException {
        final FeatureBlock draft =
            FeatureBlocks.descriptors("m", DescriptorSet.BASIC, new MoleculeOptions(null, Standardization.NONE, true));
        final FeatureRecipe recipe = fit(List.of(draft), row("C"), row((Object)null), row("CC"), row("CCC"));

        assertThat(recipe.width()).isEqualTo(20);
        assertThat(recipe.feature(3).name()).isEqualTo("m: TPSA");
        assertThat(recipe.blocks().get(0).numbers("center")[0]).isCloseTo(30.07, within(0.01));
        final var featurizer = new Featurizer(recipe);
        assertThat(featurizer.features("C").values()[0]).isCloseTo(-2f, within(1e-5f));
        assertThat(featurizer.features((Object)null).size()).isZero();
    }

    @Test
    void blocksOfOneMoleculeReadItOnceAndOthersStayApart() throws UnusableRowException {
        final List<FeatureBlock> drafts = List.of(
            FeatureBlocks.fingerprint("a", FingerprintKind.MORGAN, 64, 2, MoleculeOptions.DEFAULT),
            FeatureBlocks.descriptors("a", DescriptorSet.BASIC, MoleculeOptions.DEFAULT),
            FeatureBlocks.fingerprint("b", FingerprintKind.MORGAN, 64, 2, MoleculeOptions.DEFAULT),
            FeatureBlocks.oneHot("a", false));
        final FeatureRecipe recipe = fit(drafts, row("C", "N", "C"), row("CC", "NN", "CC"));

        assertThat(Featurizer.sources(recipe)).extracting(source -> source.name() + " " + source.content().label())
            .containsExactly("a molecule", "b molecule", "a category");
        final SparseRow features = new Featurizer(recipe).features("C", "N", "C");
        assertThat(features.columns()).isSorted().doesNotHaveDuplicates().contains(148).doesNotContain(149);
        assertThatThrownBy(() -> new Featurizer(recipe).features("C", "N(", "C"))
            .hasMessage("Column 'b': The SMILES 'N(' cannot be read: a branch '(' is never closed.");
    }

    @Test
    void rowsThatCannotBeUsedAreRefused() {
        final var fitter = new RecipeFitter(List.of(
            FeatureBlocks.fingerprint("m", FingerprintKind.MORGAN, 64, 2, MoleculeOptions.DEFAULT),
            FeatureBlocks.oneHot("c", false)));

        assertThatThrownBy(() -> fitter.observe("C(", "x")).isInstanceOf(UnusableRowException.class);
        assertThatThrownBy(() -> fitter.observe("C", null)).isInstanceOf(UnusableRowException.class);
        assertThatThrownBy(fitter::recipe).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("'c'");
    }

    @Test
    void damagedRecipesAreRefused() {
        final String oneHot = "[{\"column\":\"c\",\"kind\":\"one-hot\",\"width\":2,\"parameters\":{%s}}]";
        final String number = "[{\"column\":\"n\",\"kind\":\"numeric\",\"width\":1,\"parameters\":{%s}}]";

        for (final String json : List.of(String.format(oneHot, "\"categories\":\"[\\\"a\\\"]\""),
            String.format(oneHot, "\"categories\":\"[\\\"a\\\",\\\"a\\\"]\""), String.format(oneHot, ""),
            String.format(number, ""), String.format(number, "\"center\":\"[1,2]\",\"scale\":\"[1]\""),
            String.format(number, "\"center\":\"[1]\",\"scale\":\"[0]\""))) {
            assertThatThrownBy(() -> new Featurizer(FeatureRecipe.fromJson(json))).as(json)
                .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
