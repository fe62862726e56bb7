/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.objective;

import org.reductor.core.data.Relation;
import org.reductor.core.data.Task;

/**
 * What training makes smaller for one task: how many outputs it takes, the loss of a row and its gradient, and what the
 * outputs mean to the user (the link). Objectives have no state, so one instance serves all threads. A new one is one
 * class and one line in {@link Objectives}.
 */
public interface Objective {

    /**
     * @param id what files and settings call it
     * @return the objective
     * @throws IllegalArgumentException if there is none of that name, listing those that there are
     */
    static Objective of(final String id) {
        return Objectives.of(id);
    }

    /** @return what files and settings call it */
    String id();

    /**
     * @param task a task
     * @return whether this objective can learn it
     */
    boolean fits(Task task);

    /**
     * @param task a task that it fits
     * @return number of outputs of the network
     */
    int outputs(Task task);

    /**
     * @param task a task that it fits
     * @return how {@link #predict} turns its outputs into predictions
     */
    Link link(Task task);

    /** @return whether a batch's loss is the root of the mean over its rows, and not the mean itself */
    default boolean rootOfMean() {
        return false;
    }

    /**
     * The loss of one value.
     *
     * @param outputs outputs of the network for the row
     * @param from the task's first output
     * @param count number of the task's outputs
     * @param target the number in the network's units, or the position of the class
     * @param relation how the target bounds the true value; a bound that is kept costs nothing
     * @param gradient receives, at the same positions as the outputs, the derivative of the loss by them
     * @return the loss, not negative
     */
    double loss(float[] outputs, int from, int count, float target, Relation relation, float[] gradient);

    /**
     * Turns outputs into predictions: a number in the user's units, or probabilities of classes.
     *
     * @param outputs outputs of the network for a row
     * @param from the task's first output
     * @param count number of the task's outputs
     * @param scale the line between the outputs of a number and the user's units
     * @param predictions receives as many predictions as there are outputs; for two classes the probability of the
     *            second
     * @param at where the first one goes
     */
    void predict(float[] outputs, int from, int count, AffineScale scale, double[] predictions, int at);

    /** @return the objective by which training is stopped: a proper score of the same kind of target */
    Objective stopping();

    /**
     * @return whether a network that goes on from trained weights may be best as it started: under cross-entropy each
     *         further training makes networks surer of the rows that they know, which the rows that stop it punish
     */
    default boolean startMayBeBest() {
        return false;
    }

    /** @return the proper score by which rounds are accepted */
    RowMetric metric();

    /**
     * The same objective for softened labels, which is how targets of classes can be perturbed without drawing lots.
     *
     * @param share how much of each label is shared by all classes, from 0 to below 1
     * @return the objective for such labels
     * @throws IllegalArgumentException if the targets are numbers
     */
    Objective softened(double share);
}
