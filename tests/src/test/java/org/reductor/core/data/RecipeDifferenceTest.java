/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class RecipeDifferenceTest {

    private static final FeatureBlock MORGAN = FeatureBlock.of("smiles", "morgan", 2048, Map.of("radius", "2"));

    private static final FeatureBlock NUMBER = FeatureBlock.of("mass", FeatureBlock.NUMERIC, 1, Map.of());

    private static FeatureBlock categories(final String... names) {
        return FeatureBlock.of("base", "one-hot", names.length,
            Map.of(FeatureBlock.CATEGORIES, FeatureBlock.listOf(List.of(names))));
    }

    private static String between(final List<FeatureBlock> first, final List<FeatureBlock> second) {
        return RecipeDifference.between(new FeatureRecipe(first), new FeatureRecipe(second))
            .map(difference -> difference.sentence("here", "there")).orElse("none");
    }

    private static String between(final FeatureBlock first, final FeatureBlock second) {
        return between(List.of(first), List.of(second));
    }

    @Test
    void equalRecipesDifferInNothing() {
        assertThat(between(List.of(MORGAN, categories("a", "b")), List.of(MORGAN, categories("a", "b"))))
            .isEqualTo("none");
    }

    @Test
    void theFirstPropertyThatDiffersIsNamedWithBothValues() {
        assertThat(between(MORGAN, FeatureBlock.of("smiles", "morgan", 1024, Map.of("radius", "3"))))
            .isEqualTo("The first difference is in block 1: radius 2 here, radius 3 there.");
        assertThat(between(MORGAN, FeatureBlock.of("smiles", "morgan", 1024, Map.of("radius", "2"))))
            .isEqualTo("The first difference is in block 1: width 2,048 here, width 1,024 there.");
        assertThat(between(MORGAN, FeatureBlock.of("smiles", "maccs", 167, Map.of())))
            .isEqualTo("The first difference is in block 1: kind 'morgan' here, kind 'maccs' there.");
        assertThat(between(MORGAN, FeatureBlock.of("ligand", "morgan", 2048, Map.of("radius", "2"))))
            .isEqualTo("The first difference is in block 1: column 'smiles' here, column 'ligand' there.");
        assertThat(between(MORGAN, FeatureBlock.of("smiles", "morgan", 2048, Map.of("radius", "2", "role", "agents"))))
            .isEqualTo("The first difference is in block 1: no role here, role agents there.");
    }

    @Test
    void laterBlocksAreCountedAndMissingOnesSaidSo() {
        assertThat(between(List.of(MORGAN, NUMBER), List.of(MORGAN, categories("a"))))
            .isEqualTo("The first difference is in block 2: column 'mass' here, column 'base' there.");
        assertThat(between(List.of(MORGAN, NUMBER), List.of(MORGAN)))
            .isEqualTo("The first difference is in block 2: column 'mass' here, no such block there.");
    }

    @Test
    void ofLongListsOnlyTheFirstItemThatDiffersIsNamed() {
        final String[] many = IntStream.range(0, 5000).mapToObj(i -> "category " + i).toArray(String[]::new);
        final String[] other = many.clone();
        other[1234] = "DBU";

        assertThat(between(categories(many), categories(other))).isEqualTo("The first difference is in block 1: "
            + "categories number 1235 'category 1234' here, categories number 1235 'DBU' there.");
        assertThat(between(categories("a", "b"), categories("a", "b", "c"))).isEqualTo(
            "The first difference is in block 1: no categories number 3 here, categories number 3 'c' there.");
        assertThat(between(categories("x".repeat(1000)), categories("y"))).hasSizeLessThan(250);
    }
}
