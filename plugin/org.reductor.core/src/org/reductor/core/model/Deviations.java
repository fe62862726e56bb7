/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.reductor.core.data.Limits;
import org.reductor.core.objective.Perturbation;
import org.reductor.core.prune.TrainedRound;
import org.reductor.core.prune.criterion.ImportanceCriterion;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * The scores that a criterion gave to the weights of networks.
 *
 * @param networks {@link NetworkModel#fingerprint()} of the networks that were scored
 * @param criterion what scored them
 * @param perturbation how the targets of the perturbed networks differed; empty if there were none
 * @param epochs of the perturbed networks together
 * @param groups for each group of networks that are pruned together, in the order of the round, their scores
 */
public record Deviations(String networks, ImportanceCriterion criterion, Optional<Perturbation> perturbation,
    int epochs, List<Scores> groups) {

    /**
     * Scores of networks that share a mask.
     *
     * @param sizes sizes of the networks
     * @param values for each kernel one score a weight, row by row; the highest goes first
     */
    public record Scores(int[] sizes, double[][] values) {

        /** Checks that there is one score a weight. */
        public Scores {
            sizes = sizes.clone();
            Limits.requireFile(sizes, 1);
            for (int l = 0; l + 1 < sizes.length; l++) {
                if (values.length != sizes.length - 1 || values[l].length != (long)sizes[l] * sizes[l + 1]) {
                    throw new IllegalArgumentException("Networks of the sizes " + Arrays.toString(sizes)
                        + " need one score a weight of each kernel.");
                }
            }
        }
    }

    /**
     * Scores of a round.
     *
     * @param networks fingerprint of the networks that were scored
     * @param criterion what scored them
     * @param perturbed their perturbed networks; empty if none were needed
     * @param round the round
     * @param scores of {@link TrainedRound#score}
     * @return the deviations
     */
    public static Deviations of(final String networks, final ImportanceCriterion criterion,
        final Optional<PerturbedNetworks> perturbed, final TrainedRound round, final List<double[][]> scores) {
        return new Deviations(networks, criterion, perturbed.map(PerturbedNetworks::perturbation),
            perturbed.map(p -> p.training().epochs()).orElse(0),
            IntStream.range(0, scores.size()).mapToObj(group -> new Scores(
                round.controls().get(round.groups().get(group).folds()[0]).sizes(), scores.get(group))).toList());
    }

    /** Copies the list and checks that it fits into a file. */
    public Deviations {
        Objects.requireNonNull(networks, "networks");
        Objects.requireNonNull(criterion, "criterion");
        groups = List.copyOf(groups);
        for (final Scores group : groups) {
            Limits.requireFile(group.sizes, groups.size());
        }
    }

    /** @return the scores of each group, as {@link TrainedRound#prune} takes them */
    public List<double[][]> scores() {
        return groups.stream().map(Scores::values).toList();
    }

    /**
     * @param out where to; not closed
     * @throws IOException if writing fails
     */
    public void write(final OutputStream out) throws IOException {
        final ObjectNode json = ArrayFileWriter.json(FileKind.DEVIATIONS);
        json.put("networks", networks);
        json.put("criterion", criterion.id());
        perturbation.ifPresent(p -> Fields.write(json.putObject("perturbation"), p));
        json.put("epochs", epochs);
        final ArrayNode sizes = json.putArray("sizes");
        final Map<String, Supplier<byte[]>> arrays = new LinkedHashMap<>();
        for (final Scores group : groups) {
            for (int l = 0; l < group.values.length; l++) {
                final double[] layer = group.values[l];
                arrays.put(name(sizes.size(), l), () -> LittleEndian.bytes(layer));
            }
            ModelArrays.numbers(sizes.addArray(), group.sizes);
        }
        ArrayFileWriter.write(FileKind.DEVIATIONS, json, arrays, out);
    }

    /**
     * @param in where from; not closed
     * @return the scores
     * @throws ModelFormatException if the file is damaged or something else, saying what is wrong
     * @throws IOException if reading fails
     */
    public static Deviations read(final InputStream in) throws IOException {
        return ArrayFileReader.read(FileKind.DEVIATIONS, in, (file, json) -> {
            final List<int[]> sizes = json.integerLists("sizes");
            final List<Scores> groups = new ArrayList<>();
            for (final int[] ofGroup : sizes) {
                file.requireReadable(() -> Limits.requireFile(ofGroup, sizes.size()));
                final double[][] scores = new double[ofGroup.length - 1][];
                for (int l = 0; l < scores.length; l++) {
                    scores[l] = LittleEndian.toDoubles(file.array(name(groups.size(), l),
                        (long)Double.BYTES * ofGroup[l] * ofGroup[l + 1]));
                }
                groups.add(new Scores(ofGroup, scores));
            }
            final Optional<Perturbation> perturbation = json.has("perturbation")
                ? Optional.of(json.settings("perturbation", Perturbation.class)) : Optional.empty();
            return new Deviations(json.text("networks"), ImportanceCriterion.of(json.text("criterion")), perturbation,
                json.integer("epochs"), groups);
        });
    }

    private static String name(final int group, final int layer) {
        return "scores/" + group + "/" + layer;
    }
}
