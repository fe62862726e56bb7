/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import org.reductor.core.data.Seeds;

import java.util.Collections;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is known about one round. Round 0 is the unpruned control. Scores are those of {@link JudgeScore}; less is
 * better.
 *
 * @param round number of the round
 * @param weights number of weights of the unpruned network
 * @param keptNominal weights that the criterion has not chosen
 * @param keptEffective weights that can still influence an output
 * @param score of the ensemble on the rows that judge rounds
 * @param standardError standard error of the paired difference to the round that others are compared with: the best
 *            of those that count, or round 0
 * @param singleScore mean score of the single networks on those rows
 * @param metrics scores of the ensemble by other metrics, see {@link JudgeScore#metrics()}
 * @param validationLoss mean loss of the control networks on the validation rows of their folds; in the user's units
 *            if they predict one number
 * @param hiddenUnits hidden units that remain
 * @param inputs inputs that are still read
 * @param degreesOfFreedom how far predictions for training rows follow noise in their targets, summed over the rows:
 *            generalised degrees of freedom (Ye 1998) of the round's training, the mean over the folds; empty if the
 *            round has no perturbed networks that tell, as the last one
 * @param epochs epochs of all networks of the round together
 * @param seconds duration of the round
 * @param status what became of the round
 */
public record RoundRecord(int round, long weights, long keptNominal, long keptEffective, double score,
    double standardError, double singleScore, SortedMap<String, Double> metrics, double validationLoss, int hiddenUnits,
    int inputs, OptionalDouble degreesOfFreedom, int epochs, double seconds, Status status) {

    /** Copies the metrics and checks that all numbers are finite: what cannot be computed must not be recorded. */
    public RoundRecord {
        metrics = Collections.unmodifiableSortedMap(new TreeMap<>(metrics));
        for (final double number : new double[]{score, standardError, singleScore, validationLoss, seconds,
            degreesOfFreedom.orElse(0), metrics.values().stream().mapToDouble(Double::doubleValue).sum()}) {
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException("The record of round " + round + " has the number " + number
                    + ", where only finite ones can be: its score is " + score + ", the standard error "
                    + standardError + ", the score of single networks " + singleScore + ", the validation loss "
                    + validationLoss + ", the degrees of freedom " + degreesOfFreedom + ", the duration " + seconds
                    + " s, and other metrics " + metrics + ".");
            }
        }
    }

    /** What became of a round. */
    public enum Status {
        /** Not the winner. */
        PASSED,
        /** Rolled back. */
        REJECTED,
        /** The result of the run. */
        WINNER
    }

    /**
     * This record with the verdict of the end of a run.
     *
     * @param own the round's score
     * @param reference the score that others are compared with
     * @param seed seed of the run
     * @param verdict what became of the round
     * @return the record
     */
    public RoundRecord judged(final JudgeScore own, final JudgeScore reference, final long seed,
        final Status verdict) {
        return new RoundRecord(round, weights, keptNominal, keptEffective, score,
            own.standardErrorOfDifference(reference, Seeds.derive(seed, Purpose.BOOTSTRAP)), singleScore, metrics,
            validationLoss, hiddenUnits, inputs, degreesOfFreedom, epochs, seconds, verdict);
    }

    /**
     * @param freedom degrees of freedom that perturbed networks tell
     * @param more epochs of those networks, if they were trained for the round later
     * @return the record with them
     */
    public RoundRecord withPerturbed(final OptionalDouble freedom, final int more) {
        return new RoundRecord(round, weights, keptNominal, keptEffective, score, standardError, singleScore, metrics,
            validationLoss, hiddenUnits, inputs, freedom, epochs + more, seconds, status);
    }

    /** @return share of the weights that can no longer influence an output, 0 to 1 */
    public double droppedEffective() {
        return 1 - (double)keptEffective / weights;
    }
}
