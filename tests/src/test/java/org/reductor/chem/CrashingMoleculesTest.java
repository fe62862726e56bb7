/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reductor.chem.MoleculeGrouping.By;
import org.reductor.chem.MoleculeGrouping.Ringless;
import org.reductor.chem.worker.Workers;
import org.reductor.core.data.FeatureRecipe;

/** Molecules that end the process in RDKit 2020.09.1: they cost their own row and nothing else. */
class CrashingMoleculesTest {

    /** InChI's way back ends in a sulfur that RDKit's cleaning up stumbles over. */
    private static final String CRASHES_AS_TAUTOMER = "[Si]S(O)(O)(O)C";

    private static final String BREAKS_READER = "\n\n\n  0  0  0     0  0            999 V3000\nM  V30 BEGIN CTAB\n"
        + "M  V30 COUNTS 1 0 0 0 0\nM  V30 BEGIN ATOM\nM  V30 1 [] 0 0 0 0\nM  V30 END ATOM\nM  V30 END CTAB\n"
        + "M  END\n";

    private static final MoleculeOptions TAUTOMER =
        new MoleculeOptions(null, new Standardization(false, false, true), false);

    private static Featurizer featurizer(final FingerprintKind kind, final MoleculeOptions options) {
        return new Featurizer(new FeatureRecipe(List.of(FeatureBlocks.fingerprint("m", kind, 256, 2, options))));
    }

    private static String outcome(final Featurizer featurizer, final String molecule) {
        try {
            return Arrays.toString(featurizer.features(molecule).columns());
        } catch (UnusableRowException e) {
            return e.getMessage();
        }
    }

    @Test
    void canonicalTautomerOfOneMoleculeDoesNotEndTheProcess() throws Exception {
        final Featurizer featurizer = featurizer(FingerprintKind.MORGAN, TAUTOMER);

        assertThatThrownBy(() -> featurizer.features(CRASHES_AS_TAUTOMER)).isInstanceOf(UnusableRowException.class)
            .hasMessage("RDKit crashed on '[Si]S(O)(O)(O)C'; no other row is affected. Correct the molecule or leave "
                + "it out.");
        assertThat(featurizer.features("CCO").columns())
            .containsExactly(featurizer(FingerprintKind.MORGAN, MoleculeOptions.DEFAULT).features("CCO").columns());
    }

    @Test
    void otherRowsKeepTheirFeaturesAndOrder() {
        final Featurizer featurizer = featurizer(FingerprintKind.MORGAN, TAUTOMER);
        final Featurizer here = featurizer(FingerprintKind.MORGAN, MoleculeOptions.DEFAULT);
        final List<String> molecules = IntStream.range(0, 60)
            .mapToObj(i -> i % 20 == 7 ? CRASHES_AS_TAUTOMER : "C".repeat(1 + i % 9) + "O").toList();

        final List<String> outcomes = molecules.parallelStream().map(m -> outcome(featurizer, m)).toList();

        assertThat(outcomes).isEqualTo(molecules.stream().map(m -> m.equals(CRASHES_AS_TAUTOMER)
            ? outcome(featurizer, CRASHES_AS_TAUTOMER) : outcome(here, m)).toList());
    }

    @Test
    void crashLeavesNoFileBehind() throws Exception {
        final var before = new TreeSet<>(files());
        outcome(featurizer(FingerprintKind.MORGAN, TAUTOMER), CRASHES_AS_TAUTOMER);

        assertThat(files().stream().filter(name -> !before.contains(name))
            .filter(name -> name.matches("(?i)(hs_err|core|reductor-worker|.*\\.mdmp).*"))).isEmpty();
    }

    private static List<String> files() throws Exception {
        try (Stream<Path> here = Files.list(Path.of("")); //
                Stream<Path> temporary = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return Stream.concat(here, temporary).map(file -> file.getFileName().toString())
                .collect(Collectors.toList());
        }
    }

