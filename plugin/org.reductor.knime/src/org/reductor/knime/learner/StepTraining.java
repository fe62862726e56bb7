/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.learner;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.reductor.core.data.Dataset;
import org.reductor.core.data.RowRoles;
import org.reductor.core.data.RowRules;
import org.reductor.core.model.NetworkModel;
import org.reductor.core.model.PerturbedNetworks;
import org.reductor.core.model.Provenance;
import org.reductor.core.model.RoundState;
import org.reductor.core.objective.Perturbation;
import org.reductor.core.prune.EnsembleSettings;
import org.reductor.core.prune.JudgeScore;
import org.reductor.core.prune.Judges;
import org.reductor.core.prune.RoundInput;
import org.reductor.core.prune.RoundRecord;
import org.reductor.core.prune.RoundTraining;
import org.reductor.core.prune.Rounds;
import org.reductor.core.prune.RunMonitor;
import org.reductor.core.prune.RunRows;
import org.reductor.core.prune.TrainedRound;
import org.reductor.core.prune.criterion.Need;
import org.reductor.core.train.TrainingDivergedException;
import org.reductor.core.uncertainty.Calibrator;
import org.reductor.knime.bridge.Dl4jExtension;
import org.reductor.knime.labelled.LearnerTables;
import org.reductor.knime.modelfile.Versions;
import org.reductor.knime.port.NetworksPortObject;

/** Trains the networks of one round, as a step that stands alone. */
final class StepTraining {

    private StepTraining() {
    }

    /** What trains; all that can go wrong is turned into what a node may throw. */
    private interface Work<T> {
        T with(Rounds rounds, RunMonitor monitor) throws KNIMEException;
    }

    private static <T> T train(final Dataset data, final EnsembleSettings settings, final ExecutionMonitor exec,
        final Work<T> work) throws CanceledExecutionException, KNIMEException {
        try (Rounds rounds = new Rounds(RunRows.of(data, null, settings), settings,
            Dl4jExtension.engine(settings.training()))) {
            return work.with(rounds, new ExecutionRunMonitor(exec));
        } catch (CancellationException e) {
            throw new CanceledExecutionException(e.getMessage());
        } catch (IllegalArgumentException | TrainingDivergedException e) {
            throw new KNIMEException(e.getMessage(), e);
        }
    }

    /** @return the round that networks were pruned for and that goes on with their training; {@code null} for others */
    private static RoundState goingOn(final NetworksPortObject from) {
        return from == null ? null : from.state().filter(s -> s.training().isEmpty()).orElse(null);
    }

    /**
     * What is to be said of networks to start from; once a run, where it begins, as by the automatic node.
     *
     * @param tables what to learn from
     * @param settings how to train
     * @param from networks to go on from, {@code null} for new ones
     * @return a warning if they know rows that are to judge now
     * @throws KNIMEException when the data do not suffice
     */
    static Optional<String> warning(final LearnerTables tables, final EnsembleSettings settings,
        final NetworksPortObject from) throws KNIMEException {
        if (from == null || goingOn(from) != null) {
            return Optional.empty();
        }
        try {
            return LearnedJudges.warning(RunRows.of(tables.training(), null, settings), from, false);
        } catch (IllegalArgumentException e) {
            throw new KNIMEException(e.getMessage(), e);
        }
    }

    /**
     * Trains control networks: new ones, those that were pruned in the step before, or any others as a start.
     *
     * @param tables what to learn from
     * @param settings how to train
     * @param from networks to go on from, {@code null} for new ones
     * @param exec hears the progress and may cancel
     * @return the trained networks
     * @throws KNIMEException when the data do not suffice or do not fit, or training fails
     */
    static NetworksPortObject controls(final LearnerTables tables, final EnsembleSettings settings,
        final NetworksPortObject from, final ExecutionMonitor exec)
        throws CanceledExecutionException, KNIMEException {
        final Instant started = Instant.now();
        final long start = System.nanoTime();
        final RoundState before = goingOn(from);
        if (before != null) {
            requireSameSplit(from.model(), before.settings(), settings, tables.training());
        }
        final List<JudgeScore> scores = before == null ? List.of() : before.scores();
        final RoundTraining training = train(tables.training(), settings, exec, (rounds, monitor) -> {
            final RoundInput input = from == null ? rounds.first()
                : before == null ? rounds.from(from.model().networks(), 0, new long[from.model().networks().size()])
                    : rounds.from(from.model().networks(), before.round(), before.chosen());
            return rounds.train(input, Set.of(Need.ACTIVATIONS), null, monitor); // for whatever criterion may follow
        });
        final double seconds = (System.nanoTime() - start) / 1e9;
        final TrainedRound round = training.round();
        final RoundState state = RoundState.of(round, settings, scores);
        final List<RoundRecord> history = new ArrayList<>(before == null ? List.of() : from.model().history());
        final JudgeScore best =
            state.scores().stream().min(Comparator.comparingDouble(JudgeScore::value)).orElseThrow();
        history.add(round.record(best, settings.seed(), training.epochs(), seconds, RoundRecord.Status.PASSED));
        // A round that goes on belongs to a run that began earlier.
        final Provenance run = before == null ? null : from.model().provenance();
        final Provenance here = Provenance.of(tables.training(), settings,
            run == null ? Map.of() : run.settings(), Versions.of(tables.recipe(), tables.rdkit()),
            run == null ? started : run.started(), run == null ? seconds : run.seconds() + seconds);
        final Provenance provenance = from == null ? here : here.startedFrom(from.model().provenance());
        return new NetworksPortObject(
            new NetworkModel(round.networks(), tables.recipe(), history, List.of(), provenance,
                Calibrator.calibrate(RunRows.of(tables.training(), null, settings), tables.recipe(), round.networks(),
                    round.score(), from == null ? RowRoles.NONE : from.model().provenance().roles())),
            state);
    }

