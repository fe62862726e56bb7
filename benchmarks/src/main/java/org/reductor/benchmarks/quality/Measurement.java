/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.benchmarks.quality;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.reductor.core.objective.Metric;

import java.util.List;

/**
 * One method on one table with one seed.
 *
 * @param table the table
 * @param features which features its molecules have
 * @param rule how it is split
 * @param method the method
 * @param seed seed of everything random
 */
record Measurement(QualityTable table, Features features, SplitRule rule, Method method, long seed) {

    static final String SET = "set";
    static final String METHOD = "method";
    static final String SEED = "seed";
    static final String FEATURES = "features";
    static final String SPLIT = "split";
    static final String SETTINGS = "settings";
    static final String VERSION = "version";
    static final String SECONDS = "seconds";
    static final String VARIANTS = "variants";
    static final String VARIANT = "variant";
    static final String SCORES = "scores";
    static final String CLIFF_SCORES = "cliffScores";
    static final String DIFFERENCE = "difference";
    static final String STANDARD_ERROR = "standardError";
    static final String FACTS = "facts";
    static final String METRIC = "metric";
    static final String HIGHER_IS_BETTER = "higherIsBetter";

    /** Fields of a result that tell it from others: with all of them equal it need not be measured again. */
    static final List<String> KEY = List.of(SET, "sha256", METHOD, SEED, FEATURES, SPLIT, SETTINGS);

    private static final ObjectMapper JSON = new ObjectMapper();

    /** @return the fields of {@link #KEY} */
    ObjectNode description() {
        final ObjectNode result = JSON.createObjectNode();
        result.put(SET, table.name()).put("sha256", table.digest()).put(METHOD, method.id());
        // As JSON gives it back: a whole number that fits is an int there.
        result.set(SEED, (int)seed == seed ? result.numberNode((int)seed) : result.numberNode(seed));
        result.put(FEATURES, features.toString()).put(SPLIT, rule.toString());
        method.settings().forEach(result.putObject(SETTINGS)::put);
        return result;
    }

    /**
     * Measures.
     *
     * @param problem the rows
     * @param threads how many may compute side by side
     * @param version of the product
     * @return the line of the result file
     */
    ObjectNode measure(final Problem problem, final int threads, final String version) {
        final Scores scores = new Scores(problem.testTargets());
        final long started = System.nanoTime();
        final Outcome outcome = method.run(problem, threads);
        final double seconds = (System.nanoTime() - started) / 1e9;
        final ObjectNode result = description();
        result.put(VERSION, version).put(SECONDS, seconds).put("threads", threads);
        result.put("tasks", problem.tasks()).put("trainingRows", problem.training().rows())
            .put("testRows", problem.testTargets().rows()).put("cliffRows", problem.cliffs().length)
            .put("unusableRows", problem.unusable()).put("testRowsSeenInTraining", problem.seen());
        final Metric main = scores.metrics().get(0);
        result.put(METRIC, main.id()).put(HIGHER_IS_BETTER, main.higherIsBetter());
        final ArrayNode variants = result.putArray(VARIANTS);
        final double[] first = outcome.predictions().values().iterator().next();
        outcome.predictions().forEach((name, values) -> {
            final ObjectNode variant = variants.addObject().put(VARIANT, name);
            final ObjectNode all = variant.putObject(SCORES);
            scores.metrics().forEach(metric -> all.put(metric.id(), scores.score(metric, values)));
            if (problem.cliffs().length > 0) {
                variant.putObject(CLIFF_SCORES).put(main.id(), scores.score(main, values, problem.cliffs()));
            }
            if (values != first) {
                variant.put(DIFFERENCE, scores.score(main, values) - scores.score(main, first))
                    .put(STANDARD_ERROR, scores.standardErrorOfDifference(values, first));
            }
        });
        result.set(FACTS, outcome.facts());
        return result;
    }
}
