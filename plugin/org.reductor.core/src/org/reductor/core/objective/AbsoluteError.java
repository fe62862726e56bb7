/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.objective;

import org.reductor.core.data.Task;

/** Mean absolute error, in the user's units. */
final class AbsoluteError extends RowMetric {

    @Override
    public String id() {
        return "MAE";
    }

    @Override
    public String label() {
        return "MAE";
    }

    @Override
    public boolean fits(final Task task) {
        return task.isNumber();
    }

    @Override
    double loss(final Judged judged, final int row) {
        return Math.abs(judged.error(row));
    }
}
