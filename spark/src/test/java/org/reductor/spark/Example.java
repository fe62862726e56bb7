/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.spark;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.reductor.chem.DescriptorSet;
import org.reductor.chem.Featurizer;
import org.reductor.chem.FingerprintKind;
import org.reductor.chem.FingerprintSpec;
import org.reductor.chem.RdkitVersion;
import org.reductor.chem.UnusableRowException;
import org.reductor.chem.screen.PredictionOptions;
import org.reductor.chem.screen.Screen;
import org.reductor.chem.screen.ScreenedRow;
import org.reductor.core.data.CsrMatrix;
import org.reductor.core.data.Dataset;
import org.reductor.core.data.FeatureRecipe;
import org.reductor.core.data.RowRules;
import org.reductor.core.data.Targets;
import org.reductor.core.model.NetworkModel;
import org.reductor.core.objective.Perturbation;
import org.reductor.core.prune.AcceptanceRule;
import org.reductor.core.prune.DropSchedule;
import org.reductor.core.prune.Judges;
import org.reductor.core.prune.PruningSettings;
import org.reductor.core.prune.RunMonitor;
import org.reductor.core.prune.StartWeights;
import org.reductor.core.prune.criterion.Criteria;
import org.reductor.core.prune.criterion.ImportanceCriterion;
import org.reductor.core.train.Optimizer;
import org.reductor.core.train.TrainingSettings;

/** The measured molecules of the affinity workflow, and small networks that have learned from some of them. */
final class Example {

    /** SMILES and activity. */
    record Measured(String id, String smiles, double activity) {
    }

    static final List<Measured> MEASURED = measured();

    /** Learned from the first molecules. */
    private static final int LEARNED = 160;

    private static NetworkModel model;

    private Example() {
    }

    private static List<Measured> measured() {
        final Path file = Path.of("..", "test-workflows", "affinity", "data", "chembl2321810.csv");
        try {
            return Files.readAllLines(file).stream().skip(1).map(line -> line.split(","))
                .map(cells -> new Measured(cells[0], cells[1], Double.parseDouble(cells[2]))).toList();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return SMILES of so many molecules */
    static List<String> smiles(final int count) {
        return MEASURED.stream().limit(count).map(Measured::smiles).toList();
    }

    static PruningRuns.Run run(final ImportanceCriterion criterion, final long seed) {
        final List<String> molecules = smiles(LEARNED);
        try {
            final FeatureRecipe recipe = Featurizer.recipe("smiles",
                List.of(new FingerprintSpec(FingerprintKind.MORGAN, 256, 2),
                    new FingerprintSpec(FingerprintKind.ATOM_PAIR_COUNT, 128, 0, true)),
                DescriptorSet.BASIC, molecules);
            final Featurizer featurizer = new Featurizer(recipe);
            final CsrMatrix.Builder features = CsrMatrix.builder(recipe.width());
            for (final String molecule : molecules) {
                features.add(featurizer.features(molecule));
            }
            final Targets targets = Targets.of("activity",
                MEASURED.stream().limit(LEARNED).mapToDouble(Measured::activity).toArray());
            return new PruningRuns.Run(new Dataset(features.build(), targets), recipe, settings(criterion, seed));
        } catch (final UnusableRowException e) {
            throw new AssertionError(e);
        }
    }

    private static PruningSettings settings(final ImportanceCriterion criterion, final long seed) {
        return new PruningSettings(
            TrainingSettings.defaults().withHiddenUnits(12).withOptimizer(Optimizer.adam(0.01)).withBatchSize(32)
                .withEpochs(8, 3),
            3, Judges.OUT_OF_FOLD, 0, 2, Perturbation.noise(), criterion, DropSchedule.defaults(),
            AcceptanceRule.oneStandardError(), StartWeights.LAST_WEIGHTS, seed, 2, RowRules.PLAIN);
    }

    static Map<String, String> versions() {
        return Map.of("reductor", "0.1.0", RdkitVersion.PROVENANCE, Featurizer.rdkitVersion());
    }

    /** @return networks for a number, trained once for all tests */
    static synchronized NetworkModel model() {
        if (model == null) {
            model = PruningRuns.here(run(Criteria.CERTAIN_CONTRIBUTION, 1), versions(), 2, RunMonitor.NONE);
        }
        return model;
    }

    static Path write(final NetworkModel model, final Path file) {
        try (OutputStream out = Files.newOutputStream(file)) {
            model.write(out);
            return file;
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return what the chemistry's own screen, which the node and the command line use, tells of molecules */
    static List<ScreenedRow> screened(final NetworkModel model, final List<String> molecules) {
        final List<Object[]> rows = new ArrayList<>();
        molecules.forEach(molecule -> rows.add(new Object[]{molecule}));
        return new Screen(model, PredictionOptions.DEFAULT, () -> false).screen(rows);
    }
}
