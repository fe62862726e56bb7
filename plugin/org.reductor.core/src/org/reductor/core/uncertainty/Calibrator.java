/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.uncertainty;

import org.reductor.core.data.CsrMatrix;
import org.reductor.core.data.FeatureRecipe;
import org.reductor.core.data.Relation;
import org.reductor.core.data.RowRoles;
import org.reductor.core.data.Targets;
import org.reductor.core.data.Task;
import org.reductor.core.network.NetworkEnsemble;
import org.reductor.core.network.Predictor;
import org.reductor.core.objective.Head;
import org.reductor.core.objective.Heads;
import org.reductor.core.prune.JudgePlan;
import org.reductor.core.prune.JudgeScore;
import org.reductor.core.prune.RunRows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Makes the {@link Calibration} of networks from the rows that judged them. */
public final class Calibrator {

    private final JudgePlan plan;
    private final Heads heads;
    private final double[] predictions;

    /** For each row that judges what a further network predicts that has not learned it; null if there is none. */
    private final double[][] others;

    private final List<int[]> groups = new ArrayList<>();

    /** For each row that judges its group; -1 for rows that networks knew before. */
    private final int[] groupOf;

    private Calibrator(final RunRows rows, final NetworkEnsemble networks, final double[] predictions,
        final RowRoles before) {
        plan = rows.judges();
        heads = networks.heads();
        this.predictions = predictions;
        others = before.size() == 0 && rows.judgesAreOfData() ? others(rows, networks)
            : new double[plan.rows().length][];
        groupOf = new int[plan.rows().length];
        for (int i = 0; i < groupOf.length; i++) {
            groupOf[i] = rows.judgeKnown(before, i) ? -1 : group(plan.members().get(i));
        }
    }

    /** A network that only stopped on a row has not learned it either. */
    private double[][] others(final RunRows rows, final NetworkEnsemble networks) {
        final int[] stopped = new int[rows.data().rows()];
        Arrays.fill(stopped, -1);
        for (int fold = 0; fold < networks.size(); fold++) {
            for (final int row : rows.split().folds().get(fold).validation()) {
                stopped[row] = fold;
            }
        }
        final List<Predictor> predictors = networks.members().stream()
            .map(member -> new Predictor(new NetworkEnsemble(List.of(member)))).toList();
        return IntStream.range(0, plan.rows().length).parallel().mapToObj(i -> {
            final int row = plan.rows()[i];
            final int other = stopped[row];
            if (other < 0 || Arrays.stream(plan.members().get(i)).anyMatch(network -> network == other)) {
                return null;
            }
            final double[] ofOther = new double[heads.outputs()];
            predictors.get(other).predict(plan.data().features(), row, row + 1, ofOther);
            return ofOther;
        }).toArray(double[][]::new);
    }

    private int group(final int[] networks) {
        for (int g = 0; g < groups.size(); g++) {
            if (Arrays.equals(groups.get(g), networks)) {
                return g;
            }
        }
        groups.add(networks);
        return groups.size() - 1;
    }

    /**
     * @param rows what each row of a training was there for
     * @param recipe how the features were made
     * @param networks the networks, one a fold
     * @param score what they predicted for the rows that judge
     * @param before what rows were to the networks that the training started from; {@link RowRoles#NONE} for new ones.
     *            What these knew is not unseen, and is left out
     * @return the calibration; empty if no row is left that the networks had not seen
     */
    public static Optional<Calibration> calibrate(final RunRows rows, final FeatureRecipe recipe,
        final NetworkEnsemble networks, final JudgeScore score, final RowRoles before) {
        final Calibrator calibrator = new Calibrator(rows, networks, score.predictions(), before);
        return calibrator.groups.isEmpty() ? Optional.empty() : Optional.of(calibrator.calibration(rows, recipe));
    }

    private Calibration calibration(final RunRows rows, final FeatureRecipe recipe) {
        final boolean[] bits = KnownRows.bits(recipe);
        final KnownRows unjudged = known(rows, bits).orElse(null);
        final double[] similarities = unjudged == null ? null : similarities(unjudged, bits);
        final List<TaskCalibration> tasks = IntStream.range(0, heads.size())
            .<TaskCalibration> mapToObj(
                task -> heads.get(task).task().isNumber() ? intervals(task, similarities) : probabilities(task))
            .toList();
        return new Calibration(groups, tasks, Optional.ofNullable(unjudged).map(known -> known.withThreshold(
            IntStream.range(0, groupOf.length).filter(i -> groupOf[i] >= 0).mapToDouble(i -> similarities[i])
                .toArray())));
    }

    private Optional<KnownRows> known(final RunRows rows, final boolean[] bits) {
        final CsrMatrix features = rows.data().features();
        final boolean[] known = new boolean[features.rows()];
        rows.split().folds().forEach(fold -> {
            Arrays.stream(fold.training()).forEach(row -> known[row] = true);
            Arrays.stream(fold.validation()).forEach(row -> known[row] = true);
        });
        final int[] judged = new int[features.rows()];
        Arrays.fill(judged, -1);
        if (rows.judgesAreOfData()) {
            IntStream.range(0, groupOf.length).forEach(i -> judged[plan.rows()[i]] = groupOf[i]);
        }
        return KnownRows.of(features, bits, known, judged, groups.size());
    }

    /** For each row that judges how similar it is to those that its networks know. */
    private double[] similarities(final KnownRows known, final boolean[] bits) {
        final KnownRows.Search search = known.search();
        return IntStream.range(0, groupOf.length).parallel()
            .mapToDouble(i -> groupOf[i] < 0 ? 0
                : search.of(KnownRows.setBits(plan.data().features(), plan.rows()[i], bits)).ofGroup()[groupOf[i]])
            .toArray();
    }

    private IntervalScores intervals(final int task, final double[] similarities) {
        final Targets targets = plan.data().targets();
        return IntervalScores.of(IntStream.range(0, groups.size()).mapToObj(g -> {
            final int[] own = judging(task, g)
                .filter(i -> targets.relation(plan.rows()[i], task) == Relation.EQUAL).toArray();
            return new IntervalScores.Judged(groups.get(g).length,
                Arrays.stream(own)
                    .mapToDouble(i -> Math.abs(targets.value(plan.rows()[i], task) - prediction(task, i)[0])).toArray(),
                similarities == null ? null : Arrays.stream(own).mapToDouble(i -> similarities[i]).toArray(),
                Arrays.stream(own).mapToDouble(i -> others[i] == null ? Double.NaN
                    : others[i][heads.start(task)] - prediction(task, i)[0]).toArray());
        }).toList());
    }

    private ProbabilityMap probabilities(final int task) {
        final Targets targets = plan.data().targets();
        final int[] own = IntStream.range(0, groups.size()).flatMap(g -> judging(task, g)).toArray();
        final Task classes = heads.get(task).task();
        return ProbabilityMap.fit(classes.classes().size(),
            Arrays.stream(own).mapToObj(i -> prediction(task, i)).toList(),
            Arrays.stream(own).map(i -> (int)targets.value(plan.rows()[i], task)).toArray(),
            Arrays.stream(own).mapToDouble(i -> targets.weight(plan.rows()[i])).toArray());
    }

    private IntStream judging(final int task, final int group) {
        return IntStream.range(0, groupOf.length)
            .filter(i -> groupOf[i] == group && plan.data().targets().present(plan.rows()[i], task));
    }

    private double[] prediction(final int task, final int row) {
        final Head head = heads.get(task);
        final int from = row * heads.outputs() + heads.start(task);
        return Arrays.copyOfRange(predictions, from, from + head.outputs());
    }
}