    /** Rows that judge rounds must never have been learned from: all rounds need the same folds and judges. */
    private static void requireSameSplit(final NetworkModel model, final EnsembleSettings before,
        final EnsembleSettings now, final Dataset data) throws KNIMEException {
        if (before.seed() != now.seed() || before.folds() != now.folds() || before.judges() != now.judges()
            || before.judges() == Judges.HOLD_OUT && before.holdOutFraction() != now.holdOutFraction()
            || !before.rows().equals(now.rows())) {
            throw new KNIMEException("The networks to start from belong to a round whose rows were divided "
                + "with " + split(before) + "; here they would be divided with " + split(now)
                + ". Set the same here, so that no row judges a round that has learned from it.");
        }
        requireSameData(model, data);
    }

    private static String split(final EnsembleSettings settings) {
        final RowRules rows = settings.rows();
        return "seed " + settings.seed() + ", " + settings.folds() + " folds, "
            + (settings.judges() == Judges.HOLD_OUT ? "a hold-out share of " + settings.holdOutFraction()
                : "judges out of fold") + ", " + (rows.grouped() ? "groups of '" + rows.groupColumn() + "'"
                : "no groups") + switch (rows.stratification()) {
                    case NONE -> "";
                    case CLASSES -> ", classes spread evenly";
                    case VALUES -> ", classes and numbers spread evenly";
                } + " and equal rows " + switch (rows.duplicates()) {
                case KEEP -> "kept";
                case AVERAGE -> "averaged";
                case REFUSE -> "refused";
            } + (rows.weighted() ? ", weighed by '" + rows.weightColumn() + "'" : "");
    }

    private static void requireSameData(final NetworkModel model, final Dataset data) throws KNIMEException {
        if (!model.provenance().dataSha256().equals(data.sha256())) {
            throw new KNIMEException("The training table is not the one that the networks were trained on: that had "
                + model.provenance().rows() + " usable rows with " + model.provenance().features()
                + " features, this one has " + data.rows() + " with " + data.features().columns()
                + ", and rows, order or values differ. Connect the same table to all steps of a round.");
        }
    }

    /**
     * Trains the perturbed networks of a round from what its control networks started from.
     *
     * @param networks the control networks
     * @param data what they were trained on
     * @param perturbation how the perturbed networks' targets differ
     * @param threads networks trained side by side; 0 for one a processor
     * @param exec hears the progress and may cancel
     * @return the perturbed networks
     * @throws KNIMEException when the data are others, or training fails
     * @throws InvalidSettingsException when the controls hold no trained round
     */
    static PerturbedNetworks perturbed(final NetworksPortObject networks, final Dataset data,
        final Perturbation perturbation, final int threads, final ExecutionMonitor exec)
        throws CanceledExecutionException, KNIMEException, InvalidSettingsException {
        final NetworkModel model = networks.model();
        networks.getSpec().requireTrained();
        final TrainedRound round = networks.state().flatMap(s -> s.trainedRound(model.networks()))
            .orElseThrow();
        requireSameData(model, data);
        final EnsembleSettings settings = networks.state().orElseThrow().settings().withThreads(threads);
        return new PerturbedNetworks(model.fingerprint(), perturbation,
            train(data, settings, exec, (rounds, monitor) -> rounds.perturb(round, perturbation, monitor)));
    }
}
