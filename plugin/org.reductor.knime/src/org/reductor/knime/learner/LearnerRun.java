/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.learner;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.stream.Stream;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.KNIMEException;
import org.reductor.core.data.FeatureRecipe;
import org.reductor.core.data.RowRoles;
import org.reductor.core.model.NetworkModel;
import org.reductor.core.model.Provenance;
import org.reductor.core.prune.ControlRecord;
import org.reductor.core.prune.Controls;
import org.reductor.core.prune.PruningResult;
import org.reductor.core.prune.PruningRun;
import org.reductor.core.prune.PruningSettings;
import org.reductor.core.prune.RoundRecord;
import org.reductor.core.prune.RunRows;
import org.reductor.core.train.Engine;
import org.reductor.core.train.TrainingDivergedException;
import org.reductor.core.uncertainty.Calibrator;
import org.reductor.knime.bridge.Dl4jExtension;
import org.reductor.knime.choice.PruningChoices.ControlsChoice;
import org.reductor.knime.labelled.LearnerTables;
import org.reductor.knime.modelfile.Versions;
import org.reductor.knime.port.NetworksPortObject;

/**
 * One pruning run of the node, with what becomes of it.
 *
 * @param pruned networks of the winning round
 * @param unpruned control networks of round 0
 * @param history one record a round
 * @param controls what stands beside the result
 * @param warnings what the user should know
 */
record LearnerRun(NetworksPortObject pruned, NetworksPortObject unpruned, List<RoundRecord> history,
    List<ControlRecord> controls, List<String> warnings) {

    /** The run's share of the progress bar where controls follow. */
    private static final double SHARE = 0.4;


    /**
     * @param tables what to learn from and, if connected, to judge by
     * @param settings the choices
     * @param wanted which controls to train after the run
     * @param warmStart networks to start from, {@code null} for new ones
     * @param exec hears the progress and may cancel
     * @return what the run gives
     * @throws KNIMEException when the data do not suffice or training fails; the message says what to do
     */
    static LearnerRun of(final LearnerTables tables, final PruningSettings settings,
        final ControlsChoice wanted, final NetworksPortObject warmStart, final ExecutionMonitor exec)
        throws CanceledExecutionException, KNIMEException {
        final Instant started = Instant.now();
        final long start = System.nanoTime();
        final var monitor = new ExecutionRunMonitor(exec);
        final PruningResult result;
        final Controls controls;
        final RunRows rows;
        final Optional<String> learned;
        try {
            rows = RunRows.of(tables.training(), tables.selection(), settings.ensemble());
            final Engine engine = Dl4jExtension.engine(settings.training());
            learned = LearnedJudges.warning(rows, warmStart, true);
            result = PruningRun.run(rows, settings, warmStart == null ? null : warmStart.model().networks(), engine,
                wanted == ControlsChoice.NONE ? monitor : monitor.part(0, SHARE));
            controls = wanted == ControlsChoice.NONE ? Controls.NONE
                : Controls.of(rows, settings, result, engine, monitor.part(SHARE, 1));
        } catch (CancellationException e) {
            throw new CanceledExecutionException(e.getMessage());
        } catch (IllegalArgumentException | TrainingDivergedException e) {
            throw new KNIMEException(e.getMessage(), e);
        }
        final FeatureRecipe recipe = tables.recipe();
        final var run = Provenance.of(tables.training(), tables.selection(), settings,
            Versions.of(recipe, tables.rdkit()), started, (System.nanoTime() - start) / 1e9);
        final Provenance provenance = warmStart == null ? run : run.startedFrom(warmStart.model().provenance());
        final RowRoles before = warmStart == null ? RowRoles.NONE : warmStart.model().provenance().roles();
        return new LearnerRun(
            new NetworksPortObject(new NetworkModel(result.pruned(), recipe, result.history(), controls.records(),
                provenance, Calibrator.calibrate(rows, recipe, result.pruned(), result.score(), before))),
            new NetworksPortObject(new NetworkModel(result.unpruned(), recipe, result.history().subList(0, 1),
                List.of(), provenance,
                Calibrator.calibrate(rows, recipe, result.unpruned(), result.unprunedScore(), before))),
            result.history(), controls.records(),
            Stream.of(learned.stream(), result.stopped().stream(), controls.failed().stream())
                .flatMap(Function.identity()).toList());
    }
}
