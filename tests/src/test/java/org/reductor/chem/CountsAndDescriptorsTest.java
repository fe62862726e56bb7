/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.RDKit.RDKFuncs;
import org.RDKit.RWMol;
import org.RDKit.SparseIntVectu32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reductor.core.data.FeatureBlock;
import org.reductor.core.data.FeatureRecipe;
import org.reductor.core.data.SparseRow;

class CountsAndDescriptorsTest {

    private static final String ASPIRIN = "CC(=O)Oc1ccccc1C(=O)O";

    private static SparseRow features(final FingerprintKind kind, final String smiles) throws UnusableRowException {
        return new Featurizer(Featurizer.recipe("smiles", kind, 2048, 2)).features(smiles);
    }

    private static double total(final SparseRow row) {
        return IntStream.range(0, row.size()).mapToDouble(i -> row.values()[i]).sum();
    }

    private static double descriptor(final String id, final String smiles) throws UnusableRowException {
        final var block = FeatureBlock.of("smiles", FeatureBlocks.DESCRIPTORS, 1,
            Map.of(FeatureBlock.NAMES, FeatureBlock.listOf(List.of(id)), "center", "[0]", "scale", "[1]"));
        final SparseRow row = new Featurizer(new FeatureRecipe(List.of(block))).features(smiles);
        return row.size() == 0 ? 0 : row.values()[0];
    }

    @ParameterizedTest
    @EnumSource(value = FingerprintKind.class, names = {"MORGAN", "FEATURE_MORGAN"})
    void countsStandWhereTheBitsStand(final FingerprintKind kind) throws UnusableRowException {
        final SparseRow bits = features(kind, ASPIRIN);
        final SparseRow counts = features(kind.counts().orElseThrow(), ASPIRIN);

        assertThat(bits.binary()).isTrue();
        assertThat(counts.binary()).isFalse();
        assertThat(counts.columns()).containsExactly(bits.columns());
        for (final float count : counts.values()) {
            assertThat(count).isGreaterThanOrEqualTo(1).isEqualTo((float)Math.rint(count));
        }
        assertThat(total(counts)).isGreaterThan(bits.size());
    }

    /** Checked against RDKit's own count fingerprint, which is not used because it leaks. */
    @Test
    void countsAreThoseOfRdkit() throws UnusableRowException {
        final SparseRow counts = features(FingerprintKind.MORGAN_COUNT, ASPIRIN);
        final RWMol molecule = RWMol.MolFromSmiles(ASPIRIN);
        final SparseIntVectu32 expected = RDKFuncs.getHashedFingerprint(molecule, 2, 2048);

        assertThat(total(counts)).isEqualTo(expected.getTotalVal());
        for (int i = 0; i < counts.size(); i++) {
            assertThat(counts.values()[i]).isEqualTo(expected.getVal(counts.columns()[i]));
        }
        molecule.delete();
    }

    @Test
    void pairsAndTorsionsAreCounted() throws UnusableRowException {
        assertThat(total(features(FingerprintKind.ATOM_PAIR_COUNT, "c1ccccc1"))).isEqualTo(15);
        assertThat(total(features(FingerprintKind.TORSION_COUNT, "CCCCC"))).isEqualTo(2);
        assertThat(features(FingerprintKind.TORSION_COUNT, "C").size()).isZero();
    }

    @ParameterizedTest
    @EnumSource(value = FingerprintKind.class, mode = EnumSource.Mode.MATCH_ANY, names = ".*_COUNT")
    void scaledCountsAreCountsDividedByTheUnitOfTheirKind(final FingerprintKind kind) throws UnusableRowException {
        final SparseRow counts = features(kind, ASPIRIN);
        final SparseRow scaled = new Featurizer(Featurizer.recipe("smiles",
            List.of(new FingerprintSpec(kind, 2048, 2, true)), DescriptorSet.NONE, List.of(ASPIRIN)))
                .features(ASPIRIN);

        assertThat(kind.unit()).isGreaterThan(1);
        assertThat(scaled.columns()).containsExactly(counts.columns());
        for (int i = 0; i < counts.size(); i++) {
            assertThat(scaled.values()[i]).isEqualTo((float)(counts.values()[i] / kind.unit()));
        }
    }

