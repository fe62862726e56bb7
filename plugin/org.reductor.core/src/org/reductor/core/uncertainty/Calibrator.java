/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.uncertainty;

import org.reductor.core.data.CsrMatrix;
import org.reductor.core.data.FeatureRecipe;
import org.reductor.core.data.Relation;
import org.reductor.core.data.RowRoles;
import org.reductor.core.data.Targets;
import org.reductor.core.data.Task;
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
    private final List<int[]> groups = new ArrayList<>();

    /** For each row that judges its group; -1 for rows that networks knew before. */
    private final int[] groupOf;

    private Calibrator(final RunRows rows, final Heads heads, final double[] predictions, final RowRoles before) {
        plan = rows.judges();
        this.heads = heads;
        this.predictions = predictions;
        groupOf = new int[plan.rows().length];
        for (int i = 0; i < groupOf.length; i++) {
            groupOf[i] = rows.judgeKnown(before, i) ? -1 : group(plan.members().get(i));
        }
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
     * @param heads what the networks predict
     * @param score what they predicted for the rows that judge
     * @param before what rows were to the networks that the training started from; {@link RowRoles#NONE} for new ones.
     *            What these knew is not unseen, and is left out
     * @return the calibration; empty if no row is left that the networks had not seen
     */
    public static Optional<Calibration> calibrate(final RunRows rows, final FeatureRecipe recipe, final Heads heads,
        final JudgeScore score, final RowRoles before) {
        final Calibrator calibrator = new Calibrator(rows, heads, score.predictions(), before);
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
        if (plan.data() == rows.data()) {
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
        final List<double[]> errors = new ArrayList<>();
        final List<double[]> similar = new ArrayList<>();
        for (int g = 0; g < groups.size(); g++) {
            final int[] own = judging(task, g).filter(i -> targets.relation(plan.rows()[i], task) == Relation.EQUAL)
                .toArray();
            errors.add(Arrays.stream(own)
                .mapToDouble(i -> Math.abs(targets.value(plan.rows()[i], task) - prediction(task, i)[0])).toArray());
            similar.add(similarities == null ? null : Arrays.stream(own).mapToDouble(i -> similarities[i]).toArray());
        }
        return IntervalScores.of(errors, similarities == null ? null : similar);
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
