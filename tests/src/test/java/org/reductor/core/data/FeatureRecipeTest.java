/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class FeatureRecipeTest {

    private static final FeatureRecipe RECIPE =
        new FeatureRecipe(List.of(FeatureBlock.of("li\"gand", "morgan", 2048, Map.of("radius", "2")),
            FeatureBlock.of("base", "maccs", 167, Map.of())));

    @Test
    void jsonBringsBackTheSameRecipe() {
        assertThat(FeatureRecipe.fromJson(RECIPE.toJson())).isEqualTo(RECIPE);
        assertThat(RECIPE.width()).isEqualTo(2215);
    }

    @Test
    void textThatIsNoRecipeIsRefusedSayingWhere() {
        assertThatThrownBy(() -> FeatureRecipe.fromJson("[{")).hasMessageContaining("not valid JSON");
        assertThatThrownBy(() -> FeatureRecipe.fromJson("{}")).hasMessageContaining("list of feature blocks");
        assertThatThrownBy(() -> FeatureRecipe.fromJson("[{\"column\":\"a\",\"kind\":\"b\",\"width\":\"wide\"}]"))
            .hasMessageContaining("Block 0");
        assertThatThrownBy(() -> FeatureRecipe.fromJson("[]")).hasMessageContaining("at least one block");
        assertThatThrownBy(() -> FeatureBlock.of("a", "b", 0, Map.of())).hasMessageContaining("width 0");
    }

    @Test
    void widthsDoNotOverflow() {
        final FeatureBlock wide = FeatureBlock.of("a", "b", Integer.MAX_VALUE, Map.of());
        assertThatThrownBy(() -> new FeatureRecipe(List.of(wide, wide))).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("4,294,967,294 features").hasMessageContaining("at most 2,000,000");
        assertThatThrownBy(() -> FeatureRecipe.fromJson("[{\"column\":\"a\",\"kind\":\"b\",\"width\":2000000000}]"))
            .hasMessageContaining("2,000,000,000 features");
    }

    @Test
    void aRecipeThatNoFileCouldTakeIsRefusedWhenItIsMade() {
        final List<String> categories = java.util.Collections.nCopies(50_000, "category \"\u20ac\" ".repeat(5));
        assertThatThrownBy(() -> new FeatureRecipe(List.of(FeatureBlock.of("base", "one-hot", 50_000,
            Map.of(FeatureBlock.CATEGORIES, FeatureBlock.listOf(categories))))))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("bytes of text")
                .hasMessageContaining("4,194,304").hasMessageContaining("categories");
    }

    @Test
    void errorsQuoteTheBeginningOfABlockOnly() {
        final String block = "[{\"column\":\"" + "x".repeat(100_000) + "\",\"kind\":1,\"width\":1}]";
        assertThatThrownBy(() -> FeatureRecipe.fromJson(block)).hasMessageContaining("Block 0")
            .satisfies(e -> assertThat(e.getMessage().length()).isLessThan(400));
        assertThatThrownBy(() -> FeatureRecipe.fromJson(
            "[{\"column\":\"a\",\"kind\":\"b\",\"width\":1,\"parameters\":{\"radius\":{}}}]"))
                .hasMessageContaining("a text for each parameter");
    }

    @Test
    void eachFeatureTellsItsBlockAndItsName() {
        final var recipe = new FeatureRecipe(List.of(
            FeatureBlock.of("smiles", "feature-morgan", 16, Map.of("radius", "2")),
            FeatureBlock.of("base \u03b1>", "one-hot", 2,
                Map.of(FeatureBlock.CATEGORIES, FeatureBlock.listOf(List.of("DBU", "a \"b\"")))),
            FeatureBlock.of("solvent volume", FeatureBlock.NUMERIC, 1, Map.of()),
            FeatureBlock.of("rxn", "descriptors", 2,
                Map.of(FeatureBlock.ROLE, "agents", FeatureBlock.NAMES, FeatureBlock.listOf(List.of("MolWt", "TPSA")))),
            FeatureBlock.of("m", "morgan-count", 16, Map.of()), FeatureBlock.of("m", "rdkit", 16, Map.of()),
            FeatureBlock.of("v", FeatureBlock.BIT_VECTOR, 1, Map.of()),
            FeatureBlock.of("v", FeatureBlock.COUNT_VECTOR, 1, Map.of()),
            FeatureBlock.of("v", FeatureBlock.DOUBLE_VECTOR, 1, Map.of())));

        assertThat(List.of(15, 16, 17, 18, 19, 20, 21, 37, 53, 54, 55).stream().map(i -> recipe.feature(i).name()))
            .containsExactly("smiles: Feature Morgan bit 15", "base \u03b1> = DBU", "base \u03b1> = a \"b\"",
                "solvent volume", "rxn (agents): MolWt", "rxn (agents): TPSA", "m: Morgan count 0", "m: RDKit bit 0",
                "v: bit 0", "v: count 0", "v: value 0");
        final Feature feature = recipe.feature(20);
        assertThat(feature.index()).isEqualTo(20);
        assertThat(feature.blockIndex()).isEqualTo(3);
        assertThat(feature.block()).isEqualTo(recipe.blocks().get(3));
        assertThat(feature.position()).isEqualTo(1);
        assertThatThrownBy(() -> recipe.feature(recipe.width())).isInstanceOf(IndexOutOfBoundsException.class)
            .hasMessageContaining("56");
        assertThatThrownBy(() -> recipe.feature(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void namingNeverFailsOnAListThatIsTooShort() {
        final var recipe = new FeatureRecipe(List.of(FeatureBlock.of("base", "one-hot", 2,
            Map.of(FeatureBlock.CATEGORIES, FeatureBlock.listOf(List.of("DBU"))))));

        assertThat(recipe.feature(1).name()).isEqualTo("base = #1");
    }

    @Test
    void listsSurviveAsParameters() {
        final var block = FeatureBlock.of("x", "y", 1, Map.of("t", FeatureBlock.listOf(List.of("", "[", "\u00e9\n")),
            "n", FeatureBlock.listOf(new double[]{1.0 / 3, -0.0, 1e-300}), "bad", "1,2"));
        final FeatureBlock copy = FeatureRecipe.fromJson(new FeatureRecipe(List.of(block)).toJson()).blocks().get(0);

        assertThat(copy).isEqualTo(block);
        assertThat(copy.texts("t")).containsExactly("", "[", "\u00e9\n");
        assertThat(copy.numbers("n")).containsExactly(1.0 / 3, -0.0, 1e-300);
        assertThatThrownBy(() -> copy.texts("n")).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("'n'").hasMessageContaining("'x'");
        assertThatThrownBy(() -> copy.numbers("bad")).hasMessageContaining("1,2");
        assertThatThrownBy(() -> copy.texts("none")).hasMessageContaining("'none'");
    }
}
