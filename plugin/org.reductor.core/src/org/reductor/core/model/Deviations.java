/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.model;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.reductor.core.data.Limits;
import org.reductor.core.objective.Perturbation;
import org.reductor.core.prune.criterion.ImportanceCriterion;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The scores that a criterion gave to the weights of networks.
 *
 * @param networks {@link NetworkModel#fingerprint()} of the networks that were scored
 * @param criterion what scored them
 * @param perturbation how the targets of the perturbed networks differed; empty if there were none
 * @param epochs of the perturbed networks together
 * @param sizes sizes of the networks
 * @param scores for each kernel one score a weight, row by row; the highest goes first
 */
public record Deviations(String networks, ImportanceCriterion criterion, Optional<Perturbation> perturbation,
    int epochs, int[] sizes, double[][] scores) {

    /**
     * Scores for which no perturbed networks were needed.
     *
     * @param networks fingerprint of the networks that were scored
     * @param criterion what scored them
     * @param sizes sizes of the networks
     * @param scores for each kernel one score a weight
     */
    public Deviations(final String networks, final ImportanceCriterion criterion, final int[] sizes,
        final double[][] scores) {
        this(networks, criterion, Optional.empty(), 0, sizes, scores);
    }

    /** Checks that there is one score a weight, and that all of them fit into a file. */
    public Deviations {
        Objects.requireNonNull(networks, "networks");
        Objects.requireNonNull(criterion, "criterion");
        sizes = sizes.clone();
        Limits.requireFile(sizes, 1);
        for (int l = 0; l + 1 < sizes.length; l++) {
            if (scores.length != sizes.length - 1 || scores[l].length != (long)sizes[l] * sizes[l + 1]) {
                throw new IllegalArgumentException(
                    "Networks of the sizes " + Arrays.toString(sizes) + " need one score a weight of each kernel.");
            }
        }
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
        ModelArrays.numbers(json.putArray("sizes"), sizes);
        final Map<String, Supplier<byte[]>> arrays = new LinkedHashMap<>();
        for (int l = 0; l < scores.length; l++) {
            final double[] layer = scores[l];
            arrays.put(name(l), () -> LittleEndian.bytes(layer));
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
            final int[] sizes = json.integers("sizes");
            file.requireReadable(() -> Limits.requireFile(sizes, 1));
            final double[][] scores = new double[sizes.length - 1][];
            for (int l = 0; l < scores.length; l++) {
                scores[l] = LittleEndian.toDoubles(file.array(name(l), (long)Double.BYTES * sizes[l] * sizes[l + 1]));
            }
            final Optional<Perturbation> perturbation = json.has("perturbation")
                ? Optional.of(json.settings("perturbation", Perturbation.class)) : Optional.empty();
            return new Deviations(json.text("networks"), ImportanceCriterion.of(json.text("criterion")), perturbation,
                json.integer("epochs"), sizes, scores);
        });
    }

    private static String name(final int layer) {
        return "scores/" + layer;
    }
}
