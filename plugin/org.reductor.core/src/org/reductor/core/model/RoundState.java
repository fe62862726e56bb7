/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.reductor.core.data.Limits;
import org.reductor.core.network.Network;
import org.reductor.core.network.NetworkEnsemble;
import org.reductor.core.prune.EnsembleSettings;
import org.reductor.core.prune.GroupStatistics;
import org.reductor.core.prune.JudgeScore;
import org.reductor.core.prune.RoundInput;
import org.reductor.core.prune.TrainedRound;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * What stands beside networks while rounds are driven step by step: what a step needs to know of those before it. It is
 * of no use for predictions and is not part of a model file.
 *
 * @param settings how the networks of the rounds are trained
 * @param round number of the round that the networks belong to
 * @param chosen for each network the number of weights that criteria have chosen so far
 * @param scores of the rounds trained so far, from round 0 on
 * @param training what the training of this round left; empty if the networks have been pruned and are not trained yet
 */
public record RoundState(EnsembleSettings settings, int round, long[] chosen, List<JudgeScore> scores,
    Optional<Training> training) {

    /**
     * What the training of a round leaves.
     *
     * @param starts for each fold the network that the training started from
     * @param groups see {@link TrainedRound#groups()}
     * @param residuals see {@link TrainedRound#residuals()}
     * @param validationLoss mean loss on the validation rows
     */
    public record Training(List<Network> starts, List<GroupStatistics> groups, double[] residuals,
        double validationLoss) {
    }

    /** Copies the list and checks that it fits into a file. */
    public RoundState {
        scores = List.copyOf(scores);
        Limits.requireRounds(scores.size() - 1);
    }

    /**
     * @param round a round that was just trained
     * @param settings how
     * @param before scores of the rounds before it
     * @return its state
     */
    public static RoundState of(final TrainedRound round, final EnsembleSettings settings,
        final List<JudgeScore> before) {
        final List<JudgeScore> scores = new ArrayList<>(before);
        scores.add(round.score());
        final RoundInput input = round.input();
        return new RoundState(settings, input.round(), input.chosen(), scores, Optional.of(
            new Training(input.networks().networks(), round.groups(), round.residuals(), round.validationLoss())));
    }

    /**
     * @param next a round that was just pruned out of this one
     * @return its state
     */
    public RoundState pruned(final RoundInput next) {
        return new RoundState(settings, next.round(), next.chosen(), scores, Optional.empty());
    }

    /**
     * @param networks the networks that this state stands beside, trained
     * @return the round with them; empty if they have not been trained since they were pruned
     */
    public Optional<TrainedRound> trainedRound(final NetworkEnsemble networks) {
        return training.map(t -> new TrainedRound(
            new RoundInput(round, chosen,
                IntStream.range(0, networks.size()).mapToObj(n -> networks.members().get(n).with(t.starts().get(n)))
                    .toList()),
            networks.networks(), t.groups(), t.residuals(), scores.get(scores.size() - 1), t.validationLoss()));
    }

    /**
     * @param out where to; not closed
     * @throws IOException if writing fails
     */
    public void write(final OutputStream out) throws IOException {
        final ObjectNode json = ArrayFileWriter.json(FileKind.ROUND);
        Fields.write(json.putObject("settings"), settings);
        json.put("round", round);
        final ArrayNode counts = json.putArray("chosen");
        Arrays.stream(chosen).forEach(counts::add);
        final Map<String, Supplier<byte[]>> arrays = new LinkedHashMap<>();
        ScoresJson.write(scores, json, arrays);
        training.ifPresent(t -> TrainingJson.write(t, json.putObject("training"), arrays));
        ArrayFileWriter.write(FileKind.ROUND, json, arrays, out);
    }

    /**
     * @param in where from; not closed
     * @return the state
     * @throws ModelFormatException if the file is damaged or something else, saying what is wrong
     * @throws IOException if reading fails
     */
    public static RoundState read(final InputStream in) throws IOException {
        return ArrayFileReader.read(FileKind.ROUND, in, (file, json) -> {
            final List<JudgeScore> scores = ScoresJson.read(json, file);
            final Optional<Training> training = json.has("training")
                ? Optional.of(TrainingJson.read(file, json.object("training"))) : Optional.empty();
            return new RoundState(json.settings("settings", EnsembleSettings.class), json.integer("round"),
                json.wholes("chosen"), scores, training);
        });
    }
}
