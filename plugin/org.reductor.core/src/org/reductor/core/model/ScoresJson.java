/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.reductor.core.data.Limits;
import org.reductor.core.objective.Metrics;
import org.reductor.core.objective.RowMetric;
import org.reductor.core.prune.JudgeScore;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Scores of rounds in a saved round: how much each judging row counts, which all rounds have in common, and for each
 * round what was predicted for them, and for each task their losses.
 */
final class ScoresJson {

    private static final String WEIGHTS = "scores/weights";

    private ScoresJson() {
    }

    static void write(final List<JudgeScore> scores, final ObjectNode json,
        final Map<String, Supplier<byte[]>> arrays) {
        final ArrayNode list = json.putArray("scores");
        json.put("scoredRows", scores.isEmpty() ? 0 : scores.get(0).rows());
        if (!scores.isEmpty()) {
            final double[] weights = scores.get(0).weights();
            arrays.put(WEIGHTS, () -> LittleEndian.bytes(weights));
        }
        for (int i = 0; i < scores.size(); i++) {
            final ObjectNode node = list.addObject();
            node.put("single", scores.get(i).single());
            final ObjectNode metrics = node.putObject("metrics");
            scores.get(i).metrics().forEach(metrics::put);
            final double[] predictions = scores.get(i).predictions();
            node.put("predictions", predictions.length);
            arrays.put(predictions(i), () -> LittleEndian.bytes(predictions));
            final ArrayNode tasks = node.putArray("tasks");
            for (final JudgeScore.Part part : scores.get(i).tasks()) {
                arrays.put(name(i, tasks.size()), () -> LittleEndian.bytes(part.losses()));
                tasks.addObject().put("metric", part.metric().id()).put("unit", part.unit());
            }
        }
    }

    static List<JudgeScore> read(final Fields json, final ArrayFileReader file) throws IOException {
        final List<JudgeScore> scores = new ArrayList<>();
        final JsonNode list = json.list("scores");
        final int rows = json.integer("scoredRows");
        file.requireReadable(() -> Limits.requireRows(rows));
        file.requireReadable(() -> Limits.requireRounds(list.size() - 1));
        final long bytes = (long)Double.BYTES * rows;
        final double[] weights = list.isEmpty() ? null : LittleEndian.toDoubles(file.array(WEIGHTS, bytes));
        for (final JsonNode node : list) {
            final Fields score = new Fields(node, "round.json/scores/" + scores.size());
            final int width = score.integer("predictions");
            file.requireReadable(() -> Limits.requireRows(width));
            final double[] predictions =
                LittleEndian.toDoubles(file.array(predictions(scores.size()), (long)Double.BYTES * width));
            final List<JudgeScore.Part> parts = new ArrayList<>();
            for (final JsonNode task : score.list("tasks")) {
                final Fields part = new Fields(task, "round.json/scores/" + scores.size() + "/tasks/" + parts.size());
                parts.add(new JudgeScore.Part(metric(part.text("metric")), part.number("unit"),
                    LittleEndian.toDoubles(file.array(name(scores.size(), parts.size()), bytes))));
            }
            scores.add(new JudgeScore(parts, weights, score.number("single"), score.numbersByName("metrics"),
                predictions));
        }
        return scores;
    }

    private static RowMetric metric(final String id) {
        if (Metrics.of(id) instanceof RowMetric metric) {
            return metric;
        }
        throw new IllegalArgumentException("The metric " + id + " has no loss of a row.");
    }

    private static String predictions(final int score) {
        return "scores/" + score + "/predictions";
    }

    private static String name(final int score, final int task) {
        return "scores/" + score + "/" + task;
    }
}
