/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import org.reductor.core.data.DataSplit;
import org.reductor.core.data.Dataset;
import org.reductor.core.data.Learnability;
import org.reductor.core.data.RowDigest;
import org.reductor.core.data.RowRoles;
import org.reductor.core.data.RowRoles.Role;
import org.reductor.core.data.Seeds;
import org.reductor.core.data.Targets;
import org.reductor.core.network.NetworkEnsemble;
import org.reductor.core.train.TrainingDivergedException;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What each row of a run is there for: to be learned from, to decide when to stop, or to judge rounds.
 *
 * @param data training data without the test set
 * @param split its rows in folds
 * @param groups which folds share a mask; each fold is in one of them
 * @param judges which rows judge which networks
 */
public record RunRows(Dataset data, DataSplit split, List<MaskGroup> groups, JudgePlan judges) {

    /** Copies the list. */
    public RunRows {
        groups = List.copyOf(groups);
    }

    /**
     * @param data training data without the test set
     * @param selection rows that judge rounds, in place of those of the training data, which then are all in the folds;
     *            null to use those that the settings name
     * @param settings of the run
     * @return its rows; equal arguments give equal rows
     * @throws IllegalArgumentException if the data do not suffice or do not fit, saying what is missing
     */
    public static RunRows of(final Dataset data, final Dataset selection, final EnsembleSettings settings) {
        final long seed = Seeds.derive(settings.seed(), Purpose.SPLIT);
        final int folds = settings.folds();
        final List<int[]> strata = settings.rows().stratification().strata(data.targets());
        if (selection != null) {
            requireFit(selection, data);
            final DataSplit split = DataSplit.withoutHoldOut(data.rows(), folds, seed, data.groups(), strata);
            return withOneMask(data, split,
                JudgePlan.all(selection, IntStream.range(0, selection.rows()).toArray(), folds));
        }
        return switch (settings.judges()) {
            case HOLD_OUT -> {
                final DataSplit split = DataSplit.of(data.rows(), settings.holdOutFraction(), folds, seed,
                    data.groups(), strata);
                yield withOneMask(data, split, JudgePlan.all(data, split.holdOut(), folds));
            }
            case OUT_OF_FOLD ->
                withOwnMasks(data, DataSplit.outOfFold(data.rows(), folds, seed, data.groups(), strata));
        };
    }

    /**
     * @param data training data
     * @param split its rows
     * @param judges rows that no fold sees
     * @return rows for folds that share one mask
     */
    public static RunRows withOneMask(final Dataset data, final DataSplit split, final JudgePlan judges) {
        return new RunRows(data, split,
            List.of(new MaskGroup(IntStream.range(0, split.folds().size()).toArray(), split.foldRows())), judges);
    }

    /**
     * @param data training data
     * @param split its rows; each fold has rows that judge it
     * @return rows for folds with masks of their own, which nothing but their own training rows has a part in
     */
    public static RunRows withOwnMasks(final Dataset data, final DataSplit split) {
        return new RunRows(data, split,
            IntStream.range(0, split.folds().size())
                .mapToObj(fold -> new MaskGroup(new int[]{fold}, split.folds().get(fold).training())).toList(),
            JudgePlan.outOfFold(data, split));
    }

    private static void requireFit(final Dataset selection, final Dataset data) {
        if (selection.rows() == 0) {
            throw new IllegalArgumentException("The selection table has no rows, so no round can be judged by it.");
        }
        if (selection.features().columns() != data.features().columns()) {
            throw otherFeatures("The selection table has", selection.features().columns(), data);
        }
    }

    static IllegalArgumentException otherFeatures(final String who, final int features, final Dataset data) {
        return new IllegalArgumentException(who + " " + features + " features, but the training data have "
            + data.features().columns() + ". Make the features in the same way for both.");
    }

    /** @return number of folds */
    int folds() {
        return split.folds().size();
    }

    /**
     * @param fold number of a fold
     * @return rows that may be looked at for what the fold has in common with others of its mask
     */
    int[] rowsOf(final int fold) {
        return groups.stream().filter(group -> Arrays.stream(group.folds()).anyMatch(f -> f == fold)).findFirst()
            .orElseThrow().rows();
    }

