/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.RDKit.RWMol;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DescriptorValuesTest {

    private static final String ASPIRIN = "CC(=O)Oc1ccccc1C(=O)O";

    private static final String CAFFEINE = "Cn1c(=O)c2c(ncn2C)n(C)c1=O";

    private static final String PARACETAMOL = "CC(=O)Nc1ccc(O)cc1";

    private static final String NICOTINE = "CN1CCC[C@H]1c1cccnc1";

    private static final String CHLORAMPHENICOL = "O=C(N[C@H](CO)[C@H](O)c1ccc([N+](=O)[O-])cc1)C(Cl)Cl";

    private static final String SULFANILAMIDE = "Nc1ccc(cc1)S(N)(=O)=O";

    @BeforeAll
    static void load() {
        RdkitLibrary.ensureLoaded();
    }

    private static double descriptor(final String id, final String smiles) {
        final RWMol molecule = RWMol.MolFromSmiles(smiles);
        try {
            final DescriptorCatalog.Entry entry = DescriptorCatalog.of(id);
            return entry.source().of(new DescribedMolecule(molecule))[entry.index()];
        } finally {
            molecule.delete();
        }
    }

    /** Hall and Kier, Rev. Comput. Chem. 1991, 2, 367-422, as RDKit's own tests quote them. */
    @ParameterizedTest
    @CsvSource({"CCCCCC, 4.828, 2.914, 1.707, 0.957, 0.500", "CCC(C)CC, 4.992, 2.808, 1.922, 1.394, 0.289",
        "CC(C)CCC, 4.992, 2.770, 2.183, 0.866, 0.577", "CC(C)C(C)C, 5.155, 2.643, 2.488, 1.333, 0.000",
        "CC(C)(C)CC, 5.207, 2.561, 2.914, 1.061, 0.000", "CCCCCO, 4.276, 2.523, 1.431, 0.762, 0.362",
        "CCC(O)CC, 4.439, 2.489, 1.470, 0.943, 0.289", "CC(O)(C)CC, 4.654, 2.284, 2.166, 0.865, 0.000",
        "c1ccccc1O, 3.834, 2.134, 1.336, 0.756, 0.428"})
    void connectivityIndicesArePublishedOnes(final String smiles, final double chi0, final double chi1,
        final double chi2, final double chi3, final double chi4) {
        final double[] published = {chi0, chi1, chi2, chi3, chi4};
        for (int order = 0; order < published.length; order++) {
            assertThat(descriptor("Chi" + order + "v", smiles)).as("order %d", order)
                .isCloseTo(published[order], within(.002));
        }
    }

    /** From the same paper. */
    @ParameterizedTest
    @CsvSource({"CCC(C)C1CCC(C)CC1, 9.091, 4.133, 2.500", "CC(C)CC1CCC(C)CC1, 9.091, 4.133, 3.265",
        "CC(C)C1CCC(C)CCC1, 9.091, 4.133, 2.844"})
    void shapeIndicesArePublishedOnes(final String smiles, final double first, final double second,
        final double third) {
        assertThat(descriptor("Kappa1", smiles)).isCloseTo(first, within(.002));
        assertThat(descriptor("Kappa2", smiles)).isCloseTo(second, within(.002));
        assertThat(descriptor("Kappa3", smiles)).isCloseTo(third, within(.002));
        assertThat(descriptor("Phi", smiles)).isCloseTo(first * second / 11, within(.005));
    }

    /** From the same paper, elements and bonds that alpha tells apart. */
    @ParameterizedTest
    @CsvSource({"C1CCCC1, 1.440", "C1CCCCC1, 2.222", "CC=CCCC, 4.740", "c1ccccc1, 1.606", "n1ccncc1, 1.500",
        "CCCCF, 3.930", "CCCCCl, 4.290", "CCCCBr, 4.480"})
    void secondShapeIndexKnowsElements(final String smiles, final double published) {
        assertThat(descriptor("Kappa2", smiles)).isCloseTo(published, within(.002));
    }

    /** Ranges and areas as in RDKit's tests of its own code. */
    @Test
    void surfaceAreasStandInTheirRanges() {
        assertThat(descriptor("SlogP_VSA2", "CCO")).isCloseTo(11.713, within(.001));
        assertThat(descriptor("SlogP_VSA5", "CCO")).isCloseTo(6.924, within(.001));
        assertThat(descriptor("SlogP_VSA6", "Fc1ccccc1")).isCloseTo(30.332, within(.001));
        assertThat(descriptor("SlogP_VSA10", "Fc1ccccc1")).isCloseTo(4.390, within(.001));
        assertThat(descriptor("SMR_VSA1", "CCO")).isCloseTo(5.106, within(.001));
        assertThat(descriptor("SMR_VSA5", "CCO")).isCloseTo(6.924, within(.001));
        assertThat(descriptor("PEOE_VSA1", "CCO")).isCloseTo(5.106, within(.001));
        assertThat(descriptor("PEOE_VSA7", "CCO")).isCloseTo(6.924, within(.001));
    }

    /** By hand, from the definitions of Nguyen et al., ChemMedChem 2009, 4, 1803-1805. */
    @ParameterizedTest
    @CsvSource({ASPIRIN + ", 9, 0, 0, 4, 13, 1, 0", CAFFEINE + ", 8, 0, 4, 2, 14, 0, 1",
        PARACETAMOL + ", 8, 1, 0, 2, 11, 1, 0", NICOTINE + ", 10, 0, 2, 0, 12, 1, 1"})
    void quantumNumbersCountAtomsAndRings(final String smiles, final int carbon, final int acyclicNitrogen,
        final int cyclicNitrogen, final int acyclicOxygen, final int heavy, final int sixRings, final int fiveRings) {
        assertThat(descriptor("MQN1", smiles)).isEqualTo(carbon);
        assertThat(descriptor("MQN8", smiles)).isEqualTo(acyclicNitrogen);
        assertThat(descriptor("MQN9", smiles)).isEqualTo(cyclicNitrogen);
        assertThat(descriptor("MQN10", smiles)).isEqualTo(acyclicOxygen);
        assertThat(descriptor("MQN12", smiles)).isEqualTo(heavy);
        assertThat(descriptor("MQN35", smiles)).isEqualTo(fiveRings);
        assertThat(descriptor("MQN36", smiles)).isEqualTo(smiles.equals(CAFFEINE) ? 1 : sixRings);
    }

    @Test
    void ringsAndStereocentresAreCounted() {
        assertThat(descriptor("NumAromaticHeterocycles", NICOTINE)).isEqualTo(1);
        assertThat(descriptor("NumSaturatedHeterocycles", NICOTINE)).isEqualTo(1);
        assertThat(descriptor("NumAromaticCarbocycles", NICOTINE)).isZero();
        assertThat(descriptor("NumAtomStereoCenters", CHLORAMPHENICOL)).isEqualTo(2);
        assertThat(descriptor("NumUnspecifiedAtomStereoCenters", CHLORAMPHENICOL)).isZero();
        assertThat(descriptor("NumUnspecifiedAtomStereoCenters", "NC(C)(F)C(=O)O")).isEqualTo(1);
        assertThat(descriptor("ExactMolWt", ASPIRIN)).isCloseTo(180.0423, within(.0001));
        assertThat(descriptor("NumRadicalElectrons", "[CH2]C[O]")).isEqualTo(2);
        assertThat(descriptor("NumOtherElements", "[Na+].[Cl-].[Ir]")).isEqualTo(2);
        assertThat(descriptor("NumBoron", "OB(O)c1ccccc1")).isEqualTo(1);
    }

    @Test
    void groupsAreThoseThatAChemistSees() {
        assertGroups(ASPIRIN, List.of("CarboxylicAcid", "Ester", "Methyl"));
        assertGroups(PARACETAMOL, List.of("SecondaryAmide", "Aniline", "Phenol", "Methyl"));
        assertGroups(NICOTINE, List.of("TertiaryAmine", "PyridineNitrogen", "Methyl"));
        assertGroups(SULFANILAMIDE, List.of("Aniline", "Sulfonamide"));
        assertGroups(CHLORAMPHENICOL, List.of("SecondaryAmide", "Nitro", "Alcohol", "AlkylHalide"));
        assertThat(descriptor("NumAlcohol", CHLORAMPHENICOL)).isEqualTo(2);
        assertThat(descriptor("NumAlkylHalide", CHLORAMPHENICOL)).isEqualTo(2);
        assertThat(descriptor("NumTertButyl", "CC(C)(C)CC(C)(C)C")).isEqualTo(2);
        assertThat(descriptor("NumTrifluoromethyl", "FC(F)(F)CC(F)(F)F")).isEqualTo(2);
        assertThat(descriptor("NumCarboxylicAcid", "CC(=O)[O-].CC(O)=O")).isEqualTo(2);
    }

    private static void assertGroups(final String smiles, final List<String> expected) {
        for (final FunctionalGroup group : FunctionalGroup.values()) {
            assertThat(descriptor(group.id(), smiles) > 0).as("%s of %s", group.id(), smiles)
                .isEqualTo(expected.contains(group.id().substring("Num".length())));
        }
    }
}
