/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.benchmarks.quality;

import com.fasterxml.jackson.databind.node.ObjectNode;

import libsvm.svm;
import libsvm.svm_model;
import libsvm.svm_node;
import libsvm.svm_parameter;
import libsvm.svm_problem;

import org.reductor.core.data.Seeds;
import org.reductor.core.data.Shuffle;
import org.reductor.core.data.Targets;
import org.reductor.core.objective.Judged;
import org.reductor.core.objective.Metric;
import org.reductor.core.objective.Metrics;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A support vector machine with a {@link TanimotoKernel}, by libsvm (Chang and Lin 2011). Cost and gamma are those of a
 * coarse grid with the least error in a cross-validation of the training rows. Targets are standardised, and errors of
 * a tenth of their standard deviation are free. Classes are told by the distance from the boundary.
 */
final class TanimotoSvm extends Peer {

    static final String ID = "svm";

    private static final double[] COSTS = {1, 3, 10, 30};

    private static final double[] GAMMAS = {0, .1, .25, .5, 1};

    private static final int FOLDS = 3;

    private static final double FREE_ERROR = .1;

    TanimotoSvm() {
        super(ID);
    }

    /** The folds of its cross-validation are always the same. */
    @Override
    public boolean seeded() {
        return false;
    }

    @Override
    Learner learner(final Problem problem, final int threads) {
        svm.svm_set_print_string_function(text -> {
            // libsvm reports each training
        });
        final TanimotoKernel kernel = new TanimotoKernel(problem.recipe());
        final KernelRows training =
            new KernelRows(kernel.between(problem.training().features(), problem.training().features()));
        final KernelRows test =
            new KernelRows(kernel.between(problem.testFeatures(), problem.training().features()));
        final double[] gammas = kernel.hasNumbers() ? GAMMAS : new double[]{0};
        return (task, rows, facts) -> {
            final Machine machine = new Machine(problem.training().targets(), task, rows);
            double best = Double.POSITIVE_INFINITY;
            double bestCost = 0;
            double bestGamma = 0;
            for (final double gamma : gammas) {
                training.compute(gamma);
                for (final double cost : COSTS) {
                    final double error = machine.crossValidate(training, cost);
                    if (error < best) {
                        best = error;
                        bestCost = cost;
                        bestGamma = gamma;
                    }
                }
            }
            facts.put("C", bestCost).put("gamma", bestGamma).put("crossValidation", best);
            training.compute(bestGamma);
            test.compute(bestGamma);
            return machine.predict(training, rows, bestCost, test,
                IntStream.range(0, problem.testFeatures().rows()).toArray());
        };
    }

    /**
     * Rows of a kernel as libsvm wants them: the number of the row, then a node for each training row. Nodes are
     * shared, one for each of 65,536 values: a node of its own for each pair of rows would take gigabytes.
     */
    private static final class KernelRows {

        private static final int LEVELS = 1 << 16;

        private static final svm_node[] NODES = IntStream.rangeClosed(0, LEVELS)
            .mapToObj(level -> node((double)level / LEVELS)).toArray(svm_node[]::new);

        private final TanimotoKernel.Parts parts;
        private final svm_node[][] rows;

        private KernelRows(final TanimotoKernel.Parts parts) {
            this.parts = parts;
            rows = new svm_node[parts.similarity().length][parts.similarity()[0].length + 1];
            for (int i = 0; i < rows.length; i++) {
                rows[i][0] = node(i + 1.0);
            }
        }

        private static svm_node node(final double value) {
            final svm_node node = new svm_node();
            node.value = value;
            return node;
        }

        private void compute(final double gamma) {
            for (int i = 0; i < rows.length; i++) {
                for (int j = 1; j < rows[i].length; j++) {
                    rows[i][j] = NODES[(int)Math.round(LEVELS * parts.value(i, j - 1, gamma))];
                }
            }
        }
    }

    /** Learns one task. */
    private static final class Machine {

        private final Targets targets;
        private final int task;
        private final int[] order;
        private final double mean;
        private final double deviation;

        private Machine(final Targets targets, final int task, final int[] rows) {
            this.targets = targets;
            this.task = task;
            order = Shuffle.inPlace(rows.clone(), Seeds.derive(1, task));
            final boolean number = targets.tasks().get(task).isNumber();
            // Classes become -1 and 1.
            mean = number ? targets.moments(task, rows)[0] : .5;
            deviation = number ? targets.moments(task, rows)[1] : .5;
        }

        /** @return the error of all rows, each predicted by a machine that has not seen it; less is better */
        private double crossValidate(final KernelRows kernel, final double cost) {
            final Metric metric =
                targets.tasks().get(task).isNumber() ? Metrics.RMSE : Metrics.of(Scores.ROC_AUC);
            double sum = 0;
            for (int fold = 0; fold < FOLDS; fold++) {
                final int from = order.length * fold / FOLDS;
                final int to = order.length * (fold + 1) / FOLDS;
                final int[] held = Arrays.copyOfRange(order, from, to);
                final int[] others = IntStream.concat(IntStream.range(0, from), IntStream.range(to, order.length))
                    .map(i -> order[i]).toArray();
                sum += metric.score(new Judged(targets, task, held, predict(kernel, others, cost, kernel, held)),
                    IntStream.range(0, held.length).toArray());
            }
            return (metric.higherIsBetter() ? -1 : 1) * sum / FOLDS;
        }

        private double[] predict(final KernelRows kernel, final int[] training, final double cost,
            final KernelRows testKernel, final int[] test) {
            final svm_problem problem = new svm_problem();
            problem.l = training.length;
            problem.x = Arrays.stream(training).mapToObj(row -> kernel.rows[row]).toArray(svm_node[][]::new);
            problem.y = Arrays.stream(training).mapToDouble(row -> (targets.value(row, task) - mean) / deviation)
                .toArray();
            final svm_model model = svm.svm_train(problem, parameters(cost));
            final double[] value = new double[1];
            return Arrays.stream(test).mapToDouble(row -> {
                svm.svm_predict_values(model, testKernel.rows[row], value);
                return targets.tasks().get(task).isNumber() ? mean + deviation * value[0]
                    : model.label[0] > 0 ? value[0] : -value[0];
            }).toArray();
        }

        private svm_parameter parameters(final double cost) {
            final svm_parameter parameters = new svm_parameter();
            parameters.svm_type =
                targets.tasks().get(task).isNumber() ? svm_parameter.EPSILON_SVR : svm_parameter.C_SVC;
            parameters.kernel_type = svm_parameter.PRECOMPUTED;
            parameters.C = cost;
            parameters.p = FREE_ERROR;
            parameters.eps = 1e-3;
            parameters.cache_size = 200;
            parameters.shrinking = 1;
            return parameters;
        }
    }
}
