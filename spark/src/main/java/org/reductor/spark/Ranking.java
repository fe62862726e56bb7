/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.reductor.chem.screen.PredictionOptions;
import org.reductor.chem.screen.TargetColumns;
import org.reductor.core.data.Task;

/** The numbers that rows can be ranked by, and that a plain prediction is: those of a target, or of a class of it. */
final class Ranking {

    private record Choice(String target, String className, int index) {

        private String name() {
            return className == null ? target : target + "=" + className;
        }
    }

    private final List<Choice> choices = new ArrayList<>();

    /**
     * @param tasks what the networks predict
     * @param options what is told of them
     */
    Ranking(final List<Task> tasks, final PredictionOptions options) {
        int start = 0;
        for (final TargetColumns target : TargetColumns.of(tasks, 1, options)) {
            final Task task = target.task();
            final List<String> classes =
                task.isBinary() ? task.classes().subList(1, 2) : task.classes();
            for (int i = 0; i < target.width(); i++) {
                choices.add(new Choice(task.name(), task.isNumber() ? null : classes.get(i),
                    start + target.firstPrediction() + i));
            }
            start += target.count();
        }
    }

    /**
     * @param wanted a target, or {@code target=class}; empty if there is just one
     * @return position of its number among what is told
     * @throws ScreeningException if there is no such number, or several; the message names them
     */
    int index(final Optional<String> wanted) {
        final List<Choice> fitting = choices.stream()
            .filter(choice -> wanted.isEmpty() || choice.name().equals(wanted.get())
                || choice.target.equals(wanted.get()))
            .toList();
        if (fitting.size() == 1) {
            return fitting.get(0).index;
        }
        throw new ScreeningException((fitting.isEmpty() ? "The networks do not predict '" + wanted.orElseThrow() + "'."
            : "The networks predict more than one number" + wanted.map(name -> " of '" + name + "'").orElse("") + ".")
            + " Say which: " + (fitting.isEmpty() ? choices : fitting).stream().map(Choice::name)
                .collect(Collectors.joining("', '", "'", "'")) + ".");
    }
}
