/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reductor.core.data.FeatureBlock;
import org.reductor.core.data.FeatureRecipe;
import org.reductor.core.data.SparseRow;

/** Fingerprints and descriptors of one molecule beside each other. */
class SeveralBlocksTest {

    private static final List<String> TRAINING = List.of("CCO", "CC(=O)Oc1ccccc1C(=O)O", "CN1CCC[C@H]1c1cccnc1",
        "Cn1c(=O)c2c(ncn2C)n(C)c1=O", "CC(=O)Nc1ccc(O)cc1", "CCCCCC", "OCC(O)CO");

    private static final FingerprintSpec MORGAN = new FingerprintSpec(FingerprintKind.MORGAN, 512, 2);

    private static final FingerprintSpec COUNTS = new FingerprintSpec(FingerprintKind.MORGAN_COUNT, 256, 3);

    private static final FingerprintSpec PAIRS = new FingerprintSpec(FingerprintKind.ATOM_PAIR, 1024, 0);

    private static final FingerprintSpec PATHS = new FingerprintSpec(FingerprintKind.RDKIT, 128, 0);

    private static double[] dense(final FeatureRecipe recipe, final String molecule) throws UnusableRowException {
        final SparseRow row = new Featurizer(recipe).features(molecule);
        final double[] dense = new double[recipe.width()];
        for (int i = 0; i < row.size(); i++) {
            dense[row.columns()[i]] = row.binary() ? 1 : row.values()[i];
        }
        return dense;
    }

    private static FeatureRecipe recipe(final DescriptorSet descriptors, final FingerprintSpec... fingerprints)
        throws UnusableRowException {
        return Featurizer.recipe("m", List.of(fingerprints), descriptors, TRAINING);
    }

    /** RDKit's paths are made in a process of their own, and all other blocks of the molecule with them. */
    @Test
    void eachBlockHasItsOwnColumns() throws UnusableRowException {
        final FeatureRecipe all = recipe(DescriptorSet.ALL, MORGAN, COUNTS, PAIRS, PATHS);

        assertThat(all.blocks()).extracting(FeatureBlock::width).containsExactly(512, 256, 1024, 128,
            DescriptorSet.ALL.ids().size());
        for (final String molecule : TRAINING) {
            final double[] together = dense(all, molecule);
            int start = 0;
            for (final FeatureBlock block : all.blocks()) {
                assertThat(Arrays.copyOfRange(together, start, start + block.width())).as(block.kind())
                    .containsExactly(dense(new FeatureRecipe(List.of(block)), molecule));
                start += block.width();
            }
        }
        assertThat(all.feature(512).name()).isEqualTo("m: Morgan count 0");
        assertThat(all.feature(1920).name()).isEqualTo("m: MolWt");
    }

    @Test
    void recipeNamesItsDescriptorsAndComesThroughJsonUnchanged() throws UnusableRowException {
        final FeatureRecipe recipe = recipe(DescriptorSet.ALL, MORGAN, PAIRS);
        final FeatureRecipe read = FeatureRecipe.fromJson(recipe.toJson());

        assertThat(read).isEqualTo(recipe);
        assertThat(read.blocks().get(2).texts(FeatureBlock.NAMES)).isEqualTo(DescriptorSet.ALL.ids());
        assertThat(dense(read, "CCN")).containsExactly(dense(recipe, "CCN"));
        assertThat(recipe(DescriptorSet.NONE, MORGAN))
            .isEqualTo(Featurizer.recipe("m", FingerprintKind.MORGAN, 512, 2));
    }

