/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.RDKit.ROMol;
import org.RDKit.RWMol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.reductor.chem.DissectedMolecule.Occurrence;
import org.reductor.chem.MoleculeDissector.Detail;
import org.reductor.core.data.FeatureBlock;
import org.reductor.core.data.FeatureRecipe;

/** Which atoms a feature is about, for every fingerprint that can tell. */
class MoleculeDissectorTest {

    private static final String DEUTERATED = "[2H]C([2H])([2H])O";

    private static final List<String> MOLECULES =
        List.of("CC(=O)Nc1ccc(O)cc1", "c1ccc2[nH]ccc2c1", "OC(=O)CCl", "C[N+](C)(C)CC([O-])=O", "C1CC1C#N", "CCO",
            "Clc1ccccc1-c1ncon1", "C", DEUTERATED, "CC.O", "CC(C)C[C@H](N)C(=O)N1CCC[C@H]1C(=O)O");

    private static FeatureRecipe recipe(final FingerprintKind kind, final int width) {
        return Featurizer.recipe("m", kind, width, 2);
    }

    private static MoleculeDissector dissector(final FeatureRecipe recipe, final Detail detail) {
        return new MoleculeDissector(recipe, IntStream.range(0, recipe.width()).toArray(), detail, () -> false);
    }

    private static DissectedMolecule dissect(final FeatureRecipe recipe, final Detail detail, final String molecule)
        throws UnusableRowException {
        return dissector(recipe, detail).dissect(0, molecule).orElseThrow();
    }

    /** The atoms of each place where a feature stands, as text. */
    private static List<String> atoms(final DissectedMolecule molecule) {
        return molecule.occurrences().stream().map(o -> Arrays.toString(o.atoms())).distinct().sorted().toList();
    }

    @ParameterizedTest
    @EnumSource(value = FingerprintKind.class, mode = Mode.EXCLUDE, names = {"MACCS", "AVALON"})
    void everyFeatureOfAMoleculeStandsSomewhereAndNoOther(final FingerprintKind kind) throws Exception {
        final FeatureRecipe recipe = recipe(kind, 512);
        final MoleculeDissector dissector = dissector(recipe, Detail.ATOMS);
        final Featurizer featurizer = new Featurizer(recipe);
        for (final String molecule : MOLECULES) {
            final DissectedMolecule dissected = dissector.dissect(0, molecule).orElseThrow();

            assertThat(dissected.occurrences().stream().map(Occurrence::feature).collect(Collectors.toSet()))
                .as(molecule).containsExactlyInAnyOrderElementsOf(
                    Arrays.stream(featurizer.features(molecule).columns()).boxed().toList());
            assertThat(dissected.occurrences()).allSatisfy(o -> assertThat(o.atoms()).isNotEmpty().isSorted()
                .doesNotHaveDuplicates().matches(all -> all[all.length - 1] < dissected.atoms()));
        }
    }

    @Test
    void aMorganBitIsAboutAnAtomAndWhatIsWithinItsRadius() throws Exception {
        assertThat(atoms(dissect(recipe(FingerprintKind.MORGAN, 2048), Detail.ATOMS, "CCCCO")))
            .containsExactlyInAnyOrder("[0]", "[1]", "[2]", "[3]", "[4]", "[0, 1]", "[0, 1, 2]", "[1, 2, 3]",
                "[2, 3, 4]", "[3, 4]", "[0, 1, 2, 3]",
                "[0, 1, 2, 3, 4]", "[1, 2, 3, 4]");
    }

    @Test
    void torsionsAreChainsOfFourAtomsAndPairsAreTwo() throws Exception {
        assertThat(atoms(dissect(recipe(FingerprintKind.TORSION, 2048), Detail.ATOMS, "CNOSC")))
            .containsExactly("[0, 1, 2, 3]", "[1, 2, 3, 4]");
        assertThat(atoms(dissect(recipe(FingerprintKind.ATOM_PAIR, 2048), Detail.ATOMS, "CNO")))
            .containsExactly("[0, 1]", "[0, 2]", "[1, 2]");
    }

    @Test
    void whatOccursTwiceIsAboutTheAtomsOfBoth() throws Exception {
        assertThat(atoms(dissect(recipe(FingerprintKind.TORSION, 2048), Detail.ATOMS, "FCCCCCF")))
            .containsExactly("[0, 1, 2, 3, 4, 5, 6]", "[1, 2, 3, 4, 5]");
    }

    @Test
    void pathsAreAboutTheAtomsThatTheyHold() throws Exception {
        assertThat(atoms(dissect(recipe(FingerprintKind.RDKIT, 2048), Detail.ATOMS, "CNO")))
            .containsExactly("[0, 1, 2]", "[0, 1]", "[1, 2]");
    }

