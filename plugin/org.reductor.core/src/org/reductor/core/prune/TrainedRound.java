/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import org.reductor.core.data.Seeds;
import org.reductor.core.network.Compaction;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Member;
import org.reductor.core.network.Network;
import org.reductor.core.network.NetworkEnsemble;
import org.reductor.core.prune.criterion.ImportanceCriterion;
import org.reductor.core.prune.criterion.ScoringContext;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * A round whose control networks are trained: what deviations are scored on and what weights are dropped from.
 *
 * @param input what the training started from
 * @param controls the control networks, one a fold
 * @param groups which folds are pruned together, with what must be known for it
 * @param residuals for each fold the root mean square of its control's errors in the rows on which it was stopped, in
 *            the units in which the networks see numbers; for classes as probabilities
 * @param score how well the controls predict the rows that judge rounds
 * @param validationLoss mean loss of the controls on the validation rows of their folds; in the user's units if they
 *            predict one number
 */
public record TrainedRound(RoundInput input, List<Network> controls, List<GroupStatistics> groups, double[] residuals,
    JudgeScore score, double validationLoss) {

    /** Copies the lists. */
    public TrainedRound {
        controls = List.copyOf(controls);
        groups = List.copyOf(groups);
    }

    /** @return the control networks as an ensemble */
    public NetworkEnsemble networks() {
        return networks(input, controls);
    }

    static NetworkEnsemble networks(final RoundInput input, final List<Network> controls) {
        return new NetworkEnsemble(IntStream.range(0, controls.size())
            .mapToObj(fold -> input.starts().get(fold).with(controls.get(fold))).toList());
    }

    /**
     * Scores the weights of the control networks.
     *
     * @param criterion what scores them
     * @param perturbed for each fold its perturbed networks; empty if the criterion needs none
     * @param seed seed of the run
     * @return for each group of {@link #groups()} as {@link ImportanceCriterion#score}
     */
    public List<double[][]> score(final ImportanceCriterion criterion, final List<PerturbedFold> perturbed,
        final long seed) {
        return IntStream.range(0, groups.size()).parallel()
            .mapToObj(group -> criterion.score(context(groups.get(group), perturbed, seed(seed, group)))).toList();
    }

    /** Masks that are drawn by lot must differ, as others do. */
    private long seed(final long seed, final int group) {
        return group == 0 ? Seeds.derive(seed, Purpose.CRITERION, input.round())
            : Seeds.derive(seed, Purpose.CRITERION, input.round(), group);
    }

    private ScoringContext context(final GroupStatistics group, final List<PerturbedFold> perturbed,
        final long seed) {
        final int[] folds = group.folds();
        return new ScoringContext(Arrays.stream(folds).mapToObj(fold -> input.starts().get(fold).network()).toList(),
            Arrays.stream(folds).mapToObj(controls::get).toList(),
            perturbed.isEmpty() ? List.of()
                : Arrays.stream(folds).mapToObj(fold -> perturbed.get(fold).networks()).toList(),
            group.inputs(), group.activations(),
            perturbed.isEmpty() ? new double[0]
                : Arrays.stream(folds).mapToDouble(fold -> ratio(residuals[fold], perturbed.get(fold).noise()))
                    .toArray(),
            seed);
    }

    /** Where nothing was perturbed, weights do not differ, and any factor will do. */
    private static double ratio(final double residual, final double noise) {
        return noise > 0 ? residual / noise : 1;
    }

    /**
     * Drops weights of each group: those with the highest scores, and then every weight that can no longer matter. A
     * group of which nothing, or everything, would be dropped keeps its mask.
     *
     * @param scores for each group and kernel one score a weight, see {@link #score}
     * @param schedule how many weights go
     * @param dropFactor 1, or less after rejected rounds
     * @param from which weights the networks that are left go on from
     * @return the next round; empty if no group drops anything
     */
    public Optional<RoundInput> prune(final List<double[][]> scores, final DropSchedule schedule,
        final double dropFactor, final StartWeights from) {
        final List<Optional<Drop>> drops = IntStream.range(0, groups.size()).parallel()
            .mapToObj(g -> drop(groups.get(g), scores.get(g), schedule, dropFactor)).toList();
        if (drops.stream().allMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        final long[] chosen = input.chosen().clone();
        final Member[] next = new Member[controls.size()];
        for (int g = 0; g < groups.size(); g++) {
            final Optional<Drop> drop = drops.get(g);
            for (final int fold : groups.get(g).folds()) {
                final Member start = input.starts().get(fold);
                final Network own = from == StartWeights.INITIAL_WEIGHTS ? start.network() : controls.get(fold);
                next[fold] = drop.map(d -> new Member(d.compaction.mask(), d.compaction.apply(own), start.heads()))
                    .orElseGet(() -> start.with(own));
                chosen[fold] += drop.map(Drop::count).orElse(0L);
            }
        }
        return Optional.of(new RoundInput(input.round() + 1, chosen, List.of(next)));
    }

    /** What a group drops: so many weights, chosen by scores, and what dies with them. */
    private record Drop(long count, Compaction compaction) {
    }

    private Optional<Drop> drop(final GroupStatistics group, final double[][] scores, final DropSchedule schedule,
        final double dropFactor) {
        final Mask mask = input.starts().get(group.folds()[0]).mask();
        final boolean[][] candidates = DropSelection.candidates(mask, group.inputs().varies());
        final long left = Arrays.stream(candidates).mapToLong(TrainedRound::count).sum();
        final long count = schedule.count(mask.originalWeights(), left, dropFactor);
        if (count == 0 || count == left) {
            return Optional.empty();
        }
        final boolean[][] kept = DropSelection.keep(mask, candidates, scores, count);
        final Compaction compaction =
            Compaction.of(mask, kept, group.inputs().varies(), group.inputs().constants());
        return compaction.mask().keptWeights() == 0 ? Optional.empty() : Optional.of(new Drop(count, compaction));
    }

    /** @return the same networks as a further round, where nothing was dropped */
    public RoundInput unchanged() {
        return new RoundInput(input.round() + 1, input.chosen(), networks().members());
    }

    /**
     * @param reference the score that others are compared with
     * @param seed seed of the run
     * @param epochs epochs of all networks of the round together
     * @param seconds duration of the round
     * @param status what became of the round
     * @return what is known about this round
     */
    public RoundRecord record(final JudgeScore reference, final long seed, final int epochs, final double seconds,
        final RoundRecord.Status status) {
        final NetworkEnsemble networks = networks();
        return new RoundRecord(input.round(), networks.originalWeights(),
            networks.originalWeights() - input.meanChosen(), networks.keptWeights(), score.value(),
            score.standardErrorOfDifference(reference, Seeds.derive(seed, Purpose.BOOTSTRAP)), score.single(),
            score.metrics(), validationLoss, networks.hiddenUnits(), networks.inputsRead().length,
            OptionalDouble.empty(), epochs, seconds, status);
    }

    private static long count(final boolean[] flags) {
        long total = 0;
        for (final boolean flag : flags) {
            total += flag ? 1 : 0;
        }
        return total;
    }
}
