/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.RDKit.Match_Vect;
import org.RDKit.Match_Vect_Vect;
import org.RDKit.RWMol;
import org.junit.jupiter.api.Test;
import org.reductor.chem.DissectedMolecule.Occurrence;
import org.reductor.chem.MoleculeDissector.Detail;
import org.reductor.core.data.CsrMatrix;
import org.reductor.core.data.Dataset;
import org.reductor.core.data.FeatureRecipe;
import org.reductor.core.data.SparseRow;
import org.reductor.core.data.Targets;
import org.reductor.core.data.Task;
import org.reductor.core.explain.ExplainedOutput;
import org.reductor.core.explain.RowContributions;
import org.reductor.core.explain.RowExplainer;
import org.reductor.core.network.NetworkEnsemble;
import org.reductor.core.prune.Judges;
import org.reductor.core.prune.PruningRun;
import org.reductor.core.prune.PruningSettings;
import org.reductor.core.prune.RunMonitor;
import org.reductor.core.settings.Settings;
import org.reductor.core.train.Optimizer;
import org.reductor.core.train.TrainingSettings;

/**
 * Whether the right atoms come out, on a target whose truth is known: the number of nitrogen atoms less that of oxygen
 * atoms, a benchmark of Matveieva and Polishchuk (J. Cheminform. 2021, 13, 41), who judge it likewise by the mean over
 * molecules of the ROC AUC of the atoms.
 */
class AtomContributionsTest {

    private static final int ROWS = 600;

    private static final int TRAINED = 480;

    /** What molecules are chains of: in series of real ones, atoms that always come together share the truth. */
    private static final List<String> LINKS = List.of("C", "CC", "C(C)", "N", "N(C)", "O", "S", "C(=O)", "C(F)",
        "C(N)", "C(O)", "c1ccccc1", "c1ccncc1", "C1CCCC1", "C1COCC1", "C(C#N)", "c1ccoc1", "C(Cl)");

    private static List<String> molecules() {
        final Random random = new Random(7);
        return IntStream.range(0, ROWS).mapToObj(i -> random.ints(3L + i % 6, 0, LINKS.size()).mapToObj(LINKS::get)
            .collect(Collectors.joining())).toList();
    }

    private static boolean[] matches(final String molecule, final String pattern) {
        final RWMol read = RWMol.MolFromSmiles(molecule);
        final RWMol query = RWMol.MolFromSmarts(pattern);
        final Match_Vect_Vect found = read.getSubstructMatches(query);
        final boolean[] atoms = new boolean[(int)read.getNumAtoms()];
        for (int i = 0; i < (int)found.size(); i++) {
            final Match_Vect match = found.get(i);
            atoms[match.get(0).getSecond()] = true;
        }
        found.delete();
        query.delete();
        read.delete();
        return atoms;
    }

    private static int count(final boolean[] atoms) {
        return (int)IntStream.range(0, atoms.length).filter(atom -> atoms[atom]).count();
    }

    /** The chance that an atom of the truth has more than another one; NaN if there is no truth or nothing else. */
    private static double auc(final double[] atoms, final boolean[] truth, final int sign) {
        double better = 0;
        int pairs = 0;
        for (int i = 0; i < atoms.length; i++) {
            for (int j = 0; j < atoms.length; j++) {
                if (truth[i] && !truth[j]) {
                    better += atoms[i] == atoms[j] ? 0.5 : sign * atoms[i] > sign * atoms[j] ? 1 : 0;
                    pairs++;
                }
            }
        }
        return better / pairs;
    }