    /** Else thousands of squares of one block drown the fifty bits of another. */
    @ParameterizedTest
    @EnumSource(value = FingerprintKind.class, mode = EnumSource.Mode.MATCH_ANY, names = ".*_COUNT")
    void scaledCountsOfADrugWeighAboutAsMuchAsItsBits(final FingerprintKind kind) throws UnusableRowException {
        final String imatinib = "Cc1ccc(cc1Nc1nccc(n1)-c1cccnc1)NC(=O)c1ccc(cc1)CN1CCN(C)CC1";
        final SparseRow counts = features(kind, imatinib);
        final double squares =
            IntStream.range(0, counts.size()).mapToDouble(i -> Math.pow(counts.values()[i] / kind.unit(), 2)).sum();

        assertThat(squares).isBetween(20.0, 120.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "NaN", "Infinity", "seven"})
    void unitThatIsNoNumberAboveZeroIsNamed(final String unit) {
        final var block = FeatureBlock.of("smiles", "torsion-count", 2048, Map.of("unit", unit));

        assertThatThrownBy(() -> new Featurizer(new FeatureRecipe(List.of(block))))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("'torsion-count'")
            .hasMessageContaining("'" + unit + "'");
    }

    @Test
    void kindsWithoutCountsSaySo() {
        assertThat(FingerprintKind.MACCS.counts()).isEmpty();
        assertThat(FingerprintKind.MORGAN_COUNT.counts()).isEmpty();
        assertThat(FingerprintKind.MORGAN_COUNT.isCount()).isTrue();
        assertThat(FingerprintKind.RDKIT.isCount()).isFalse();
    }

    /** Values as RDKit's Python interface gives them. */
    @Test
    void descriptorsHaveTheirKnownValues() throws UnusableRowException {
        assertThat(descriptor("MolWt", ASPIRIN)).isCloseTo(180.159, within(0.001));
        assertThat(descriptor("MolLogP", ASPIRIN)).isCloseTo(1.3101, within(0.0001));
        assertThat(descriptor("MolMR", ASPIRIN)).isCloseTo(44.7103, within(0.0001));
        assertThat(descriptor("TPSA", ASPIRIN)).isCloseTo(63.60, within(0.001));
        assertThat(descriptor("NumHDonors", ASPIRIN)).isEqualTo(1);
        assertThat(descriptor("NumAromaticRings", ASPIRIN)).isEqualTo(1);
        assertThat(descriptor("NumHeavyAtoms", ASPIRIN)).isEqualTo(13);
        assertThat(descriptor("NumHeteroatoms", ASPIRIN)).isEqualTo(4);
        assertThat(descriptor("FractionCSP3", ASPIRIN)).isCloseTo(1 / 9.0, within(1e-6));
        assertThat(descriptor("FormalCharge", "CC(=O)[O-]")).isEqualTo(-1);
        assertThat(descriptor("NumSpiroAtoms", "C1CCC2(CC1)CCCCC2")).isEqualTo(1);
        assertThat(descriptor("NumBridgeheadAtoms", "C1CC2CCC1C2")).isEqualTo(2);
    }

    @Test
    void unknownDescriptorsAndUnevenListsAreNamed() {
        assertThatThrownBy(() -> descriptor("Beauty", ASPIRIN)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("'Beauty'").hasMessageContaining("TPSA");
        final FeatureBlock uneven = FeatureBlock.of("smiles", "descriptors", 1,
            Map.of(FeatureBlock.NAMES, "[\"TPSA\"]", FeatureBlocks.CENTER, "[0,0]", FeatureBlocks.SCALE, "[1]"));
        assertThatThrownBy(() -> DescriptorBlock.of(uneven)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("1 features for 1 descriptors, 2 centres and 1 scales");
    }

    @Test
    void draftOfDescriptorsMustBeCompletedFirst() {
        final FeatureBlock draft = FeatureBlocks.descriptors("smiles", DescriptorSet.BASIC, MoleculeOptions.DEFAULT);

        assertThat(FeatureBlocks.isDraft(draft)).isTrue();
        assertThatThrownBy(() -> new Featurizer(new FeatureRecipe(List.of(draft))))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("'center'");
    }
}
