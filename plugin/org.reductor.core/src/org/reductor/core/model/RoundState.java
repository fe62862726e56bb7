/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.model;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.reductor.core.data.Limits;
import org.reductor.core.network.Activation;
import org.reductor.core.network.Network;
import org.reductor.core.network.NetworkEnsemble;
import org.reductor.core.prune.EnsembleSettings;
import org.reductor.core.prune.JudgeScore;
import org.reductor.core.prune.PreparedRound;
import org.reductor.core.prune.TrainedRound;
import org.reductor.core.prune.criterion.InputStatistics;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What stands beside networks while rounds are driven step by step: what a step needs to know of those before it. It is
 * of no use for predictions and is not part of a model file.
 *
 * @param settings how the networks of the rounds are trained
 * @param round number of the round that the networks belong to
 * @param chosen weights that criteria have chosen so far
 * @param scores of the rounds trained so far, from round 0 on
 * @param training what the training of this round left; empty if the networks have been pruned and are not trained yet
 */
public record RoundState(EnsembleSettings settings, int round, long chosen, List<JudgeScore> scores,
    Optional<Training> training) {

    /**
     * What the training of a round leaves.
     *
     * @param starts for each fold the network that the training started from
     * @param inputs what the training rows are like at each input
     * @param validationLoss mean loss on the validation rows
     */
    public record Training(List<Network> starts, InputStatistics inputs, double validationLoss) {
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
        return new RoundState(settings, round.start().round(), round.start().chosen(), scores,
            Optional.of(new Training(round.start().starts(), round.inputs(), round.validationLoss())));
    }

    /**
     * @param next a round that was just pruned out of this one
     * @return its state
     */
    public RoundState pruned(final PreparedRound next) {
        return new RoundState(settings, next.round(), next.chosen(), scores, Optional.empty());
    }

    /**
     * @param networks the networks that this state stands beside, trained
     * @return the round with them; empty if they have not been trained since they were pruned
     */
    public Optional<TrainedRound> trainedRound(final NetworkEnsemble networks) {
        return training.map(t -> new TrainedRound(
            new PreparedRound(round, chosen, networks.mask(), t.starts(), networks.heads()), networks.members(),
            t.inputs(), scores.get(scores.size() - 1), t.validationLoss()));
    }

    /**
     * @param out where to; not closed
     * @throws IOException if writing fails
     */
    public void write(final OutputStream out) throws IOException {
        final ObjectNode json = ArrayFileWriter.json(FileKind.ROUND);
        Fields.write(json.putObject("settings"), settings);
        json.put("round", round);
        json.put("chosen", chosen);
        final Map<String, Supplier<byte[]>> arrays = new LinkedHashMap<>();
        ScoresJson.write(scores, json, arrays);
        training.ifPresent(t -> write(t, json.putObject("training"), arrays));
        ArrayFileWriter.write(FileKind.ROUND, json, arrays, out);
    }

    private static void write(final Training training, final ObjectNode json,
        final Map<String, Supplier<byte[]>> arrays) {
        final Network first = training.starts().get(0);
        json.put("hidden", first.hidden().name());
        ModelArrays.numbers(json.putArray("sizes"), first.sizes());
        json.put("folds", training.starts().size());
        json.put("validationLoss", training.validationLoss());
        // The networks of round 0 all start from the same one, which is stored once.
        final boolean same = training.starts().stream().allMatch(start -> start == first);
        json.put("starts", same ? 1 : training.starts().size());
        for (int i = 0; i < (same ? 1 : training.starts().size()); i++) {
            ModelArrays.put(arrays, startName(i), training.starts().get(i));
        }
        final InputStatistics inputs = training.inputs();
        arrays.put("inputs/varies", () -> ModelArrays.bits(inputs.varies()));
        arrays.put("inputs/constants", () -> LittleEndian.bytes(inputs.constants()));
        arrays.put("inputs/rms", () -> LittleEndian.bytes(inputs.rms()));
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
            final Optional<Training> training =
                json.has("training") ? Optional.of(training(file, json.object("training"))) : Optional.empty();
            return new RoundState(json.settings("settings", EnsembleSettings.class), json.integer("round"),
                json.whole("chosen"), scores, training);
        });
    }

    private static Training training(final ArrayFileReader file, final Fields json) throws IOException {
        final int[] sizes = json.integers("sizes");
        final int stored = json.integer("starts");
        final int folds = json.integer("folds");
        file.requireReadable(() -> Limits.requireFile(sizes, folds));
        if (stored != 1 && stored != folds) {
            throw new ModelFormatException(file.damaged() + stored + " starts do not fit " + folds + " folds.");
        }
        final Activation hidden = json.constant(Activation.class, "hidden");
        final List<Network> starts = new ArrayList<>();
        for (int i = 0; i < stored; i++) {
            starts.add(file.network(startName(i), sizes, hidden));
        }
        final boolean[] varies = ModelArrays.toFlags(file.array("inputs/varies", (sizes[0] + 7L) / 8), sizes[0]);
        final float[] constants = LittleEndian.toFloats(file.array("inputs/constants", (long)Float.BYTES * sizes[0]));
        final float[] rms = LittleEndian.toFloats(file.array("inputs/rms", (long)Float.BYTES * sizes[0]));
        return new Training(stored == 1 ? Collections.nCopies(folds, starts.get(0)) : starts,
            new InputStatistics(varies, constants, rms), json.number("validationLoss"));
    }

    private static String startName(final int index) {
        return "start/" + index;
    }
}
