/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.objective;

import org.reductor.core.data.Task;

/** A metric of numbers that needs their exact values, so that bounds do not count; higher is better. */
abstract class ExactNumberMetric implements Metric {

    @Override
    public final boolean higherIsBetter() {
        return true;
    }

    @Override
    public final boolean fits(final Task task) {
        return task.isNumber();
    }

    @Override
    public final boolean counts(final Judged judged, final int row) {
        return judged.present(row) && judged.exact(row);
    }
}
