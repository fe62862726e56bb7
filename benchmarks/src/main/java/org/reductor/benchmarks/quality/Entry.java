/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.benchmarks.quality;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What one variant of a method scored on one table with one seed.
 *
 * @param set name of the table
 * @param label name of the variant, with what tells its configuration from others
 * @param line the result that it is of
 * @param variant its part of the result
 */
record Entry(String set, String label, JsonNode line, JsonNode variant) {

    /** @return id of the metric to compare by */
    String metric() {
        return line.path(Measurement.METRIC).asText();
    }

    /** @return score of the test rows; NaN if there is none */
    double score(final String metric) {
        return number(variant.path(Measurement.SCORES), metric);
    }

    /** @return score of the activity cliffs by the metric to compare by; NaN if there are none */
    double cliffScore() {
        return number(variant.path(Measurement.CLIFF_SCORES), metric());
    }

    /** @return duration of all variants of the method together */
    double seconds() {
        return number(line, Measurement.SECONDS);
    }

    /** @return whether it is compared with another variant */
    boolean isCompared() {
        return variant.has(Measurement.DIFFERENCE);
    }

    /** @return by how much the score is worse than that of the other variant; below 0 if it is better */
    double loss() {
        final double difference = number(variant, Measurement.DIFFERENCE);
        return line.path(Measurement.HIGHER_IS_BETTER).asBoolean() ? -difference : difference;
    }

    /** @return standard error of {@link #loss()} */
    double standardError() {
        return number(variant, Measurement.STANDARD_ERROR);
    }

    /** @return number that the method tells of its run; NaN if it does not */
    double fact(final String name) {
        return number(line.path(Measurement.FACTS), name);
    }

    private static double number(final JsonNode node, final String field) {
        return node.path(field).asDouble(Double.NaN);
    }
}
