/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

import org.apache.spark.sql.Row;

/**
 * The best rows of those seen, and how many were seen. Travels with the data, so that a part of the table that is read
 * twice because an executor was lost counts once.
 */
final class TopRows implements Serializable {

    private static final long serialVersionUID = 1L;

    private final int count;

    private final Order order;

    private final PriorityQueue<Row> best;

    private long rows;

    private long failed;

    private String failure;

    /**
     * The worst first; equal predictions by what else is in the row, so that the order of the parts does not matter.
     *
     * @param column position of the number that counts
     * @param lowest whether low is good
     */
    record Order(int column, boolean lowest) implements Comparator<Row>, Serializable {

        @Override
        public int compare(final Row one, final Row other) {
            final int byNumber = Double.compare(one.getDouble(column), other.getDouble(column));
            return byNumber != 0 ? lowest ? -byNumber : byNumber : other.mkString("\t").compareTo(one.mkString("\t"));
        }
    }

    TopRows(final int count, final Order order) {
        this.count = count;
        this.order = order;
        best = new PriorityQueue<>(order);
    }

    TopRows add(final Row row) {
        rows++;
        if (row.isNullAt(row.size() - 1) && !row.isNullAt(order.column)) {
            offer(row);
        } else {
            failed++;
            failure = first(failure, row.getString(row.size() - 1));
        }
        return this;
    }

    TopRows add(final TopRows others) {
        rows += others.rows;
        failed += others.failed;
        failure = first(failure, others.failure);
        others.best.forEach(this::offer);
        return this;
    }

    private void offer(final Row row) {
        if (best.size() < count) {
            best.add(row);
        } else if (count > 0 && order.compare(row, best.peek()) > 0) {
            best.poll();
            best.add(row);
        }
    }

    private static String first(final String one, final String other) {
        return one == null || other != null && other.compareTo(one) < 0 ? other : one;
    }

    /** @return the best rows, the best first */
    List<Row> best() {
        final List<Row> sorted = new ArrayList<>(best);
        sorted.sort(order.reversed());
        return sorted;
    }

    /** @return what was seen */
    Counts counts() {
        return new Counts(rows, failed, failure);
    }
}
