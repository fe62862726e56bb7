/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.learner;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.KNIMEException;
import org.reductor.core.data.FeatureRecipe;
import org.reductor.core.data.RowRoles;
import org.reductor.core.model.NetworkModel;
import org.reductor.core.model.Provenance;
import org.reductor.core.prune.PruningResult;
import org.reductor.core.prune.PruningRun;
import org.reductor.core.prune.PruningSettings;
import org.reductor.core.prune.RoundRecord;
import org.reductor.core.prune.RunRows;
import org.reductor.core.train.TrainingDivergedException;
import org.reductor.core.uncertainty.Calibrator;
import org.reductor.knime.bridge.Dl4jExtension;
import org.reductor.knime.modelfile.Versions;
import org.reductor.knime.port.NetworksPortObject;

/**
 * One pruning run of the node, with what becomes of it.
 *
 * @param pruned networks of the winning round
 * @param unpruned control networks of round 0
 * @param history one record a round
 * @param warnings what the user should know
 */
record LearnerRun(NetworksPortObject pruned, NetworksPortObject unpruned, List<RoundRecord> history,
    List<String> warnings) {

    /**
     * @param tables what to learn from and, if connected, to judge by
     * @param settings the choices
     * @param warmStart networks to start from, {@code null} for new ones
     * @param exec hears the progress and may cancel
     * @return what the run gives
     * @throws KNIMEException when the data do not suffice or training fails; the message says what to do
     */
    static LearnerRun of(final LearnerTables tables, final PruningSettings settings,
        final NetworksPortObject warmStart, final ExecutionMonitor exec)
        throws CanceledExecutionException, KNIMEException {
        final Instant started = Instant.now();
        final long start = System.nanoTime();
        final var monitor = new ExecutionRunMonitor(exec);
        final PruningResult result;
        final RunRows rows;
        final Optional<String> learned;
        try {
            rows = RunRows.of(tables.training(), tables.selection(), settings.ensemble());
            learned = LearnedJudges.warning(rows, warmStart, true);
            result = PruningRun.run(tables.training(), tables.selection(), settings,
                warmStart == null ? null : warmStart.model().networks(), Dl4jExtension.engine(settings.training()),
                monitor);
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
            new NetworksPortObject(new NetworkModel(result.pruned(), recipe, result.history(), provenance,
                Calibrator.calibrate(rows, recipe, result.pruned(), result.score(), before))),
            new NetworksPortObject(
                new NetworkModel(result.unpruned(), recipe, result.history().subList(0, 1), provenance,
                    Calibrator.calibrate(rows, recipe, result.unpruned(), result.unprunedScore(), before))),
            result.history(), Stream.concat(learned.stream(), result.stopped().stream()).toList());
    }
}
