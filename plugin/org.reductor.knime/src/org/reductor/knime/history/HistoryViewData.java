/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.history;

import java.util.ArrayList;
import java.util.List;

import org.reductor.core.data.Task;
import org.reductor.core.model.NetworkModel;
import org.reductor.core.prune.ControlRecord;
import org.reductor.core.prune.RoundRecord;
import org.reductor.core.prune.RoundRecord.Status;

/**
 * What the learner's page draws; handed over as JSON.
 *
 * @param target name of the target column
 * @param score what the score of a round is called
 * @param networks number of networks
 * @param rounds one entry a round; none for networks that no run of pruning made
 * @param controls what the controls of the run show, one sentence each and what limits them all; may be empty
 * @param controlMarks the controls that have a score
 * @param plot what the plot shows where; {@code null} if there is nothing to draw
 * @param picture what is left of the layers
 */
public record HistoryViewData(String target, String score, int networks, List<Round> rounds, List<String> controls,
    List<ControlMark> controlMarks, HistoryPlot plot, NetworkPicture picture) {

    /**
     * One round.
     *
     * @param round its number; 0 is the unpruned control
     * @param weights of the unpruned network
     * @param kept weights that can still influence an output
     * @param keptNominal weights that the criterion has not chosen
     * @param dropped weights that can no longer influence an output, in per cent
     * @param score score of the ensemble in the rows that judge, less is better, {@code null} if there is none
     * @param standardError of the difference to the round that others are compared with
     * @param scoreSingle mean score of the single networks
     * @param degreesOfFreedom {@code null} where no perturbed networks tell
     * @param hiddenUnits hidden units alive
     * @param inputs inputs alive
     * @param epochs of all networks together
     * @param seconds duration
     * @param accepted whether the round is the result of the run
     * @param rolledBack whether the run has not gone on from it
     * @param note what else is to be said
     */
    public record Round(int round, long weights, long kept, long keptNominal, Double dropped, Double score,
        Double standardError, Double scoreSingle, Double degreesOfFreedom, int hiddenUnits, int inputs, int epochs,
        double seconds, boolean accepted, boolean rolledBack, String note) {

        private static Round of(final RoundRecord r) {
            return new Round(r.round(), r.weights(), r.keptEffective(), r.keptNominal(), 100 * r.droppedEffective(),
                r.score(), r.standardError(), r.singleScore(),
                r.degreesOfFreedom().isPresent() ? r.degreesOfFreedom().getAsDouble() : null, r.hiddenUnits(),
                r.inputs(), r.epochs(), r.seconds(), r.status() == Status.WINNER, r.status() == Status.REJECTED,
                HistoryTable.note(r));
        }
    }

    /**
     * A control beside the rounds.
     *
     * @param label what it is
     * @param kept weights that can still influence an output
     * @param score its score in the rows that judge
     */
    public record ControlMark(String label, long kept, double score) {
    }

    /**
     * @param model pruned networks, with the history of the run that made them
     * @return what there is to see of it
     */
    public static HistoryViewData of(final NetworkModel model) {
        final List<Task> tasks = model.networks().tasks();
        final List<Round> rounds = model.history().stream().map(Round::of).toList();
        final List<String> controls = new ArrayList<>(model.controls().stream().map(ControlRecord::sentence).toList());
        if (!controls.isEmpty()) {
            controls.add(ControlRecord.CAVEAT);
        }
        return new HistoryViewData(Task.names(tasks), HistoryTable.score(tasks), model.networks().size(), rounds,
            controls, marks(model.controls()), HistoryPlot.of(rounds).orElse(null),
            NetworkPicture.of(model.networks()));
    }

    private static List<ControlMark> marks(final List<ControlRecord> controls) {
        return controls.stream().filter(c -> c.comparison().isPresent() && c.keptEffective() > 0)
            .map(c -> new ControlMark(c.kind().label(), c.keptEffective(), c.comparison().get().score())).toList();
    }
}