    /** Model files name them: none may go. */
    @Test
    void basicDescriptorsAreTheTwentyOfTheFirstVersion() {
        assertThat(DescriptorSet.BASIC.ids()).containsExactly("MolWt", "MolLogP", "MolMR", "TPSA", "LabuteASA",
            "NumHAcceptors", "NumHDonors", "NumRotatableBonds", "NumAmideBonds", "NumRings", "NumAromaticRings",
            "NumAliphaticRings", "NumHeterocycles", "NumSpiroAtoms", "NumBridgeheadAtoms", "NumHeavyAtoms",
            "NumHeteroatoms", "FractionCSP3", "FormalCharge", "HallKierAlpha");
        assertThat(DescriptorSet.ALL.ids()).startsWith(DescriptorSet.BASIC.ids().toArray(String[]::new));
        assertThat(new HashSet<>(DescriptorSet.ALL.ids())).hasSameSizeAs(DescriptorSet.ALL.ids())
            .contains("MQN42", "SlogP_VSA12", "SMR_VSA10", "PEOE_VSA14", "Chi4n", "Kappa3", "NumSulfonamide");
        assertThat(DescriptorSet.NONE.ids()).isEmpty();
    }

    @Test
    void descriptorsAreCentredAndTogetherHaveTheVarianceOfTwoFingerprints() throws UnusableRowException {
        final FeatureRecipe recipe = recipe(DescriptorSet.ALL);
        final double[][] rows = new double[TRAINING.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = dense(recipe, TRAINING.get(i));
        }
        for (int d = 0; d < recipe.width(); d++) {
            final int column = d;
            final double[] values = Arrays.stream(rows).mapToDouble(row -> row[column]).toArray();
            final double squares = Arrays.stream(values).map(v -> v * v).sum();
            assertThat(Arrays.stream(values).sum()).as(recipe.feature(d).name()).isCloseTo(0, within(1e-4));
            assertThat(squares == 0 || Math.abs(squares / (rows.length - 1) - 80.0 / recipe.width()) < 1e-4)
                .as(recipe.feature(d).name()).isTrue();
        }
    }

    @Test
    void oddMoleculesStayWithinFiveStandardDeviations() throws UnusableRowException {
        final FeatureRecipe recipe = recipe(DescriptorSet.ALL);

        final double[] huge = dense(recipe, "CCO".repeat(300));
        final double most = 5 * Math.sqrt(80.0 / recipe.width());
        assertThat(huge[0]).isCloseTo(most, within(1e-5)); // 14,000 g/mol
        assertThat(Arrays.stream(huge).map(Math::abs).max().orElseThrow()).isCloseTo(most, within(1e-5));
    }

    /** Networks have learned nothing of it: whatever a new molecule has there must not move them. */
    @Test
    void descriptorThatWasConstantInTrainingStaysZero() throws UnusableRowException {
        final FeatureRecipe recipe = recipe(DescriptorSet.ALL);
        final int boron = DescriptorSet.ALL.ids().indexOf("NumBoron");

        assertThat(dense(recipe, "OB(O)c1ccccc1")[boron]).isZero();
        assertThat(recipe.blocks().get(0).numbers(FeatureBlocks.LIMIT)[boron]).isZero();
    }

    @Test
    void recipesOfTheFirstVersionHaveNoLimit() throws UnusableRowException {
        final var old = FeatureBlock.of("m", FeatureBlocks.DESCRIPTORS, 1, Map.of(FeatureBlock.NAMES, "[\"MolWt\"]",
            FeatureBlocks.CENTER, "[0]", FeatureBlocks.SCALE, "[0.5]"));

        assertThat(dense(new FeatureRecipe(List.of(old)), "C")[0]).isCloseTo(32.085, within(.01));
    }

