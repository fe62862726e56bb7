/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.benchmarks.quality;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.reductor.core.data.Task;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A method that learns one task after the other, each from the training rows that have a value. */
abstract class Peer implements Method {

    private final String id;

    /** @param id what options, results and tables call it */
    Peer(final String id) {
        this.id = id;
    }

    /** Learns tasks of a problem. */
    @FunctionalInterface
    interface Learner {

        /**
         * @param task position of the task
         * @param rows the training rows that have a value
         * @param facts takes what was chosen for the task
         * @return predictions for all test rows
         */
        double[] predict(int task, int[] rows, ObjectNode facts);
    }

    /**
     * @param problem the rows
     * @param threads how many may compute side by side
     * @return what learns its tasks
     */
    abstract Learner learner(Problem problem, int threads);

    @Override
    public final String id() {
        return id;
    }

    @Override
    public SortedMap<String, String> settings() {
        return new TreeMap<>();
    }

    @Override
    public final Outcome run(final Problem problem, final int threads) {
        final int[] all = IntStream.range(0, problem.training().rows()).toArray();
        final double[] predictions = new double[problem.testTargets().rows() * problem.tasks()];
        final ObjectNode facts = JsonNodeFactory.instance.objectNode();
        final Learner learner = learner(problem, threads);
        for (int task = 0; task < problem.tasks(); task++) {
            final Task what = problem.testTargets().tasks().get(task);
            final double[] own = learner.predict(task, problem.training().targets().rowsWith(task, all),
                problem.tasks() == 1 ? facts : facts.putObject(what.name()));
            for (int row = 0; row < own.length; row++) {
                predictions[row * problem.tasks() + task] = own[row];
            }
        }
        return new Outcome(Map.of(id, predictions), facts);
    }
}
