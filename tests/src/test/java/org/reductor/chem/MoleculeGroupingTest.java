/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reductor.chem.MoleculeGrouping.By;
import org.reductor.chem.MoleculeGrouping.Ringless;

class MoleculeGroupingTest {

    private static final Standardization SALTS = new Standardization(true, true, false);

    private static MoleculeGrouper grouper(final By by, final Standardization standardization, final boolean stereo,
        final Ringless ringless) {
        return new MoleculeGrouper(new MoleculeGrouping(by, standardization, stereo, ringless), () -> false);
    }

    private static String group(final By by, final String smiles) throws UnusableRowException {
        return grouper(by, SALTS, false, Ringless.TOGETHER).group(smiles);
    }

    /** The first two are of the documentation of RDKit's MurckoScaffold.py, the others were drawn by hand. */
    @ParameterizedTest
    @CsvSource({"Cc1cc(Oc2nccc(CCC)c2)ccc1, c1ccc(Oc2ccccn2)cc1", "Cc1ccccc1, c1ccccc1",
        "CC(=O)Oc1ccccc1C(=O)O, c1ccccc1", "CN1CCC[C@H]1c1cccnc1, c1cncc(C2CCCN2)c1",
        "Cn1cnc2c1c(=O)n(C)c(=O)n2C, O=c1[nH]c(=O)c2[nH]cnc2[nH]1", "C=C1CCC(=O)CC1, C=C1CCC(=O)CC1",
        "CS(=O)(=O)c1ccccc1, c1ccccc1", "O=S(=O)(c1ccccc1)c1ccccc1, O=S(=O)(c1ccccc1)c1ccccc1",
        "OC[C@H]1O[C@@H](n2cnc3c(N)ncnc32)[C@H](O)[C@@H]1O, c1ncc2ncn(C3CCCO3)c2n1",
        "CC(C)(C)OC(=O)N1CCC(CC1)NC(=O)c1ccccc1, O=C(NC1CCNCC1)c1ccccc1", "CCOc1ccccc1CCC1CC1, c1ccc(CCC2CC2)cc1"})
    void scaffoldIsRingsAndLinkersWithWhatIsDoublyBonded(final String smiles, final String scaffold) throws Exception {
        assertThat(group(By.SCAFFOLD, smiles)).isEqualTo(scaffold);
    }

    /** The first four are of the documentation of RDKit's MakeScaffoldGeneric. */
    @ParameterizedTest
    @CsvSource({"c1ccccc1, C1CCCCC1", "c1ncccc1, C1CCCCC1", "c1[nH]ccc1, C1CCCC1", "C1[NH2+]C1, C1CC1",
        "C1[C@](Cl)(F)O1, C1CC1", "O=C1CCCCC1, C1CCCCC1", "O=S(=O)(c1ccccc1)c1ccccc1, C1CCC(CC2CCCCC2)CC1",
        "c1ccc2c(c1)[nH]c1ccccc12, C1CCC2C(C1)CC1CCCCC12", "FS1(F)(F)(F)CCCC1, C1CCCC1",
        "CN1CCC[C@H]1c1cccnc1, C1CCC(C2CCCC2)CC1"})
    void genericScaffoldIsTheGraphWithoutBranches(final String smiles, final String scaffold) throws Exception {
        assertThat(group(By.GENERIC_SCAFFOLD, smiles)).isEqualTo(scaffold);
    }

    @ParameterizedTest
    @CsvSource({"OCC, CCO", "C(C)O, CCO", "[Na+].[O-]C(=O)c1ccccc1, O=C(O)c1ccccc1", "C[NH3+].[Cl-], CN",
        "C[C@H](N)C(=O)O, CC(N)C(=O)O", "C/C=C/C, CC=CC", "[2H]C(Cl)(Cl)Cl, ClC(Cl)Cl", "[CH3:1][OH:2], CO"})
    void equalMoleculesHaveTheSameCanonicalSmiles(final String smiles, final String canonical) throws Exception {
        assertThat(group(By.MOLECULE, smiles)).isEqualTo(canonical);
    }

    @Test
    void aMolblockIsTheSameMoleculeAsItsSmiles() throws Exception {
        final String molblock = """

              test

              3  2  0  0  0  0  0  0  0  0999 V2000
                0.0000    0.0000    0.0000 O   0  0
                1.2990    0.7500    0.0000 C   0  0
                2.5981    0.0000    0.0000 C   0  0
              1  2  1  0
              2  3  1  0
            M  END
            """;
        assertThat(group(By.MOLECULE, molblock)).isEqualTo("CCO");
    }

    @Test
    void saltsAndStereoisomersAreDifferentWhereAsked() throws Exception {
        final var strict = grouper(By.MOLECULE, Standardization.NONE, true, Ringless.TOGETHER);
        assertThat(strict.group("C[C@H](N)C(=O)O")).isNotEqualTo(strict.group("C[C@@H](N)C(=O)O"));
        assertThat(strict.group("[Na+].CC(=O)[O-]")).isEqualTo("CC(=O)[O-].[Na+]");
        assertThat(strict.group("[2H]C(Cl)(Cl)Cl")).contains("[2H]");
        assertThat(strict.group("[CH3:1][OH:2]")).as("numbers of a reaction are no part of the molecule")
            .isEqualTo("CO");
    }

    @Test
    void stereoIsNeverPartOfAScaffold() throws Exception {
        final var stereo = grouper(By.SCAFFOLD, SALTS, true, Ringless.TOGETHER);
        assertThat(stereo.group("CN1CCC[C@H]1c1cccnc1")).isEqualTo(stereo.group("CN1CCC[C@@H]1c1cccnc1"));
        assertThat(stereo.group("[13CH3]c1[13cH]cccc1")).isEqualTo("c1ccccc1");
    }

    @Test
    void moleculesWithoutRingAreOneGroupOrMany() throws Exception {
        for (final By by : new By[]{By.SCAFFOLD, By.GENERIC_SCAFFOLD}) {
            assertThat(group(by, "CCO")).isEqualTo("(no ring)").isEqualTo(group(by, "C[C@H](N)C(=O)O"));
            final var apart = grouper(by, SALTS, false, Ringless.BY_MOLECULE);
            assertThat(apart.group("OCC")).isEqualTo("CCO");
            assertThat(apart.group("Cl.NCC")).isEqualTo(apart.group("CCN")).isEqualTo("CCN");
        }
        assertThat(group(By.MOLECULE, "CCO")).isEqualTo("CCO");
    }

    @Test
    void unreadableMoleculesHaveAReason() {
        assertThatThrownBy(() -> group(By.SCAFFOLD, "C(")).isInstanceOf(UnusableRowException.class)
            .hasMessageContaining("'C('");
        assertThatThrownBy(() -> group(By.MOLECULE, null)).hasMessage("The molecule is missing.");
    }
}