    @Test
    void molblockThatBreaksRdkitsReaderIsSetAside() {
        final Featurizer featurizer = featurizer(FingerprintKind.MORGAN, MoleculeOptions.DEFAULT);

        assertThat(outcome(featurizer, BREAKS_READER)).startsWith("RDKit crashed on the molblock; no");
        assertThat(outcome(featurizer, "CCO")).startsWith("[");
    }

    @Test
    void molblockThatBreaksRdkitsReaderHasNoGroup() throws Exception {
        final var grouper = new MoleculeGrouper(
            new MoleculeGrouping(By.SCAFFOLD, Standardization.NONE, false, Ringless.BY_MOLECULE), () -> false);

        assertThatThrownBy(() -> grouper.group(BREAKS_READER)).isInstanceOf(UnusableRowException.class)
            .hasMessage("RDKit crashed on the molblock; no other row is affected. Correct the molecule or leave it "
                + "out.");
        assertThat(grouper.group("Cc1ccccc1")).isEqualTo("c1ccccc1");
    }

    @ParameterizedTest
    @EnumSource(By.class)
    void otherProcessFindsTheSameGroups(final By by) throws Exception {
        final var salts = new Standardization(true, true, false);
        for (final Ringless ringless : Ringless.values()) {
            final var calculation = new GroupCalculation(new MoleculeGrouping(by, salts, true, ringless));
            final var there = new IsolatedCalculation(calculation, () -> false);
            for (final String smiles : List.of("CC(=O)Oc1ccccc1C(=O)O", "[Na+].C[C@H](N)C(=O)[O-]", "[2H]C1CCNCC1")) {
                assertThat(there.ask(smiles, GroupCalculation::readAnswer)).as(smiles)
                    .isEqualTo(calculation.group(smiles));
            }
        }
        assertThatThrownBy(() -> new IsolatedCalculation(new GroupCalculation(
            new MoleculeGrouping(by, salts, true, Ringless.TOGETHER)), () -> false)
                .ask("C(", GroupCalculation::readAnswer))
                    .hasMessage("The SMILES 'C(' cannot be read: a branch '(' is never closed.");
    }

    /** Whether a calculation runs here or in another process is not to be seen in its results. */
    @ParameterizedTest
    @EnumSource(FingerprintKind.class)
    void otherProcessMakesTheSameFeatures(final FingerprintKind kind) throws Exception {
        RdkitLibrary.ensureLoaded();
        for (final String molecule : List.of("CC(=O)Oc1ccccc1C(=O)O", "[nH]1cccc1.[Na+].[Cl-]", "C/C=C\\C[C@H](N)O")) {
            final var calculation = new MoleculeCalculation(Standardization.NONE);
            calculation.add(FeatureBlocks.fingerprint("m", kind, 512, 2, MoleculeOptions.DEFAULT),
                kind.create(kind.width(512), 2, 1), 1_000);
            calculation.add(FeatureBlocks.descriptors("m", DescriptorSet.ALL, MoleculeOptions.DEFAULT),
                DescriptorBlock.unscaled(FeatureBlocks.descriptors("m", DescriptorSet.ALL, MoleculeOptions.DEFAULT)),
                2_000);
            final var here = new RowBuilder(true);
            final var there = new RowBuilder(true);
            calculation.addTo(here, molecule);
            new IsolatedCalculation(calculation, () -> false).ask(molecule, there::addAll);

            assertThat(there.toDense(3_000)).as(molecule).isEqualTo(here.toDense(3_000));
        }
    }

    @Test
    void reasonsComeThroughUnchanged() {
        final Featurizer featurizer = featurizer(FingerprintKind.MORGAN, TAUTOMER);

        assertThat(outcome(featurizer, "C("))
            .isEqualTo("The SMILES 'C(' cannot be read: a branch '(' is never closed.");
        assertThat(outcome(featurizer, null)).isEqualTo("The molecule is missing.");
        assertThat(outcome(featurizer, " ")).isEqualTo("The molecule is empty.");
        assertThat(outcome(featurizer, "C".repeat(30_000))).contains("too long: 30,000 characters");
    }

