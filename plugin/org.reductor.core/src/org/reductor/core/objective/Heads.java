/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.objective;

import org.reductor.core.data.Targets;
import org.reductor.core.data.Task;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All tasks of a network, in the order of its outputs.
 */
public final class Heads implements Iterable<Head> {

    private final List<Head> heads;
    private final int[] starts;

    /** @param heads at least one */
    public Heads(final List<Head> heads) {
        this.heads = List.copyOf(heads);
        if (heads.isEmpty()) {
            throw new IllegalArgumentException("A network needs at least one target.");
        }
        starts = new int[heads.size() + 1];
        for (int i = 0; i < heads.size(); i++) {
            starts[i + 1] = starts[i] + heads.get(i).outputs();
        }
    }

    /**
     * The heads for new networks.
     *
     * @param targets what the networks are to learn
     * @param forNumbers objective of tasks whose values are numbers
     * @param forClasses objective of tasks whose values are classes
     * @param scaling in which units the networks see numbers
     * @param rows the rows that the units may be taken from
     * @return one head a task
     */
    public static Heads of(final Targets targets, final Objective forNumbers, final Objective forClasses,
        final TargetScaling scaling, final int[] rows) {
        final List<Head> heads = new ArrayList<>();
        for (int task = 0; task < targets.tasks().size(); task++) {
            final boolean number = targets.tasks().get(task).isNumber();
            heads.add(new Head(targets.tasks().get(task), number ? forNumbers : forClasses,
                number ? scaling.fit(targets, task, rows) : AffineScale.IDENTITY));
        }
        return new Heads(heads);
    }

    /**
     * The heads of networks that are trained further: scales stay, objectives and names are those of now.
     *
     * @param tasks what the networks are to learn
     * @param forNumbers objective of tasks whose values are numbers
     * @param forClasses objective of tasks whose values are classes
     * @return one head a task
     * @throws IllegalArgumentException if the tasks are of other kinds, or have other classes, naming the first one
     */
    public Heads forTraining(final List<Task> tasks, final Objective forNumbers, final Objective forClasses) {
        if (tasks.size() != heads.size()) {
            throw new IllegalArgumentException("The networks to start from predict " + names() + ", but there are "
                + tasks.size() + " targets to learn. Choose the same targets.");
        }
        final List<Head> next = new ArrayList<>();
        for (int h = 0; h < heads.size(); h++) {
            final Task had = heads.get(h).task();
            final Task now = tasks.get(h);
            if (!had.classes().equals(now.classes())) {
                throw new IllegalArgumentException("The networks to start from predict " + kind(had) + " as '"
                    + had.name() + "', but the target '" + now.name() + "' has " + kind(now)
                    + ". Choose a target of the same kind.");
            }
            next.add(new Head(now, now.isNumber() ? forNumbers : forClasses, heads.get(h).scale()));
        }
        return new Heads(next);
    }

    private static String kind(final Task task) {
        return task.isNumber() ? "numbers" : "the classes " + String.join(", ", task.classes());
    }

    /**
     * One number, for networks that were not trained by this library.
     *
     * @param name name of the task
     * @param scale the line between the output and the user's units
     * @return one head
     */
    public static Heads number(final String name, final AffineScale scale) {
        return new Heads(List.of(new Head(Task.number(name), Objectives.RMSE, scale)));
    }

    /**
     * What outputs of networks are that were not trained by this library.
     *
     * @param link what turns outputs into predictions
     * @param scales for each output the line to the user's units; for classes the identity, of which one is needed an
     *            output as well
     * @return one head if there is one output or the link is a softmax, otherwise one an output; classes are called 0,
     *         1 and so on, and targets "target", or "target 1" and so on
     */
    public static Heads imported(final Link link, final List<AffineScale> scales) {
        final Objective objective = link == Link.LINE ? Objectives.RMSE : Objectives.CROSS_ENTROPY;
        final int classes = switch (link) {
            case LINE -> 0;
            case LOGISTIC -> 2;
            case SOFTMAX -> scales.size();
        };
        final Task task = new Task("target", "", IntStream.range(0, classes).mapToObj(Integer::toString).toList());
        return new Heads((link == Link.SOFTMAX ? scales.subList(0, 1) : scales).stream()
            .map(scale -> new Head(task, objective, scale)).toList()).named("target");
    }

