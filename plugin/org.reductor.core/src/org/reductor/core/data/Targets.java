/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the rows of a table are to predict: for each row and task a value, or none. A number may be a bound of the true
 * value ({@link Relation}); a class is the position of its name in {@link Task#classes()}. Rows may weigh differently.
 */
public final class Targets {

    private final List<Task> tasks;
    private final int rows;
    private final double[] values;
    private final Relation[] relations;
    private final double[] weights;

    private Targets(final List<Task> tasks, final int rows, final double[] values, final Relation[] relations,
        final double[] weights) {
        this.tasks = tasks;
        this.rows = rows;
        this.values = values;
        this.relations = relations;
        this.weights = weights;
    }

    /**
     * One number a row.
     *
     * @param name name of the task
     * @param values one a row, of magnitudes up to {@link Limits#LARGEST_TARGET}
     * @return the targets
     * @throws IllegalArgumentException if a value is not finite, or larger, naming its row
     */
    public static Targets of(final String name, final double... values) {
        final Builder builder = builder(List.of(Task.number(name)));
        for (int row = 0; row < values.length; row++) {
            if (Double.isNaN(values[row])) {
                throw unusable(row, name, values[row]);
            }
            builder.add(new double[]{values[row]});
        }
        return builder.build();
    }

    /**
     * Starts targets without rows.
     *
     * @param tasks what is predicted, at least one, with different names
     * @return an empty builder
     */
    public static Builder builder(final List<Task> tasks) {
        return new Builder(tasks);
    }

    /**
     * @param number in the user's units
     * @return whether networks can learn it
     */
    public static boolean usable(final double number) {
        return Math.abs(number) <= Limits.LARGEST_TARGET;
    }

    /** @return what is predicted */
    public List<Task> tasks() {
        return tasks;
    }

    /** @return number of rows */
    public int rows() {
        return rows;
    }

    /**
     * @param row the row
     * @param task the task
     * @return the value in the user's units, or the position of the class; NaN if there is none
     */
    public double value(final int row, final int task) {
        return values[row * tasks.size() + task];
    }

    /**
     * @param task the task
     * @return its value in each row, as {@link #value} gives it
     */
    public double[] values(final int task) {
        return IntStream.range(0, rows).mapToDouble(row -> value(row, task)).toArray();
    }

    /**
     * @param row the row
     * @param task the task
     * @return whether there is a value
     */
    public boolean present(final int row, final int task) {
        return !Double.isNaN(value(row, task));
    }

    /**
     * @param row the row
     * @param task the task
     * @return how the value bounds the true one
     */
    public Relation relation(final int row, final int task) {
        return relations == null ? Relation.EQUAL : relations[row * tasks.size() + task];
    }

    /**
     * @param selected rows, in any order
     * @return those rows
     */
    public Targets select(final int[] selected) {
        final Builder builder = builder(tasks);
        for (final int row : selected) {
            final int of = row;
            builder.add(IntStream.range(0, tasks.size()).mapToDouble(task -> value(of, task)).toArray(),
                IntStream.range(0, tasks.size()).mapToObj(task -> relation(of, task)).toArray(Relation[]::new),
                weight(row));
        }
        return builder.build();
    }

    /** @return whether any value is a bound */
    public boolean censored() {
        return relations != null;
    }

    /**
     * @param row the row
     * @return how much it counts, above 0; 1 if nothing was said
     */
    public double weight(final int row) {
        return weights == null ? 1 : weights[row];
    }

    /** @return whether rows weigh differently */
    public boolean weighted() {
        return weights != null;
    }

    /**
     * @param task the task
     * @param among the rows to look at
     * @return those that have a value, in the same order
     */
    public int[] rowsWith(final int task, final int[] among) {
        return Arrays.stream(among).filter(row -> present(row, task)).toArray();
    }

    /**
     * The mean and the sample standard deviation of a task.
     *
     * @param task the task
     * @param among the rows to look at; those without a value do not count
     * @return mean and standard deviation in the user's units; NaN and 0 if there is no value
     */
    public double[] moments(final int task, final int[] among) {
        double sum = 0;
        int count = 0;
        for (final int row : among) {
            if (present(row, task)) {
                sum += value(row, task);
                count++;
            }
        }
        final double mean = sum / count;
        double squares = 0;
        for (final int row : among) {
            if (present(row, task)) {
                squares += (value(row, task) - mean) * (value(row, task) - mean);
            }
        }
        return new double[]{mean, Math.sqrt(squares / Math.max(1, count - 1))};
    }

    /**
     * @param task a task whose values are classes
     * @param among the rows to look at
     * @return how many rows each class has
     */
    public int[] classCounts(final int task, final int[] among) {
        final int[] counts = new int[tasks.get(task).classes().size()];
        for (final int row : among) {
            if (present(row, task)) {
                counts[(int)value(row, task)]++;
            }
        }
        return counts;
    }

    /**
     * Other values for the same rows and tasks; what is missing, relations and weights stay.
     *
     * @param change gives the new value of each present one
     * @return new targets
     */
    public Targets map(final Change change) {
        final double[] changed = values.clone();
        for (int row = 0; row < rows; row++) {
            for (int task = 0; task < tasks.size(); task++) {
                final int at = row * tasks.size() + task;
                if (present(row, task)) {
                    changed[at] = change.apply(row, task, values[at]);
                }
            }
        }
        return new Targets(tasks, rows, changed, relations, weights);
    }

    /** Gives a value in place of another. */
    @FunctionalInterface
    public interface Change {

        /**
         * @param row the row
         * @param task the task
         * @param value the value that is there
         * @return the new one, not NaN
         */
        double apply(int row, int task, double value);
    }

    /**
     * Adds a row to a digest: the values, where -0 counts as 0, and relations and weights where there are any.
     *
     * @param digest what is added to
     * @param row the row
     */
    @SuppressWarnings("EnumOrdinal") // digests in files hold these numbers: the order of the relations stays
    void update(final MessageDigest digest, final int row) {
        final ByteBuffer buffer = ByteBuffer.allocate(Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int task = 0; task < tasks.size(); task++) {
            digest.update(buffer.clear().putDouble(value(row, task) + 0.0).array());
            if (relations != null) {
                digest.update((byte)relation(row, task).ordinal());
            }
        }
        if (weights != null) {
            digest.update(buffer.clear().putDouble(weight(row)).array());
        }
    }

    private static IllegalArgumentException unusable(final int row, final String task, final double value) {
        return new IllegalArgumentException("The target '" + task + "' of row " + row + " is " + value
            + ". Remove the row, or give it a finite number of at most " + Limits.LARGEST_TARGET + ".");
    }

    /** Collects rows; see {@link Targets#builder}. Not thread-safe. */
    public static final class Builder {

        private final List<Task> tasks;
        private int rows;
        private double[] values;
        private Relation[] relations;
        private double[] weights;

        private Builder(final List<Task> tasks) {
            this.tasks = List.copyOf(tasks);
            if (tasks.isEmpty()) {
                throw new IllegalArgumentException("There is no target to learn. Choose at least one.");
            }
            if (tasks.stream().map(Task::name).distinct().count() < tasks.size()) {
                throw new IllegalArgumentException("Two targets have the same name: "
                    + tasks.stream().map(Task::name).toList() + ".");
            }
            values = new double[64 * tasks.size()];
        }

        /**
         * Adds a row of exact values.
         *
         * @param row one a task: a finite number, the position of a class, or NaN for none
         * @return this builder
         * @throws IllegalArgumentException if a value is infinite or no class, naming the row
         */
        public Builder add(final double[] row) {
            return add(row, null, 1);
        }

        /**
         * Adds a row.
         *
         * @param row one a task: a finite number, the position of a class, or NaN for none
         * @param rowRelations how each value bounds the true one; null if all are exact
         * @param weight how much the row counts, above 0
         * @return this builder
         * @throws IllegalArgumentException if a value is infinite or no class, a class has a relation, or the weight is
         *             not above 0, naming the row
         */
        public Builder add(final double[] row, final Relation[] rowRelations, final double weight) {
            if (row.length != tasks.size()) {
                throw new IllegalArgumentException("Row " + rows + " has " + row.length + " values for "
                    + tasks.size() + " targets.");
            }
            final int at = rows * row.length;
            if (at + row.length > values.length) {
                values = Arrays.copyOf(values, 2 * values.length);
                relations = relations == null ? null : Arrays.copyOf(relations, values.length);
            }
            for (int task = 0; task < row.length; task++) {
                final Relation relation = rowRelations == null ? Relation.EQUAL : rowRelations[task];
                check(task, row[task], relation);
                values[at + task] = row[task];
                if (relation != Relation.EQUAL && relations == null) {
                    relations = new Relation[values.length];
                    Arrays.fill(relations, 0, at + task, Relation.EQUAL);
                }
                if (relations != null) {
                    relations[at + task] = relation;
                }
            }
            weigh(weight);
            rows++;
            return this;
        }

        private void check(final int task, final double value, final Relation relation) {
            final Task what = tasks.get(task);
            if (Math.abs(value) > Limits.LARGEST_TARGET) {
                throw unusable(rows, what.name(), value);
            }
            if (what.isNumber() || Double.isNaN(value)) {
                return;
            }
            if (value != Math.rint(value) || value < 0 || value >= what.classes().size()
                || relation != Relation.EQUAL) {
                throw new IllegalArgumentException("The target '" + what.name() + "' of row " + rows + " is "
                    + relation.sign() + value + ", which is none of the positions 0 to " + (what.classes().size() - 1)
                    + " of its classes.");
            }
        }

        private void weigh(final double weight) {
            if (!(weight > 0) || Double.isInfinite(weight)) {
                throw new IllegalArgumentException("The weight of row " + rows + " is " + weight
                    + "; it must be a number above 0. Remove the row if it should not count.");
            }
            if (weight != 1 && weights == null) {
                weights = new double[Math.max(64, 2 * rows)];
                Arrays.fill(weights, 0, rows, 1);
            }
            if (weights != null) {
                if (rows == weights.length) {
                    weights = Arrays.copyOf(weights, 2 * rows);
                }
                weights[rows] = weight;
            }
        }

        /** @return the rows added so far */
        public Targets build() {
            final int size = rows * tasks.size();
            return new Targets(tasks, rows, Arrays.copyOf(values, size),
                relations == null ? null : Arrays.copyOf(relations, size),
                weights == null ? null : Arrays.copyOf(weights, rows));
        }
    }
}