    @Test
    void moleculeThatTakesTooLongIsStopped() {
        final var calculation = new MoleculeCalculation(Standardization.NONE);
        calculation.add(FeatureBlocks.fingerprint("m", FingerprintKind.MACCS, 0, 0, MoleculeOptions.DEFAULT),
            FingerprintKind.MACCS.create(FingerprintKind.MACCS_WIDTH, 0, 1), 0);
        final Workers impatient = new Workers(MoleculeWorker.command(), new Workers.Limits(1, 10,
            Duration.ofMinutes(2), Duration.ofSeconds(1), Duration.ofSeconds(5)));

        assertThatThrownBy(
            () -> new IsolatedCalculation(calculation, () -> false).ask(mesh(20), new RowBuilder(false)::addAll,
                impatient))
                .isInstanceOf(UnusableRowException.class)
                .hasMessageStartingWith("RDKit was stopped after 1 seconds over the molblock; no other row");
    }

    /** Metal atoms that are all bound to one another: their paths are countless. */
    @Test
    void moleculeThatTakesTooMuchMemoryIsStopped() {
        final Featurizer featurizer = featurizer(FingerprintKind.RDKIT, MoleculeOptions.DEFAULT);

        assertThat(outcome(featurizer, cluster(12))).startsWith("RDKit was stopped")
            .endsWith("; no other row is affected. Correct the molecule or leave it out.");
    }

    static String cluster(final int atoms) {
        final var smiles = new StringBuilder();
        final var open = new HashMap<Integer, Integer>();
        final var free = new TreeSet<>(IntStream.rangeClosed(1, 99).boxed().toList());
        for (int i = 0; i < atoms; i++) {
            smiles.append("[Fe]");
            for (int j = 0; j < atoms; j++) {
                if (Math.abs(i - j) > 1) { // a number for each pair, free again when the pair is bound
                    final int pair = Math.min(i, j) * atoms + Math.max(i, j);
                    final Integer closed = open.remove(pair);
                    final int number = closed == null ? free.pollFirst() : closed;
                    if (closed == null) {
                        open.put(pair, number);
                    } else {
                        free.add(number);
                    }
                    smiles.append(number < 10 ? "" : "%").append(number);
                }
            }
        }
        return smiles.toString();
    }

    @Test
    void nobodyWaitsForAMoleculeAfterCancelling() {
        final var featurizer = new Featurizer(new FeatureRecipe(List.of(
            FeatureBlocks.fingerprint("m", FingerprintKind.MACCS, 0, 0, MoleculeOptions.DEFAULT))), null, () -> true);

        assertThatThrownBy(() -> featurizer.features(mesh(20))).isInstanceOf(CancellationException.class);
    }

    /** A net of squares, in whose rings the patterns of MACCS keys get lost. */
    private static String mesh(final int size) {
        final var atoms = new StringBuilder();
        final var bonds = new StringBuilder();
        int count = 0;
        for (int i = 1; i <= size * size; i++) {
            atoms.append("M  V30 ").append(i).append(" C 0 0 0 0\n");
            if (i % size != 0) {
                bonds.append("M  V30 ").append(++count).append(" 1 ").append(i).append(' ').append(i + 1).append('\n');
            }
            if (i + size <= size * size) {
                bonds.append("M  V30 ").append(++count).append(" 1 ").append(i).append(' ').append(i + size)
                    .append('\n');
            }
        }
        return "\n\n\n  0  0  0     0  0            999 V3000\nM  V30 BEGIN CTAB\nM  V30 COUNTS " + size * size + " "
            + count + " 0 0 0\nM  V30 BEGIN ATOM\n" + atoms + "M  V30 END ATOM\nM  V30 BEGIN BOND\n" + bonds
            + "M  V30 END BOND\nM  V30 END CTAB\nM  END\n";
    }
}
