/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.explain;

import org.reductor.core.data.Task;
import org.reductor.core.network.Member;
import org.reductor.core.network.NetworkEnsemble;
import org.reductor.core.objective.AffineScale;
import org.reductor.core.objective.Head;
import org.reductor.core.objective.Heads;
import org.reductor.core.objective.Link;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Which prediction is explained. Contributions are told on the scale on which the last layer adds them up: of a number
 * in the user's units, of a class as log odds against all others. A logistic function or a softmax would make the same
 * contribution look small wherever the networks are sure.
 *
 * @param task number of the target
 * @param category position of the class; -1 for a number, and for the class of several that is the likeliest in a row
 */
public record ExplainedOutput(int task, int category) {

    private static final int NONE = -1;

    /**
     * @param tasks what networks predict
     * @param target name of the target; empty for the first
     * @param category name of the class; empty for the second of two, and for the likeliest of several
     * @return what is explained
     * @throws IllegalArgumentException if there is no such target or class, naming those there are
     */
    public static ExplainedOutput of(final List<Task> tasks, final String target, final String category) {
        final int task = target.isEmpty() ? 0 : tasks.stream().map(Task::name).toList().indexOf(target);
        if (task < 0) {
            throw new IllegalArgumentException("The networks do not predict '" + target + "', but "
                + Task.names(tasks) + ". Choose one of these as the target.");
        }
        final Task explained = tasks.get(task);
        if (explained.isNumber()) {
            return new ExplainedOutput(task, NONE);
        }
        if (category.isEmpty()) {
            return new ExplainedOutput(task, explained.isBinary() ? 1 : NONE);
        }
        final int position = explained.classes().indexOf(category);
        if (position < 0) {
            throw new IllegalArgumentException("The target '" + explained.name() + "' has no class '" + category
                + "'. Its classes are "
                + explained.classes().stream().map(name -> "'" + name + "'").collect(Collectors.joining(", ")) + ".");
        }
        return new ExplainedOutput(task, position);
    }

    /**
     * @param tasks what networks predict
     * @return what is explained, for people: "activity", "toxic = yes"
     */
    public String label(final List<Task> tasks) {
        final Task explained = tasks.get(task);
        return explained.isNumber() ? explained.name()
            : explained.name() + " = " + (category < 0 ? "likeliest class" : explained.classes().get(category));
    }

    /** The class that the networks together hold for the likeliest in a row; {@link #category()} if it is given. */
    int category(final NetworkEnsemble networks, final List<double[]> outputs) {
        final Heads heads = networks.heads();
        if (category >= 0 || heads.get(task).link() != Link.SOFTMAX) {
            return category;
        }
        final double[] sums = new double[heads.get(task).outputs()];
        final double[] predictions = new double[heads.outputs()];
        for (final double[] ofNetwork : outputs) {
            heads.predict(floats(ofNetwork), predictions, 0);
            for (int c = 0; c < sums.length; c++) {
                sums[c] += predictions[heads.start(task) + c];
            }
        }
        int best = 0;
        for (int c = 1; c < sums.length; c++) {
            best = sums[c] > sums[best] ? c : best;
        }
        return best;
    }

    /**
     * @param member a network
     * @param outputs what it gives for a row
     * @param ofRow the class that is explained there
     * @return the number in the user's units, or the log odds of the class
     */
    double value(final Member member, final double[] outputs, final int ofRow) {
        final Head head = member.heads().get(task);
        final int start = member.heads().start(task);
        return switch (head.link()) {
            case LINE -> {
                final AffineScale scale = head.scale();
                yield scale.invert(outputs[start]);
            }
            case LOGISTIC -> ofRow == 1 ? outputs[start] : -outputs[start];
            case SOFTMAX -> outputs[start + ofRow] - logSumOfOthers(outputs, start, head.outputs(), ofRow);
        };
    }

    private static double logSumOfOthers(final double[] outputs, final int start, final int count, final int left) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < count; c++) {
            largest = c == left ? largest : Math.max(largest, outputs[start + c]);
        }
        double sum = 0;
        for (int c = 0; c < count; c++) {
            sum += c == left ? 0 : Math.exp(outputs[start + c] - largest);
        }
        return largest + Math.log(sum);
    }

    static float[] floats(final double[] values) {
        final float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float)values[i];
        }
        return floats;
    }
}