    /**
     * @throws IllegalArgumentException if the targets hardly differ in rows that networks learn from, naming the fold
     *             where only one has such rows
     */
    void requireLearnable() {
        Learnability.requireSpread(data.targets(), split.foldRows());
        for (final MaskGroup group : groups) {
            if (groups.size() > 1) {
                Learnability.requireVaried(data.targets(), group.rows(),
                    "fold " + (group.folds()[0] + 1) + " of " + folds());
            }
        }
    }

    /**
     * Scores networks by the rows that judge.
     *
     * @param networks one a fold, each judged by its own rows; or any number that have seen none of them, each judged
     *            by all
     * @return the score
     * @throws TrainingDivergedException if a prediction is not finite, naming the row
     */
    JudgeScore score(final NetworkEnsemble networks) {
        return JudgeScore.of(networks, networks.size() == folds() ? judges
            : JudgePlan.all(judges.data(), judges.rows(), networks.size()), scoreUnits());
    }

    /** What the scores of the tasks are divided by: numbers of different units can only be averaged without them. */
    private double[] scoreUnits() {
        final Targets targets = data.targets();
        final double[] units = new double[targets.tasks().size()];
        for (int task = 0; task < units.length; task++) {
            final double deviation = units.length > 1 && targets.tasks().get(task).isNumber()
                ? targets.moments(task, split.foldRows())[1] : 1;
            units[task] = deviation > 0 ? deviation : 1;
        }
        return units;
    }

    /** @return whether the rows that judge are rows of the data, not those of a selection table */
    @SuppressWarnings("ReferenceEquality") // a selection table with the same content is still another one
    public boolean judgesAreOfData() {
        return judges.data() == data;
    }

    /**
     * @param learned some rows of the data
     * @return whether none of them judges
     */
    boolean unseenBy(final int[] learned) {
        return !judgesAreOfData()
            || IntStream.of(judges.rows()).noneMatch(row -> IntStream.of(learned).anyMatch(other -> other == row));
    }

    /** @return what each row is to the network of each fold */
    public RowRoles roles() {
        final Role[][] own = noRoles(data.rows());
        for (int fold = 0; fold < folds(); fold++) {
            for (final int row : split.folds().get(fold).training()) {
                own[row][fold] = Role.LEARNED;
            }
            for (final int row : split.folds().get(fold).validation()) {
                own[row][fold] = Role.STOPPED;
            }
        }
        final Role[][] ofJudges = judgesAreOfData() ? own : noRoles(judges.data().rows());
        for (int i = 0; i < judges.rows().length; i++) {
            for (final int member : judges.members().get(i)) {
                ofJudges[judges.rows()[i]][member] = Role.JUDGED;
            }
        }
        final RowRoles.Builder roles = new RowRoles.Builder(folds());
        add(roles, data, own);
        if (ofJudges != own) {
            add(roles, judges.data(), ofJudges);
        }
        return roles.build();
    }

    private Role[][] noRoles(final int rows) {
        final Role[][] roles = new Role[rows][folds()];
        for (final Role[] ofRow : roles) {
            Arrays.fill(ofRow, Role.NONE);
        }
        return roles;
    }

    private static void add(final RowRoles.Builder roles, final Dataset data, final Role[][] ofRows) {
        for (int row = 0; row < ofRows.length; row++) {
            roles.add(RowDigest.of(data, row), List.of(ofRows[row]));
        }
    }

    /**
     * @param before what rows were to the networks that a run starts from
     * @return how many of the rows that judge rounds are known to a network that they judge, because that which it
     *         starts from has learned them or was stopped on them
     */
    public int judgesKnown(final RowRoles before) {
        return (int)IntStream.range(0, judges.rows().length).filter(i -> judgeKnown(before, i)).count();
    }

    /**
     * @param before what rows were to the networks that a run starts from
     * @param index position of a row among those that judge
     * @return whether it is known to a network that it judges, because that which it starts from has learned it or was
     *         stopped on it
     */
    public boolean judgeKnown(final RowRoles before, final int index) {
        if (before.size() == 0) {
            return false;
        }
        final List<Role> roles = before.of(RowDigest.of(judges.data(), judges.rows()[index]));
        return Arrays.stream(judges.members().get(index)).anyMatch(m -> roles.get(m % roles.size()).known());
    }
}
