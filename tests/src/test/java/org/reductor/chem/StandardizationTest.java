/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.RDKit.RWMol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reductor.core.data.FeatureBlock;
import org.reductor.core.data.FeatureRecipe;

class StandardizationTest {

    private static String standardized(final Standardization standardization, final String smiles)
        throws UnusableRowException {
        RdkitLibrary.ensureLoaded();
        final RWMol molecule = standardization.apply(MoleculeReader.read(smiles));
        try {
            return molecule.MolToSmiles();
        } finally {
            molecule.delete();
        }
    }

    private static String canonical(final String smiles) throws UnusableRowException {
        return standardized(Standardization.NONE, smiles);
    }

    @ParameterizedTest
    @CsvSource({"CC(=O)Oc1ccccc1C(=O)O.[Na+], CC(=O)Oc1ccccc1C(=O)O", "[Cl-].CCN, CCN", "CCO, CCO",
        "CCC.CCO, CCO", "CCl.CCCO, CCCO", "CCO.CCO, CCO", "OCC.NCC, CCO"})
    void largestFragmentIsKept(final String smiles, final String expected) throws UnusableRowException {
        assertThat(standardized(new Standardization(true, false, false), smiles)).isEqualTo(canonical(expected));
    }

    @ParameterizedTest
    @CsvSource({"CC(=O)[O-], CC(=O)O", "C[NH3+], CN", "[NH3+]CC(=O)[O-], NCC(=O)O", "c1cc[nH+]cc1, c1ccncc1",
        "C[N+](=O)[O-], C[N+](=O)[O-]", "C[N+](C)(C)CC(=O)[O-], C[N+](C)(C)CC(=O)[O-]", "C[N+](C)(C)C, C[N+](C)(C)C",
        "[O-]S(=O)(=O)c1ccccc1, OS(=O)(=O)c1ccccc1", "CC#N, CC#N", "C[C@H]([NH3+])C([O-])=O, C[C@H](N)C(O)=O",
        "[Ca+2].[O-]C, [Ca+2].[O-]C", "C[O-].[Na+], C[O-].[Na+]", "[N-]=[N+]=NC, [N-]=[N+]=NC"})
    void chargesAreTakenAwayWhereHydrogenCanDoIt(final String smiles, final String expected)
        throws UnusableRowException {
        assertThat(standardized(new Standardization(false, true, false), smiles)).isEqualTo(canonical(expected));
    }

    @Test
    void saltAndFreeAcidGetTheSameFeatures() throws UnusableRowException {
        for (final FingerprintKind kind : FingerprintKind.values()) {
            final var options = new MoleculeOptions(null, new Standardization(true, true, false), false);
            final var featurizer = new Featurizer(
                new FeatureRecipe(List.of(FeatureBlocks.fingerprint("m", kind, 1024, 2, options))));

            assertThat(featurizer.features("CC(=O)Oc1ccccc1C(=O)[O-].[Na+]")).as(kind.id())
                .isEqualTo(featurizer.features("CC(=O)Oc1ccccc1C(=O)O"))
                .isEqualTo(new Featurizer(Featurizer.recipe("m", kind, 1024, 2)).features("CC(=O)Oc1ccccc1C(=O)O"));
        }
    }

    @Test
    void recipeRecordsWhatIsDoneAndNothingElse() throws UnusableRowException {
        final FeatureBlock plain = FeatureBlocks.fingerprint("m", FingerprintKind.MORGAN, 64, 2,
            MoleculeOptions.DEFAULT);
        final FeatureBlock both = FeatureBlocks.fingerprint("m", FingerprintKind.MORGAN, 64, 2,
            new MoleculeOptions(null, new Standardization(true, true, false), false));

        assertThat(plain.parameters()).containsExactlyEntriesOf(Map.of("radius", "2"));
        assertThat(both.parameters()).containsEntry("standardize", "largest-fragment,neutralize");
        final var copy = new Featurizer(FeatureRecipe.fromJson(new FeatureRecipe(List.of(both)).toJson()));
        assertThat(copy.features("C[NH3+].[Cl-]").columns())
            .containsExactly(new Featurizer(new FeatureRecipe(List.of(plain))).features("CN").columns());
    }

    @Test
    void tautomersThatDifferInMobileHydrogenBecomeOne() throws UnusableRowException {
        final var tautomer = new Standardization(false, false, true);
        for (final List<String> forms : List.of(List.of("Oc1ccccn1", "O=c1cccc[nH]1"),
            List.of("Cc1cnc[nH]1", "Cc1c[nH]cn1"), List.of("NC(=O)c1ccccc1", "N=C(O)c1ccccc1"))) {
            assertThat(standardized(tautomer, forms.get(0))).as("%s", forms)
                .isEqualTo(standardized(tautomer, forms.get(1)));
            assertThat(standardized(Standardization.NONE, forms.get(0)))
                .isNotEqualTo(standardized(Standardization.NONE, forms.get(1)));
        }
        assertThat(standardized(tautomer, "CCO")).isEqualTo("CCO");
        assertThat(tautomer.id()).isEqualTo("canonical-tautomer");
        assertThat(Standardization.ofId("largest-fragment,canonical-tautomer"))
            .isEqualTo(new Standardization(true, false, true));
    }

    @Test
    void unknownStepsAreNamed() {
        assertThatThrownBy(() -> Standardization.ofId("polish")).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("'polish'").hasMessageContaining("neutralize");
    }

    @Test
    void threadsDoNotDisturbOneAnother() {
        final var all = new Standardization(true, true, true);
        IntStream.range(0, 500).parallel().forEach(i -> {
            try {
                assertThat(standardized(all, "C".repeat(2 + i % 7) + "C(=O)[O-].[Na+]"))
                    .isEqualTo("C".repeat(2 + i % 7) + "C(=O)O");
            } catch (UnusableRowException e) {
                throw new AssertionError(e);
            }
        });
    }
}
