/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import org.RDKit.RDKFuncs;
import org.RDKit.ROMol;
import org.RDKit.RWMol;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against RDKit's own calculation, which compares each path with each other. */
class PathSumsTest {

    private static final Map<String, ToDoubleFunction<ROMol>> RDKIT = Map.of("Chi2v", RDKFuncs::calcChi2v, "Chi3v",
        RDKFuncs::calcChi3v, "Chi4v", RDKFuncs::calcChi4v, "Chi2n", RDKFuncs::calcChi2n, "Chi3n", RDKFuncs::calcChi3n,
        "Chi4n", RDKFuncs::calcChi4n, "Kappa2", RDKFuncs::calcKappa2, "Kappa3", RDKFuncs::calcKappa3);

    @BeforeAll
    static void load() {
        RdkitLibrary.ensureLoaded();
    }

    @ParameterizedTest
    @ValueSource(strings = {"C", "CC", "C1CC1", "C1CC1C", "C12CC1C2", "C12C3C4C1C5C2C3C45", "C1CCC12CC2",
        "C[C@H]1CC[C@@H]2C[C@H]12", "CN1CCC[C@H]1c1cccnc1", "CC(=O)Oc1ccccc1C(=O)O", "C[Si](C)(C)O[Se]C", "[H][H]",
        "[H]C([2H])([H])C([H])O", "*CC(*)C", "[Fe]", "[Fe]123[Fe]4[Fe]1[Fe]2[Fe]34", "C[Pt](Cl)(Cl)N", "[Cl-].[Na+]",
        "O=[Xe](=O)=O", "[He]", "CP(=O)(OC)OC.c1ccsc1", "[U](Cl)(Cl)(Cl)Cl", "C[N+](C)(C)CCOC(=O)C1CC1",
        "S=P(N1CC1)(N1CC1)N1CC1", "ClC1=C(Cl)C2(Cl)C3C4CC(C5OC45)C3C1(Cl)C2(Cl)Cl"})
    void pathsAreThoseOfRdkit(final String smiles) {
        final RWMol molecule = RWMol.MolFromSmiles(smiles);
        final var described = new DescribedMolecule(molecule);
        RDKIT.forEach((id, rdkit) -> {
            final DescriptorCatalog.Entry entry = DescriptorCatalog.of(id);
            final double expected = rdkit.applyAsDouble(molecule);
            assertThat(entry.source().of(described)[entry.index()]).as(id)
                .isCloseTo(expected, within(1e-12 * Math.max(1, Math.abs(expected))));
        });
        molecule.delete();
    }

    /** Twenty atoms, each bound to all others, have three million walks of four bonds. */
    @Test
    void countlessPathsHaveNoSum() {
        final int[][] all = new int[20][19];
        for (int i = 0; i < 20; i++) {
            for (int j = 0; j < 19; j++) {
                all[i][j] = j < i ? j : j + 1;
            }
        }
        final int[] iron = new int[20];
        Arrays.fill(iron, 26);

        final PathSums sums = PathSums.of(new MolecularGraph(iron, new int[20], new int[20], all));

        assertThat(sums.count(2)).isNaN();
        assertThat(sums.valenceChi(4)).isNaN();
        assertThat(sums.simpleChi(3)).isNaN();
    }

    @Test
    void outerElectronsAreThoseOfThePeriodicTable() {
        assertThat(ValenceElectrons.of(1)).isEqualTo(1);
        assertThat(ValenceElectrons.of(6)).isEqualTo(4);
        assertThat(ValenceElectrons.of(8)).isEqualTo(6);
        assertThat(ValenceElectrons.of(17)).isEqualTo(7);
        assertThat(ValenceElectrons.of(26)).isEqualTo(8);
        assertThat(ValenceElectrons.of(0)).isZero();
    }
}
