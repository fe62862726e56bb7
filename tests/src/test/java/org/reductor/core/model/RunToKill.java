/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.reductor.core.data.Dataset;
import org.reductor.core.data.FeatureBlock;
import org.reductor.core.data.FeatureRecipe;
import org.reductor.core.objective.Perturbation;
import org.reductor.core.prune.AcceptanceRule;
import org.reductor.core.prune.Checkpoints;
import org.reductor.core.prune.ControlRecord;
import org.reductor.core.prune.Controls;
import org.reductor.core.prune.DropSchedule;
import org.reductor.core.prune.Judges;
import org.reductor.core.prune.PruningResult;
import org.reductor.core.prune.PruningRun;
import org.reductor.core.prune.PruningSettings;
import org.reductor.core.prune.RoundRecord;
import org.reductor.core.prune.RunMonitor;
import org.reductor.core.prune.RunRows;
import org.reductor.core.prune.StartWeights;
import org.reductor.core.prune.SyntheticData;
import org.reductor.core.prune.criterion.Criteria;
import org.reductor.core.train.Engine;
import org.reductor.core.train.Optimizer;
import org.reductor.core.train.TrainingSettings;
import org.reductor.core.uncertainty.Calibrator;

/** A small run with controls, here or as a process that may be killed. */
final class RunToKill {

    static final Dataset DATA = SyntheticData.of(150, 1);

    private static final FeatureRecipe RECIPE = new FeatureRecipe(
        List.of(new FeatureBlock("features", FeatureBlock.BIT_VECTOR, DATA.features().columns(),
            new TreeMap<>())));

    private RunToKill() {
    }

    static PruningSettings settings() {
        return new PruningSettings(TrainingSettings.defaults().withHiddenUnits(16, 8).withDropout(0.1)
            .withOptimizer(Optimizer.adam(0.01)).withBatchSize(16).withEpochs(8, 3), 4, 0.2, 3,
            Perturbation.noise(), Criteria.CERTAIN_CONTRIBUTION, DropSchedule.defaults(), AcceptanceRule.noLoss(),
            StartWeights.LAST_WEIGHTS, 7, 2).withJudges(Judges.OUT_OF_FOLD, 4);
    }

    /** As published: rounds that are not better are rolled back, and what they had started from is pruned anew. */
    static PruningSettings rollingBack() {
        return new PruningSettings(settings().training(), 3, 0.2, 6, Perturbation.published(), Criteria.PUBLISHED,
            new DropSchedule(DropSchedule.Kind.CONSTANT, 0.3), new AcceptanceRule(AcceptanceRule.Kind.PUBLISHED, 0),
            StartWeights.INITIAL_WEIGHTS, 7, 2);
    }

    static Provenance provenance(final Dataset data, final PruningSettings settings, final String version) {
        return Provenance.of(data, settings, Map.of("reductor", version), Instant.EPOCH, 0);
    }

    /** @return the model of the run and its controls, without times */
    static NetworkModel run(final PruningSettings settings, final Checkpoints checkpoints, final RunMonitor monitor) {
        final RunRows rows = RunRows.of(DATA, null, settings.ensemble());
        final PruningResult result =
            PruningRun.run(rows, settings, null, Engine.reductor(), checkpoints, monitor);
        final Controls controls = Controls.of(rows, settings, result, Engine.reductor(), checkpoints, monitor);
        final List<RoundRecord> history = new ArrayList<>();
        result.history().forEach(r -> history.add(new RoundRecord(r.round(), r.weights(), r.keptNominal(),
            r.keptEffective(), r.score(), r.standardError(), r.singleScore(), r.metrics(), r.validationLoss(),
            r.hiddenUnits(), r.inputs(), r.degreesOfFreedom(), r.epochs(), 0, r.status())));
        return new NetworkModel(result.pruned(), RECIPE, history,
            controls.records().stream().map(c -> new ControlRecord(c.kind(), c.comparison(), c.keptEffective(),
                c.inputs(), c.epochs(), 0)).toList(),
            provenance(DATA, settings, "test"), Optional.of(Calibrator.calibrate(rows, RECIPE, result.pruned(),
                result.score(), provenance(DATA, settings, "test").roles()).orElseThrow()));
    }

    /**
     * Runs, and writes the model.
     *
     * @param args the run folder and the file of the model
     */
    public static void main(final String[] args) throws IOException {
        final PruningSettings settings = settings();
        try (CheckpointFolder folder =
            CheckpointFolder.open(Path.of(args[0]), provenance(DATA, settings, "test"))) {
            final Path part = Path.of(args[1] + ".part");
            try (var out = Files.newOutputStream(part)) {
                run(settings, folder, RunMonitor.NONE).write(out);
            }
            Files.move(part, Path.of(args[1]), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
