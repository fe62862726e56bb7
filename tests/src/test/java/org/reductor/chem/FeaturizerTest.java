/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reductor.core.data.FeatureBlock;
import org.reductor.core.data.FeatureRecipe;

class FeaturizerTest {

    private static final String ETHANOL = "CCO";

    private static final String ETHANOL_MOLBLOCK = String.join("\n", "", "  drawn by hand", "",
        "  3  2  0  0  0  0            999 V2000", //
        "    0.0000    0.0000    0.0000 C   0  0", //
        "    1.5000    0.0000    0.0000 C   0  0", //
        "    2.2500    1.3000    0.0000 O   0  0", //
        "  1  2  1  0", "  2  3  1  0", "M  END", "");

    private static FeatureRecipe morgan(final int width, final int radius) {
        return Featurizer.recipe("smiles", FingerprintKind.MORGAN, width, radius);
    }

    @ParameterizedTest
    @EnumSource(FingerprintKind.class)
    void recipeSurvivesTheModelFile(final FingerprintKind kind) throws UnusableRowException {
        final FeatureRecipe recipe = Featurizer.recipe("smiles", kind, 512, 3);
        final var copy = new Featurizer(FeatureRecipe.fromJson(recipe.toJson()));

        assertThat(copy.recipe()).isEqualTo(recipe);
        assertThat(copy.features("c1ccccc1C(=O)NCC").columns()).isNotEmpty().isSorted()
            .containsExactly(new Featurizer(recipe).features("c1ccccc1C(=O)NCC").columns());
        assertThat(Arrays.stream(copy.features("c1ccccc1C(=O)NCC").columns()))
            .allMatch(bit -> bit >= 0 && bit < recipe.width());
    }

    @Test
    void maccsHasItsOwnWidth() {
        assertThat(Featurizer.recipe("smiles", FingerprintKind.MACCS, 2048, 2).width()).isEqualTo(167);
    }

    @Test
    void radiusAndWidthMatter() throws UnusableRowException {
        final String smiles = "CC(=O)Oc1ccccc1C(=O)O";

        assertThat(new Featurizer(morgan(2048, 0)).features(smiles).columns()).hasSizeLessThan(
            new Featurizer(morgan(2048, 2)).features(smiles).columns().length);
        assertThat(Arrays.stream(new Featurizer(morgan(64, 2)).features(smiles).columns())).allMatch(bit -> bit < 64);
    }

    @Test
    void molblockGivesTheBitsOfItsSmiles() throws UnusableRowException {
        final var featurizer = new Featurizer(morgan(2048, 2));

        assertThat(featurizer.features(ETHANOL_MOLBLOCK)).isEqualTo(featurizer.features(ETHANOL));
    }

    @Test
    void restOfAnSdfRecordIsNotRead() throws UnusableRowException {
        final var featurizer = new Featurizer(morgan(2048, 2));
        final String record = ETHANOL_MOLBLOCK + "> <activity>\n5.1\n\n$$$$\n";

        assertThat(featurizer.features(record)).isEqualTo(featurizer.features(ETHANOL));
    }

    @Test
    void nameAfterTheSmilesIsNotRead() throws UnusableRowException {
        final var featurizer = new Featurizer(morgan(2048, 2));

        assertThat(featurizer.features("  CCO ethanol\n")).isEqualTo(featurizer.features(ETHANOL));
    }

    @Test
    void blocksFollowOneAnother() throws UnusableRowException {
        final var first = new FeatureBlock("acid", "morgan", 256, FingerprintKind.MORGAN.parameters(2));
        final var second = new FeatureBlock("amine", "maccs", 167, FingerprintKind.MACCS.parameters(2));
        final var featurizer = new Featurizer(new FeatureRecipe(List.of(first, second)));

        final int[] acid = new Featurizer(new FeatureRecipe(List.of(first))).features("CC(=O)O").columns();
        final int[] amine = new Featurizer(new FeatureRecipe(List.of(second))).features("CCN").columns();
        assertThat(featurizer.features("CC(=O)O", "CCN").columns()).containsExactly(
            IntStream.concat(Arrays.stream(acid), Arrays.stream(amine).map(bit -> bit + 256)).toArray());
        assertThatThrownBy(() -> featurizer.features("CC(=O)O").columns()).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("reads 2 columns, but 1");
    }

    @Test
    void manyThreadsGiveTheSameBits() throws UnusableRowException {
        for (final FingerprintKind kind : FingerprintKind.values()) {
            final var featurizer = new Featurizer(Featurizer.recipe("smiles", kind, 1024, 2));
            final int[][] expected = new int[20][];
            for (int i = 0; i < expected.length; i++) {
                expected[i] = featurizer.features("C".repeat(i + 1) + "c1ccccc1").columns();
            }
            IntStream.range(0, 400).parallel().forEach(i -> {
                try {
                    assertThat(featurizer.features("C".repeat(i % 20 + 1) + "c1ccccc1").columns())
                        .containsExactly(expected[i % 20]);
                } catch (UnusableRowException e) {
                    throw new AssertionError(e);
                }
            });
        }
    }

    @Test
    void unknownKindIsNamed() {
        assertThatThrownBy(() -> featurizer("holographic", 2048, Map.of())).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("'holographic'").hasMessageContaining("morgan, feature-morgan, rdkit");
    }

    @Test
    void impossibleWidthsAndRadiiAreNamed() {
        assertThatThrownBy(() -> featurizer("morgan", 8, Map.of("radius", "2"))).hasMessageContaining("8 bits");
        assertThatThrownBy(() -> featurizer("maccs", 2048, Map.of())).hasMessageContaining("167");
        assertThatThrownBy(() -> featurizer("morgan", 2048, Map.of())).hasMessageContaining("'null'");
        assertThatThrownBy(() -> featurizer("morgan", 2048, Map.of("radius", "many"))).hasMessageContaining("'many'");
        assertThatThrownBy(() -> featurizer("morgan", 2048, Map.of("radius", "99"))).hasMessageContaining("'99'");
    }

    @Test
    void versionOfRdkitIsKnown() {
        assertThat(Featurizer.rdkitVersion()).matches("20\\d\\d\\.\\d\\d\\.\\d+.*");
    }

    private static Featurizer featurizer(final String kind, final int width, final Map<String, String> parameters) {
        return new Featurizer(new FeatureRecipe(List.of(FeatureBlock.of("smiles", kind, width, parameters))));
    }
}