    private static NetworkEnsemble train(final FeatureRecipe recipe, final List<SparseRow> rows,
        final List<String> molecules) {
        final CsrMatrix.Builder features = CsrMatrix.builder(recipe.width());
        final Targets.Builder targets = Targets.builder(List.of(Task.number("N - O")));
        final Random noise = new Random(1);
        for (int i = 0; i < TRAINED; i++) {
            features.add(rows.get(i));
            targets.add(new double[]{count(matches(molecules.get(i), "[#7]")) - count(matches(molecules.get(i), "[#8]"))
                + 0.1 * noise.nextGaussian()});
        }
        final PruningSettings settings = Settings.with(PruningSettings.defaults().withJudges(Judges.OUT_OF_FOLD, 4)
            .withTraining(TrainingSettings.defaults().withHiddenUnits(32).withOptimizer(Optimizer.adam(0.005))
                .withEpochs(60, 15)), "rounds", 3);
        return PruningRun.run(new Dataset(features.build(), targets.build()), settings, new RunMonitor() {
            @Override
            public void progress(final double fraction, final String message) {
                // nobody is looking
            }

            @Override
            public boolean isCancelled() {
                return false;
            }
        }).pruned();
    }

    @Test
    void nitrogenIsRedAndOxygenBlueWhereTheTargetIsTheirDifference() throws Exception {
        final List<String> molecules = molecules();
        final FeatureRecipe recipe = Featurizer.recipe("smiles", FingerprintKind.MORGAN, 1024, 2);
        final Featurizer featurizer = new Featurizer(recipe);
        final List<SparseRow> rows = new ArrayList<>();
        for (final String molecule : molecules) {
            rows.add(featurizer.features(molecule));
        }
        final NetworkEnsemble networks = train(recipe, rows, molecules);
        final RowExplainer explainer = new RowExplainer(networks, ExplainedOutput.of(networks.tasks(), "", ""));
        final MoleculeDissector dissector =
            new MoleculeDissector(recipe, networks.inputsRead(), Detail.ATOMS, () -> false);
        final List<Double> nitrogen = new ArrayList<>();
        final List<Double> oxygen = new ArrayList<>();
        for (int i = TRAINED; i < ROWS; i++) { // molecules that no network has seen
            final RowContributions contributions = explainer.contributions(rows.get(i), feature -> false);
            final double[] atoms = AtomContributions.of(dissector.dissect(0, molecules.get(i)).orElseThrow(),
                contributions.features(), contributions.contributions());
            nitrogen.add(auc(atoms, matches(molecules.get(i), "[#7]"), 1));
            oxygen.add(auc(atoms, matches(molecules.get(i), "[#8]"), -1));
        }

        assertThat(mean(nitrogen)).as("nitrogen; 0.5 is a guess").isGreaterThan(0.9);
        assertThat(mean(oxygen)).as("oxygen; 0.5 is a guess").isGreaterThan(0.9);
    }

    private static double mean(final List<Double> values) {
        return values.stream().filter(value -> !Double.isNaN(value)).mapToDouble(Double::doubleValue).average()
            .orElseThrow();
    }

    @Test
    void anAtomHasTheMeanOfItsFeaturesOfWhichSmallOnesWeighMore() {
        final var molecule = new DissectedMolecule(3,
            List.of(new Occurrence(4, 1, 0, new int[]{0}, ""), new Occurrence(7, 2, 0, new int[]{0, 1}, ""),
                new Occurrence(9, 3, 0, new int[]{1}, "")), Optional.empty());

        assertThat(AtomContributions.of(molecule, new int[]{4, 7}, new double[]{3, -1.5})).containsExactly(
            new double[]{(3 - 0.5 * 1.5) / 1.5, -1.5, 0}, within(1e-12));
    }

    @Test
    void aFeatureInSeveralPlacesIsAboutTheAtomsOfAll() {
        final var molecule = new DissectedMolecule(3, List.of(new Occurrence(4, 1, 0, new int[]{0}, ""),
            new Occurrence(4, 1, 2, new int[]{2}, "")), Optional.empty());

        assertThat(Arrays.toString(AtomContributions.of(molecule, new int[]{4}, new double[]{2})))
            .isEqualTo("[2.0, 0.0, 2.0]");
    }
}
