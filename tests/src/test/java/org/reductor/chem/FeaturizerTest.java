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
    void recipeSurvivesTheModelFile(final FingerprintKind kind) throws UnreadableMoleculeException {
        final FeatureRecipe recipe = Featurizer.recipe("smiles", kind, 512, 3);
        final var copy = new Featurizer(FeatureRecipe.fromJson(recipe.toJson()));

        assertThat(copy.recipe()).isEqualTo(recipe);
        assertThat(copy.setBits("c1ccccc1C(=O)NCC")).isNotEmpty().isSorted()
            .containsExactly(new Featurizer(recipe).setBits("c1ccccc1C(=O)NCC"));
        assertThat(Arrays.stream(copy.setBits("c1ccccc1C(=O)NCC"))).allMatch(bit -> bit >= 0 && bit < recipe.width());
    }

    @Test
    void maccsHasItsOwnWidth() {
        assertThat(Featurizer.recipe("smiles", FingerprintKind.MACCS, 2048, 2).width()).isEqualTo(167);
    }

    @Test
    void radiusAndWidthMatter() throws UnreadableMoleculeException {
        final String smiles = "CC(=O)Oc1ccccc1C(=O)O";

        assertThat(new Featurizer(morgan(2048, 0)).setBits(smiles)).hasSizeLessThan(
            new Featurizer(morgan(2048, 2)).setBits(smiles).length);
        assertThat(Arrays.stream(new Featurizer(morgan(64, 2)).setBits(smiles))).allMatch(bit -> bit < 64);
    }

    @Test
    void molblockGivesTheBitsOfItsSmiles() throws UnreadableMoleculeException {
        final var featurizer = new Featurizer(morgan(2048, 2));

        assertThat(featurizer.setBits(ETHANOL_MOLBLOCK)).containsExactly(featurizer.setBits(ETHANOL));
    }

    @Test
    void restOfAnSdfRecordIsNotRead() throws UnreadableMoleculeException {
        final var featurizer = new Featurizer(morgan(2048, 2));
        final String record = ETHANOL_MOLBLOCK + "> <activity>\n5.1\n\n$$$$\n";

        assertThat(featurizer.setBits(record)).containsExactly(featurizer.setBits(ETHANOL));
    }

    @Test
    void nameAfterTheSmilesIsNotRead() throws UnreadableMoleculeException {
        final var featurizer = new Featurizer(morgan(2048, 2));

        assertThat(featurizer.setBits("  CCO ethanol\n")).containsExactly(featurizer.setBits(ETHANOL));
    }

    @Test
    void blocksFollowOneAnother() throws UnreadableMoleculeException {
        final var first = new FeatureBlock("acid", "morgan", 256, FingerprintKind.MORGAN.parameters(2));
        final var second = new FeatureBlock("amine", "maccs", 167, FingerprintKind.MACCS.parameters(2));
        final var featurizer = new Featurizer(new FeatureRecipe(List.of(first, second)));

        final int[] acid = new Featurizer(new FeatureRecipe(List.of(first))).setBits("CC(=O)O");
        final int[] amine = new Featurizer(new FeatureRecipe(List.of(second))).setBits("CCN");
        assertThat(featurizer.setBits("CC(=O)O", "CCN")).containsExactly(
            IntStream.concat(Arrays.stream(acid), Arrays.stream(amine).map(bit -> bit + 256)).toArray());
        assertThatThrownBy(() -> featurizer.setBits("CC(=O)O")).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("2 molecule columns, but 1");
    }

    @Test
    void manyThreadsGiveTheSameBits() throws UnreadableMoleculeException {
        for (final FingerprintKind kind : FingerprintKind.values()) {
            final var featurizer = new Featurizer(Featurizer.recipe("smiles", kind, 1024, 2));
            final int[][] expected = new int[20][];
            for (int i = 0; i < expected.length; i++) {
                expected[i] = featurizer.setBits("C".repeat(i + 1) + "c1ccccc1");
            }
            IntStream.range(0, 400).parallel().forEach(i -> {
                try {
                    assertThat(featurizer.setBits("C".repeat(i % 20 + 1) + "c1ccccc1"))
                        .containsExactly(expected[i % 20]);
                } catch (UnreadableMoleculeException e) {
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
