/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.choice;

import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;

/** Which numbers fields of dialogs take. */
public final class Bounds {

    private Bounds() {
    }

    /** For counts of which there may be none. */
    public static final class AtLeastZero extends MinValidation {
        @Override
        protected double getMin() {
            return 0;
        }
    }

    /** For counts of which one is not enough. */
    public static final class AtLeastTwo extends MinValidation {
        @Override
        protected double getMin() {
            return 2;
        }
    }

    /** For shares that cannot be the whole. */
    public static final class BelowOne extends MaxValidation {
        @Override
        protected double getMax() {
            return 1;
        }

        @Override
        public boolean isExclusive() {
            return true;
        }
    }

    /** For shares that must leave at least as much. */
    public static final class AtMostHalf extends MaxValidation {
        @Override
        protected double getMax() {
            return 0.5;
        }
    }
}
