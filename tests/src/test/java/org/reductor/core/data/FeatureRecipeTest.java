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
}