    /** Twenty iron atoms, each bound to all others: their paths are countless, all else is known. */
    @Test
    void descriptorThatAMoleculeDoesNotHaveCountsAsTheMean() throws UnusableRowException {
        final String cluster = CrashingMoleculesTest.cluster(20) + ".CCO";
        final FeatureRecipe recipe = recipe(DescriptorSet.ALL);
        final double[] features = dense(recipe, cluster);

        assertThat(features[DescriptorSet.ALL.ids().indexOf("Chi3v")]).isZero();
        assertThat(features[DescriptorSet.ALL.ids().indexOf("MolWt")])
            .isCloseTo(5 * Math.sqrt(80.0 / recipe.width()), within(1e-5));
        final FeatureRecipe trained = RecipeFitter.fit(
            List.of(FeatureBlocks.descriptors("m", DescriptorSet.ALL, MoleculeOptions.DEFAULT)),
            List.of(new Object[]{"CCO"}, new Object[]{"CCCCO"}, new Object[]{cluster}));
        final int chi = DescriptorSet.ALL.ids().indexOf("Chi3n");
        assertThat(trained.blocks().get(0).numbers(FeatureBlocks.CENTER)[chi]).isBetween(.01, 1.);
        assertThat(dense(trained, cluster)[chi]).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[Na+].[Cl-]", "[Fe]", "[H][H]", "[U+4]", "[BH4-]", "C[Mg]Br", "*", "[He]", "O.O.O.O",
        "C[Hg]C", "[Cl-].[Cl-].N.N.[Pt+2]", "c1ccc2c(c1)ccc1ccccc12", "[C-]#[O+]", "[Li]CCCC", "[CH3]",
        "[13CH4]", "O=[Xe](=O)=O"})
    void hostileMoleculesHaveFiniteFeatures(final String smiles) throws UnusableRowException {
        final double[] features = dense(recipe(DescriptorSet.ALL, MORGAN, COUNTS, PAIRS), smiles);

        assertThat(Arrays.stream(features).allMatch(Double::isFinite)).isTrue();
        assertThat(Arrays.stream(features, features.length - DescriptorSet.ALL.ids().size(), features.length)
            .map(Math::abs).max().orElseThrow()).isLessThanOrEqualTo(5);
    }

    @Test
    void molecularSizeAndEmptinessAreRefusedAsEver() throws UnusableRowException {
        final var featurizer = new Featurizer(recipe(DescriptorSet.ALL, MORGAN));

        assertThatThrownBy(() -> featurizer.features("")).hasMessage("The molecule is empty.");
        assertThatThrownBy(() -> featurizer.features("C".repeat(1_001))).hasMessageContaining("too large: 1,001 atoms");
        assertThat(featurizer.features("F".concat("C(F)(F)".repeat(332)).concat("F")).size()).isPositive();
        assertThat(featurizer.features(String.join(".", Collections.nCopies(400, "[Na+].[Cl-]"))).size()).isPositive();
    }

    /** A fragment that is cut out of a salt has forgotten its stereocentres. */
    @Test
    void saltsKeepTheirStereocentres() throws UnusableRowException {
        final var options = new MoleculeOptions(null, new Standardization(true, true, false), false);
        final FeatureRecipe recipe = RecipeFitter.fit(
            List.of(FeatureBlocks.descriptors("m", DescriptorSet.ALL, options)),
            List.of(new Object[]{"CC"}, new Object[]{"C[C@H](N)C(=O)O"}));
        final int stereo = DescriptorSet.ALL.ids().indexOf("NumAtomStereoCenters");

        assertThat(dense(recipe, "[Na+].C[C@H](N)C(=O)[O-]")[stereo])
            .isEqualTo(dense(recipe, "C[C@H](N)C(=O)O")[stereo]).isPositive();
    }

    @Test
    void severalThreadsMakeTheSameFeatures() throws UnusableRowException {
        final FeatureRecipe recipe = recipe(DescriptorSet.ALL, MORGAN, COUNTS);
        final var featurizer = new Featurizer(recipe);
        final List<SparseRow> expected = TRAINING.stream().map(m -> features(featurizer, m)).toList();

        final List<SparseRow> parallel = IntStream.range(0, 40 * TRAINING.size()).parallel()
            .mapToObj(i -> features(featurizer, TRAINING.get(i % TRAINING.size()))).toList();

        for (int i = 0; i < parallel.size(); i++) {
            assertThat(parallel.get(i)).isEqualTo(expected.get(i % TRAINING.size()));
        }
    }

    private static SparseRow features(final Featurizer featurizer, final String molecule) {
        try {
            return featurizer.features(molecule);
        } catch (UnusableRowException e) {
            throw new AssertionError(e);
        }
    }
}