    /**
     * @param name another name for what is predicted; several targets get their number behind it
     * @return these heads with it
     */
    public Heads named(final String name) {
        return new Heads(IntStream.range(0, heads.size()).mapToObj(h -> {
            final Head head = heads.get(h);
            return new Head(new Task(heads.size() == 1 ? name : name + " " + (h + 1), head.task().unit(),
                head.task().classes()), head.objective(), head.scale());
        }).toList());
    }

    /** @return these heads for outputs that are in the user's units already */
    public Heads inUserUnits() {
        return new Heads(
            heads.stream().map(head -> new Head(head.task(), head.objective(), AffineScale.IDENTITY)).toList());
    }

    /**
     * @param other heads of another network
     * @return whether both predict the same by the same objectives, in whatever units they see it
     */
    public boolean sameTasks(final Heads other) {
        return inUserUnits().equals(other.inUserUnits());
    }

    /** @return number of tasks */
    public int size() {
        return heads.size();
    }

    /**
     * @param index which task
     * @return its head
     */
    public Head get(final int index) {
        return heads.get(index);
    }

    /**
     * @param index which task
     * @return its first output
     */
    public int start(final int index) {
        return starts[index];
    }

    /** @return number of outputs of all tasks, and of predictions */
    public int outputs() {
        return starts[heads.size()];
    }

    /**
     * Turns the outputs of a row into predictions, see {@link Objective#predict}.
     *
     * @param outputs {@link #outputs()} of them
     * @param predictions receives as many
     * @param at where the first one goes
     */
    public void predict(final float[] outputs, final double[] predictions, final int at) {
        for (int h = 0; h < heads.size(); h++) {
            final Head head = heads.get(h);
            head.objective().predict(outputs, starts[h], head.outputs(), head.scale(), predictions, at + starts[h]);
        }
    }

    /** @return the tasks */
    public List<Task> tasks() {
        return heads.stream().map(Head::task).toList();
    }

    /** @return names of the tasks, for a sentence: "a", "a and b", "a, b and c" */
    public String names() {
        return Task.names(tasks());
    }

    /** @return the heads with the objectives by which training is stopped */
    public Heads stopping() {
        return new Heads(heads.stream().map(head -> head.with(head.objective().stopping())).toList());
    }

    /** @return whether the weights that a training starts from may be its best, see {@link Objective#startMayBeBest} */
    public boolean startMayBeBest() {
        return heads.stream().anyMatch(head -> head.objective().startMayBeBest());
    }

    /**
     * @return the link that turns all outputs into predictions at once; none if there are several targets, of which
     *         some are of another kind, or each has several classes
     */
    public Optional<Link> commonLink() {
        final Link first = heads.get(0).link();
        final boolean common = heads.size() == 1
            || first != Link.SOFTMAX && heads.stream().allMatch(head -> head.link() == first);
        return common ? Optional.of(first) : Optional.empty();
    }

    /** @return for each output the line to the user's units */
    public Stream<AffineScale> scales() {
        return heads.stream().flatMap(head -> Stream.generate(head::scale).limit(head.outputs()));
    }

    /** @return the heads in order */
    public Stream<Head> stream() {
        return heads.stream();
    }

    @Override
    public Iterator<Head> iterator() {
        return heads.iterator();
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof Heads that && heads.equals(that.heads);
    }

    @Override
    public int hashCode() {
        return heads.hashCode();
    }

    @Override
    public String toString() {
        return heads.toString();
    }
}
