/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.objective;

import org.reductor.core.data.Task;

import java.util.List;

/** All objectives. */
public final class Objectives {

    /** Root mean squared error, for numbers; the default, as published. */
    public static final Objective RMSE = new RootMeanSquaredError();

    /** Cross-entropy, for classes; the default. */
    public static final Objective CROSS_ENTROPY = new CrossEntropy();

    /** Mean squared error, for numbers. */
    public static final Objective MSE = new MeanSquaredError();

    /** Mean absolute error, for numbers. */
    public static final Objective MAE = new MeanAbsoluteError();

    /** Huber's loss, for numbers. */
    public static final Objective HUBER = new HuberLoss();

    /** Focal loss, for classes. */
    public static final Objective FOCAL = new FocalLoss();

    private static final List<Objective> ALL = List.of(RMSE, MSE, MAE, HUBER, CROSS_ENTROPY, FOCAL);

    private Objectives() {
    }

    /** @return all objectives, those of numbers first */
    public static List<Objective> all() {
        return ALL;
    }

    /**
     * @param task a task
     * @return the objectives that can learn it, the default first
     */
    public static List<Objective> fitting(final Task task) {
        return ALL.stream().filter(objective -> objective.fits(task)).toList();
    }

    /**
     * @param id what files and settings call it
     * @return the objective
     * @throws IllegalArgumentException if there is none of that name, listing those that there are
     */
    public static Objective of(final String id) {
        return ALL.stream().filter(objective -> objective.id().equals(id)).findFirst()
            .orElseThrow(() -> new IllegalArgumentException("There is no objective '" + id + "'. There are "
                + String.join(", ", ALL.stream().map(Objective::id).toList()) + "."));
    }

    /**
     * @param objective an objective
     * @param task a task
     * @throws IllegalArgumentException if the objective cannot learn the task, naming both and the remedy
     */
    static void requireFit(final Objective objective, final Task task) {
        if (!objective.fits(task)) {
            throw new IllegalArgumentException("The objective " + objective.id() + " is for "
                + (task.isNumber() ? "classes" : "numbers") + ", but the target '" + task.name() + "' holds "
                + (task.isNumber() ? "numbers" : "classes") + ". Choose one of "
                + String.join(", ", fitting(task).stream().map(Objective::id).toList()) + ".");
        }
    }
}
