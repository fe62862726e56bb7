/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import org.reductor.core.data.Limits;
import org.reductor.core.data.RowRules;
import org.reductor.core.objective.Perturbation;
import org.reductor.core.objective.TargetScaling;
import org.reductor.core.prune.criterion.Criteria;
import org.reductor.core.prune.criterion.ImportanceCriterion;
import org.reductor.core.settings.Settings;
import org.reductor.core.settings.StoredAs;
import org.reductor.core.train.MaskTiming;
import org.reductor.core.train.TrainingSettings;

import java.util.Objects;

/**
 * All choices of a pruning run. Equal settings and data give equal bits, whatever {@code threads} is.
 *
 * @param training how each network is built and trained
 * @param folds number of folds, at least 2; each has one control network
 * @param judges which rows decide which round wins
 * @param holdOutFraction share of the rows outside all folds, if they judge
 * @param rounds number of pruning rounds at the most, at least 1 and at most {@link Limits#ROUNDS}
 * @param perturbation how perturbed networks' targets differ
 * @param criterion which weights go first
 * @param schedule how many weights go a round
 * @param acceptance which round wins
 * @param start from which weights the networks of a round start
 * @param seed seed of everything random
 * @param threads networks trained side by side; 0 for one a processor
 * @param rows what is made of the rows of the data
 */
public record PruningSettings(TrainingSettings training, int folds, Judges judges, double holdOutFraction, int rounds,
    Perturbation perturbation, ImportanceCriterion criterion, DropSchedule schedule, AcceptanceRule acceptance,
    @StoredAs("roundStart") StartWeights start, long seed, @StoredAs(StoredAs.NOWHERE) int threads,
    RowRules rows) {

    /** Checks the ranges; folds and hold-out are checked against the data when the run starts. */
    public PruningSettings {
        Objects.requireNonNull(training, "training");
        Objects.requireNonNull(perturbation, "perturbation");
        Objects.requireNonNull(criterion, "criterion");
        Objects.requireNonNull(schedule, "schedule");
        Objects.requireNonNull(acceptance, "acceptance");
        Objects.requireNonNull(start, "start");
        if (rounds < 1) {
            throw new IllegalArgumentException("The number of rounds is " + rounds + "; it must be at least 1.");
        }
        Limits.requireRounds(rounds);
        new EnsembleSettings(training, folds, judges, holdOutFraction, seed, threads, rows);
    }

    /**
     * Settings for rows without groups that are treated as {@link RowRules#PLAIN} says, judged by a hold-out.
     *
     * @param training how each network is built and trained
     * @param folds number of folds, at least 2
     * @param holdOutFraction share of the rows outside all folds
     * @param rounds number of pruning rounds at the most
     * @param perturbation how perturbed networks' targets differ
     * @param criterion which weights go first
     * @param schedule how many weights go a round
     * @param acceptance which round wins
     * @param start from which weights the networks of a round start
     * @param seed seed of everything random
     * @param threads networks trained side by side; 0 for one a processor
     */
    public PruningSettings(final TrainingSettings training, final int folds, final double holdOutFraction,
        final int rounds, final Perturbation perturbation, final ImportanceCriterion criterion,
        final DropSchedule schedule, final AcceptanceRule acceptance, final StartWeights start, final long seed,
        final int threads) {
        this(training, folds, Judges.HOLD_OUT, holdOutFraction, rounds, perturbation, criterion, schedule, acceptance,
            start, seed, threads, RowRules.PLAIN);
    }

    /** @return how the networks of each round are trained */
    public EnsembleSettings ensemble() {
        return new EnsembleSettings(training, folds, judges, holdOutFraction, seed, threads, rows);
    }

    /**
     * @return the defaults: 16 folds that judge each other, 10 rounds that drop a third of what is left, one
     *         perturbed network a fold with noise, certain contribution, no loss. Measured in docs/defaults.md
     */
    public static PruningSettings defaults() {
        return new PruningSettings(TrainingSettings.defaults(), 16, Judges.OUT_OF_FOLD, 0.1, 10, Perturbation.noise(),
            Criteria.CERTAIN_CONTRIBUTION, DropSchedule.defaults(), AcceptanceRule.noLoss(),
            StartWeights.LAST_WEIGHTS, 1, 0, RowRules.PLAIN);
    }

    /**
     * The preset "Published (2022)": Gurbych and Prymachenko, section 2, and their code. The target is learned as it is
     * and scaled by .9 and 1.1 for the perturbed networks, a tenth of all weights goes a round, pruned weights are set
     * to zero at the end of each epoch, and a round that is not better is rolled back and the drop rate halved. The
     * authors judged rounds on a table of their own, which a run takes beside these settings; without it the hold-out
     * decides. Known faults of their code are not repeated: best weights are taken
     * under the mask, and a rollback restores the last accepted round.
     *
     * @return those settings
     */
    public static PruningSettings published2022() {
        return new PruningSettings(TrainingSettings.published2022(), 5, 0.1, 50, Perturbation.published(),
            Criteria.PUBLISHED, new DropSchedule(DropSchedule.Kind.CONSTANT, 0.1),
            new AcceptanceRule(AcceptanceRule.Kind.PUBLISHED, 0), StartWeights.LAST_WEIGHTS, 1, 0);
    }

    /**
     * @param newTraining how each network is built and trained
     * @return these settings with that
     */
    public PruningSettings withTraining(final TrainingSettings newTraining) {
        return Settings.with(this, "training", newTraining);
    }

    /**
     * @param newJudges which rows decide which round wins
     * @param newFolds number of folds
     * @return these settings with those
     */
    public PruningSettings withJudges(final Judges newJudges, final int newFolds) {
        return Settings.with(Settings.with(this, "judges", newJudges), "folds", newFolds);
    }

    /**
     * @param newSeed another seed
     * @return these settings with that seed
     */
    public PruningSettings withSeed(final long newSeed) {
        return Settings.with(this, "seed", newSeed);
    }

    /**
     * @param newThreads another number of threads
     * @return these settings with that number
     */
    public PruningSettings withThreads(final int newThreads) {
        return Settings.with(this, "threads", newThreads);
    }
}
