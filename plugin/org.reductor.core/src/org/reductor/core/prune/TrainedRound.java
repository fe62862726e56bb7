/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import org.reductor.core.data.Seeds;
import org.reductor.core.network.Compaction;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Network;
import org.reductor.core.network.NetworkEnsemble;
import org.reductor.core.prune.criterion.ImportanceCriterion;
import org.reductor.core.prune.criterion.InputStatistics;
import org.reductor.core.prune.criterion.ScoringContext;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A round whose control networks are trained: what deviations are scored on and what weights are dropped from.
 *
 * @param start what the training started from
 * @param controls the control networks, one a fold
 * @param inputs what the training rows are like at each input
 * @param score how well the controls predict the rows that judge rounds
 * @param validationLoss mean loss of the controls on the validation rows of their folds; in the user's units if they
 *            predict one number
 */
public record TrainedRound(PreparedRound start, List<Network> controls, InputStatistics inputs, JudgeScore score,
    double validationLoss) {

    /** Copies the list. */
    public TrainedRound {
        controls = List.copyOf(controls);
    }

    /** @return the control networks as an ensemble */
    public NetworkEnsemble networks() {
        return new NetworkEnsemble(start.mask(), controls, start.heads());
    }

    /**
     * Scores the weights of the control networks.
     *
     * @param criterion what scores them
     * @param perturbed for each fold its perturbed networks; empty if the criterion needs none
     * @param seed seed of the run
     * @return as {@link ImportanceCriterion#score}
     */
    public double[][] score(final ImportanceCriterion criterion, final List<List<Network>> perturbed,
        final long seed) {
        return criterion.score(new ScoringContext(controls, perturbed, inputs,
            Seeds.derive(seed, Purpose.CRITERION, start.round())));
    }

    /**
     * Drops weights: those with the highest scores, and then every weight that can no longer matter.
     *
     * @param scores for each kernel one score a weight, see {@link ImportanceCriterion#score}
     * @param schedule how many weights go
     * @param dropFactor 1, or less after rejected rounds
     * @param from which weights the networks that are left go on from
     * @return the next round; empty if nothing, or everything, would be dropped
     */
    public Optional<PreparedRound> prune(final double[][] scores, final DropSchedule schedule,
        final double dropFactor, final RoundStart from) {
        final Mask mask = start.mask();
        final boolean[][] candidates = DropSelection.candidates(mask, inputs.varies());
        final long left = Arrays.stream(candidates).mapToLong(TrainedRound::count).sum();
        final long drop = schedule.count(mask.originalWeights(), left, dropFactor);
        if (drop == 0 || drop == left) {
            return Optional.empty();
        }
        final boolean[][] kept = DropSelection.keep(mask, candidates, scores, drop);
        final Compaction compaction = Compaction.of(mask, kept, inputs.varies(), inputs.constants());
        if (compaction.mask().keptWeights() == 0) {
            return Optional.empty();
        }
        final List<Network> networks = from == RoundStart.INITIAL_WEIGHTS ? start.starts() : controls;
        return Optional.of(new PreparedRound(start.round() + 1, start.chosen() + drop, compaction.mask(),
            networks.stream().map(compaction::apply).toList(), start.heads()));
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
        final Mask mask = start.mask();
        return new RoundRecord(start.round(), mask.originalWeights(), mask.originalWeights() - start.chosen(),
            mask.keptWeights(), score.value(),
            score.standardErrorOfDifference(reference, Seeds.derive(seed, Purpose.BOOTSTRAP)), score.single(),
            score.metrics(), validationLoss, mask.hiddenUnits(), mask.units(0).length, epochs, seconds, status);
    }

    private static long count(final boolean[] flags) {
        long total = 0;
        for (final boolean flag : flags) {
            total += flag ? 1 : 0;
        }
        return total;
    }
}
