/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.learner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.stream.Stream;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.reductor.core.data.FeatureRecipe;
import org.reductor.core.data.RowRoles;
import org.reductor.core.model.CheckpointFolder;
import org.reductor.core.model.NetworkModel;
import org.reductor.core.model.Provenance;
import org.reductor.core.prune.Checkpoints;
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


    /** Name of the setting that a model has of a run that did not start from new networks: their fingerprint. */
    private static final String START = "startNetworks";

    /**
     * @param tables what to learn from and, if connected, to judge by
     * @param settings the choices
     * @param wanted which controls to train after the run
     * @param warmStart networks to start from, {@code null} for new ones
     * @param folder where to keep what has been trained; blank for nowhere
     * @param exec hears the progress and may cancel
     * @return what the run gives
     * @throws KNIMEException when the data do not suffice, training fails or the folder cannot be used; the message says
     *             what to do
     */
    static LearnerRun of(final LearnerTables tables, final PruningSettings settings, final ControlsChoice wanted,
        final NetworksPortObject warmStart, final String folder, final ExecutionMonitor exec)
        throws CanceledExecutionException, KNIMEException, InvalidSettingsException {
        final Instant started = Instant.now();
        final long start = System.nanoTime();
        final var monitor = new ExecutionRunMonitor(exec);
        final FeatureRecipe recipe = tables.recipe();
        try {
            final RunRows rows = RunRows.of(tables.training(), tables.selection(), settings.ensemble());
            final Engine engine = Dl4jExtension.engine(settings.training());
            final Optional<String> learned = LearnedJudges.warning(rows, warmStart, true);
            final Provenance own = Provenance.of(tables.training(), tables.selection(), settings,
                Versions.of(recipe, tables.rdkit()), started, 0);
            final Provenance run = warmStart == null ? own
                : own.with(Map.of(START, warmStart.model().fingerprint()));
            final PruningResult result;
            final Controls controls;
            final List<String> notes;
            try (CheckpointFolder kept = RunFolder.open(folder, run)) {
                final Checkpoints checkpoints = kept == null ? Checkpoints.NONE : kept;
                result = PruningRun.run(rows, settings, warmStart == null ? null : warmStart.model().networks(), engine,
                    checkpoints, wanted == ControlsChoice.NONE ? monitor : monitor.part(0, SHARE));
                controls = wanted == ControlsChoice.NONE ? Controls.NONE
                    : Controls.of(rows, settings, result, engine, checkpoints, monitor.part(SHARE, 1));
                notes = kept == null ? List.of() : kept.notes();
            }
            final Provenance provenance = (warmStart == null ? run : run.startedFrom(warmStart.model().provenance()))
                .lasting((System.nanoTime() - start) / 1e9);
            final RowRoles before = warmStart == null ? RowRoles.NONE : warmStart.model().provenance().roles();
            return new LearnerRun(
                new NetworksPortObject(new NetworkModel(result.pruned(), recipe, result.history(), controls.records(),
                    provenance, Calibrator.calibrate(rows, recipe, result.pruned(), result.score(), before))),
                new NetworksPortObject(new NetworkModel(result.unpruned(), recipe, result.history().subList(0, 1),
                    List.of(), provenance,
                    Calibrator.calibrate(rows, recipe, result.unpruned(), result.unprunedScore(), before))),
                result.history(), controls.records(),
                Stream.of(learned.stream(), result.stopped().stream(), controls.failed().stream(), notes.stream())
                    .flatMap(Function.identity()).toList());
        } catch (CancellationException e) {
            throw new CanceledExecutionException(e.getMessage());
        } catch (UncheckedIOException e) { // the folder could not be written to
            throw new KNIMEException(e.getCause().getMessage(), e);
        } catch (IllegalArgumentException | TrainingDivergedException | IOException e) {
            throw new KNIMEException(e.getMessage(), e);
        }
    }
}
