/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.dl4j;

import org.reductor.core.model.ModelFormatException;
import org.reductor.core.objective.AffineScale;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UTFDataFormatException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a DL4J network's features and target went through before they reached it, as a line for each feature and one for
 * each target.
 *
 * @param factors what each feature is multiplied by
 * @param shifts what is then added
 * @param targetScales for each output the line to the user's units; empty if targets stay as they are
 */
record Dl4jNormalizer(double[] factors, double[] shifts, List<AffineScale> targetScales) {

    private static final String HEADER = "NORMALIZER";

    private static final int VERSION = 1;

    /** A little above Nd4j.EPS_THRESHOLD, which is rounded to a float in the file. */
    private static final double LEAST_DEVIATION = 1.001e-5;

    /** The same for a range, which is the difference of two rounded floats. */
    private static final double LEAST_RANGE = 1.5e-5;

    /**
     * @param in the entry of a model file, as {@code NormalizerSerializer} writes it
     * @param largestSize bytes that an array may have
     * @return the normaliser
     * @throws ModelFormatException if it is one that is no line
     */
    static Dl4jNormalizer read(final DataInputStream in, final long largestSize) throws IOException {
        try {
            final String header = in.readUTF();
            final int version = in.readInt();
            if (!HEADER.equals(header) || version != VERSION) {
                throw new ModelFormatException(
                    "The file is damaged: its normalizer begins with '" + header + "', version " + version + ".");
            }
            final String type = in.readUTF();
            final Nd4jArrayReader arrays = new Nd4jArrayReader(in, largestSize);
            return switch (type) {
                case "STANDARDIZE" -> standardize(in, arrays);
                case "MIN_MAX" -> minMax(in, arrays);
                default -> throw new ModelFormatException("The network's features went through a normalizer of the "
                    + "type " + type + ". Only STANDARDIZE and MIN_MAX can be read.");
            };
        } catch (final EOFException | UTFDataFormatException e) {
            throw new ModelFormatException("The file is damaged: its normalizer ends too early, or is none.");
        }
    }

    private static Dl4jNormalizer standardize(final DataInputStream in, final Nd4jArrayReader arrays)
        throws IOException {
        final boolean labels = in.readBoolean();
        final double[] mean = arrays.read();
        final double[] deviation = arrays.read();
        requireSameLength(mean, deviation);
        // A constant feature is stored with the least deviation that DL4J knows, or with 1; it divides by 1 then.
        final double[] factors = IntStream.range(0, mean.length)
            .mapToDouble(i -> deviation[i] > LEAST_DEVIATION ? 1 / deviation[i] : 1).toArray();
        final double[] shifts = IntStream.range(0, mean.length).mapToDouble(i -> -mean[i] * factors[i]).toArray();
        return new Dl4jNormalizer(factors, shifts, labels ? scales(arrays.read(), arrays.read()) : List.of());
    }

    /** x becomes (x - min) / (max - min) * (high - low) + low. */
    private static Dl4jNormalizer minMax(final DataInputStream in, final Nd4jArrayReader arrays) throws IOException {
        final boolean labels = in.readBoolean();
        final double low = in.readDouble();
        final double high = in.readDouble();
        final double[] min = arrays.read();
        final double[] max = arrays.read();
        requireSameLength(min, max);
        // DL4J widens the range of a constant feature to the least it knows; float weights could not bear the factor.
        final double[] factors = IntStream.range(0, min.length)
            .mapToDouble(i -> (high - low) / (max[i] - min[i] > LEAST_RANGE ? max[i] - min[i] : 1)).toArray();
        final double[] shifts = IntStream.range(0, min.length).mapToDouble(i -> low - min[i] * factors[i]).toArray();
        List<AffineScale> targets = List.of();
        if (labels) {
            final double[] labelMin = arrays.read();
            final double[] labelMax = arrays.read();
            requireSameLength(labelMin, labelMax);
            final double[] units = IntStream.range(0, labelMin.length)
                .mapToDouble(i -> (labelMax[i] - labelMin[i]) / (high - low)).toArray();
            targets = scales(IntStream.range(0, units.length).mapToDouble(i -> labelMin[i] - low * units[i]).toArray(),
                units);
        }
        return new Dl4jNormalizer(factors, shifts, targets);
    }

    private static List<AffineScale> scales(final double[] centers, final double[] units) throws ModelFormatException {
        requireSameLength(centers, units);
        final List<AffineScale> scales = new ArrayList<>();
        for (int i = 0; i < units.length; i++) {
            try {
                scales.add(new AffineScale(centers[i], units[i]));
            } catch (final IllegalArgumentException e) {
                throw new ModelFormatException("The file is damaged: its normalizer scales a target by " + units[i]
                    + " around " + centers[i] + ".");
            }
        }
        return scales;
    }

    private static void requireSameLength(final double[] one, final double[] other) throws ModelFormatException {
        if (one.length != other.length) {
            throw new ModelFormatException("The file is damaged: its normalizer has " + one.length + " and "
                + other.length + " values.");
        }
    }
}
