/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.data;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;

/**
 * One thing that a network predicts: a number, or which of several classes. Binary tasks have two classes, of which the
 * second is the one that probabilities are told of ("active").
 *
 * @param name name of the column that it comes from
 * @param unit unit of its values; empty if it is not known
 * @param classes names of the classes, whose values are their positions here; empty for a number
 */
public record Task(String name, String unit, List<String> classes) {

    /** Checks the classes and copies them. */
    public Task {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(unit, "unit");
        classes = List.copyOf(classes);
        if (classes.size() == 1) {
            throw new IllegalArgumentException("The target '" + name + "' has the one class '" + classes.get(0)
                + "', so there is nothing to tell apart. Give rows of another class, or choose another target.");
        }
        if (new HashSet<>(classes).size() < classes.size()) {
            throw new IllegalArgumentException("The target '" + name + "' names a class twice: " + classes + ".");
        }
    }

    /**
     * @param name name of the column that it comes from
     * @return a task whose values are numbers
     */
    public static Task number(final String name) {
        return new Task(name, "", List.of());
    }

    /**
     * @param name name of the column that it comes from
     * @param classes names of the classes; at least two
     * @return a task whose values are classes
     */
    public static Task classes(final String name, final List<String> classes) {
        if (classes.isEmpty()) {
            throw new IllegalArgumentException("The target '" + name + "' has no class.");
        }
        return new Task(name, "", classes);
    }

    /**
     * @param tasks several
     * @return their names, for a sentence: "a", "a and b", "a, b and c"
     */
    public static String names(final List<Task> tasks) {
        final List<String> names = tasks.stream().map(Task::name).toList();
        final int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    /** @return whether its values are numbers and not classes */
    public boolean isNumber() {
        return classes.isEmpty();
    }

    /** @return whether its values are one of two classes */
    public boolean isBinary() {
        return classes.size() == 2;
    }

    /**
     * @param value one of its values
     * @return "value 5.0" or "class 'active'", for a sentence
     */
    public String phrase(final double value) {
        return isNumber() ? "value " + value : "class '" + classes.get((int)value) + "'";
    }
}