    @Test
    void smartsFindsEveryMoleculeThatHasTheSubstructure() throws Exception {
        final FeatureRecipe recipe = recipe(FingerprintKind.MORGAN, 64); // so that substructures share bits
        final MoleculeDissector dissector = dissector(recipe, Detail.SUBSTRUCTURES);
        final Map<Long, String> smarts = new HashMap<>();
        final Map<String, Set<Long>> ofMolecule = new HashMap<>();
        final Map<Integer, Set<Long>> ofBit = new HashMap<>();
        for (final String molecule : MOLECULES) {
            final Set<Long> own = new HashSet<>();
            for (final Occurrence o : dissector.dissect(0, molecule).orElseThrow().occurrences()) {
                assertThat(o.isKnown()).isTrue();
                own.add(o.substructure());
                ofBit.computeIfAbsent(o.feature(), bit -> new HashSet<>()).add(o.substructure());
                smarts.putIfAbsent(o.substructure(), o.smarts());
            }
            ofMolecule.put(molecule, own);
        }
        assertThat(ofBit.values()).anyMatch(substructures -> substructures.size() > 1);
        smarts.forEach((substructure, pattern) -> {
            final RWMol query = RWMol.MolFromSmarts(pattern);
            assertThat(query).as(pattern).isNotNull();
            for (final String text : MOLECULES) {
                final ROMol molecule = RWMol.MolFromSmiles(text);
                final boolean has = ofMolecule.get(text).contains(substructure);
                // Of two surroundings of the same bonds RDKit keeps one, so that a larger pattern may find more; and
                // to the fingerprint deuterium is a neighbour like others, to SMARTS it is hydrogen.
                if (has || pattern.indexOf('[', 1) < 0 && !ofMolecule.get(DEUTERATED).contains(substructure)
                    && !text.equals(DEUTERATED)) {
                    assertThat(molecule.hasSubstructMatch(query)).as("%s in %s", pattern, text).isEqualTo(has);
                }
                molecule.delete();
            }
            query.delete();
        });
        assertThat(smarts.values()).contains("[#8;X2;H1;!R]");
        assertThat(smarts).hasSizeGreaterThan(64);
    }

    @Test
    void molecularFeaturesWithoutAtomsSayWhy() {
        assertThat(MoleculeDissector.noAtoms(recipe(FingerprintKind.MACCS, 167).blocks().get(0))).hasValue(
            "RDKit's Java library does not tell which atoms set a bit of this fingerprint.");
        assertThat(MoleculeDissector.noAtoms(recipe(FingerprintKind.AVALON, 512).blocks().get(0))).isPresent();
        assertThat(MoleculeDissector.noAtoms(FeatureBlocks.numeric("volume", Scaling.NONE)))
            .hasValue("A number has no atoms.");
        assertThat(MoleculeDissector
            .noAtoms(FeatureBlocks.descriptors("m", DescriptorSet.ALL, MoleculeOptions.DEFAULT)))
            .hasValue("A descriptor is about the whole molecule.");
        assertThat(MoleculeDissector.noAtoms(FeatureBlock.of("bits", FeatureBlock.BIT_VECTOR, 8, Map.of())))
            .hasValue("It was made by another node, which does not tell how.");
        assertThat(MoleculeDissector.noAtoms(recipe(FingerprintKind.MORGAN_COUNT, 512).blocks().get(0))).isEmpty();
    }

    @Test
    void onlyTheWantedFeaturesAreLookedFor() throws Exception {
        final FeatureRecipe recipe = recipe(FingerprintKind.MORGAN, 512);
        final int wanted = new Featurizer(recipe).features("CCO").columns()[1];

        assertThat(new MoleculeDissector(recipe, new int[]{wanted}, Detail.ATOMS, () -> false).dissect(0, "CCO")
            .orElseThrow().occurrences()).extracting(Occurrence::feature).containsOnly(wanted);
    }

    @Test
    void rolesOfAReactionAreMoleculesOfTheirOwn() throws Exception {
        final var block = FeatureBlocks.fingerprint("rxn", FingerprintKind.MORGAN, 256, 1,
            new MoleculeOptions(ReactionRole.REACTANTS, Standardization.NONE, false));
        final var other = FeatureBlocks.fingerprint("rxn", FingerprintKind.TORSION, 256, 1,
            new MoleculeOptions(ReactionRole.PRODUCTS, Standardization.NONE, true));
        final var dissector = dissector(new FeatureRecipe(List.of(block, other)), Detail.DRAWING);

        assertThat(dissector.molecules()).extracting(MoleculeDissector.Molecule::label).containsExactly(
            "rxn (reactants)", "rxn (products)");
        assertThat(dissector.dissect(0, "CCO>>CC=O").orElseThrow().drawing().orElseThrow().atoms()).isEqualTo(3);
        assertThat(dissector.dissect(1, "CCO>>CCCC=O").orElseThrow().occurrences())
            .allMatch(o -> o.feature() >= 256).isNotEmpty();
        assertThat(dissector.dissect(1, "CCO>>")).isEmpty();
        assertThatThrownBy(() -> dissector.dissect(0, ">>CC=O")).hasMessage("The reaction has no reactants.");
    }

    @Test
    void aMoleculeThatEndsItsProcessCostsItsOwnRow() throws Exception {
        final var recipe = new FeatureRecipe(List.of(FeatureBlocks.fingerprint("m", FingerprintKind.MORGAN, 256, 2,
            new MoleculeOptions(null, new Standardization(false, false, true), false))));
        final MoleculeDissector dissector = dissector(recipe, Detail.DRAWING);

        assertThatThrownBy(() -> dissector.dissect(0, "[Si]S(O)(O)(O)C")).isInstanceOf(UnusableRowException.class)
            .hasMessageStartingWith("RDKit crashed on '[Si]S(O)(O)(O)C'");
        assertThat(dissector.dissect(0, "CCO").orElseThrow().atoms()).isEqualTo(3);
    }

    @Test
    void atomsStandWhereTheMoleculeIsDrawn() throws Exception {
        final MoleculeDrawing drawing =
            dissect(recipe(FingerprintKind.MORGAN, 256), Detail.DRAWING, "CCO").drawing().orElseThrow();
        final double first = Math.hypot(drawing.x()[0] - drawing.x()[1], drawing.y()[0] - drawing.y()[1]);
        final double second = Math.hypot(drawing.x()[1] - drawing.x()[2], drawing.y()[1] - drawing.y()[2]);

        assertThat(first).isCloseTo(second, within(0.1)).isBetween(20.0, 40.0);
        assertThat(drawing.bonds()).isDeepEqualTo(new int[][]{{0, 1}, {1, 2}});
        assertThat(drawing.lines()).contains(">O<").doesNotContain("stroke-linejoin");
    }
}
